"""ZIP files are unpacked member by member; what is hostile in them is refused with a sentence."""

import io
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parcels import BadParcel, Member, is_parcel, plain_name, unpack


def a_zip(members, **options):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", **{"compression": zipfile.ZIP_DEFLATED, **options}) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    out.seek(0)
    return out


def contents(members):
    return {member.name: member.file.read() if member.file else member.refusal for member in members}


def unpacked(archive):
    found = {}
    for member in unpack(archive):
        found.update(contents([member]))
    return found


def test_documents_are_taken_out_of_folders_by_their_names():
    assert unpacked(a_zip({"north/one.pdf": b"%PDF 1", "two.txt": b"2"})) == {"one.pdf": b"%PDF 1", "two.txt": b"2"}


def test_a_manifest_comes_first():
    assert [member.name for member in unpack(a_zip({"a.txt": b"1", "facts.csv": b"file"}))] == ["facts.csv", "a.txt"]


def test_what_computers_add_by_themselves_is_passed_over():
    found = unpacked(a_zip({"a.txt": b"1", "__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "x/Thumbs.db": b"x"}))

    assert set(found) == {"a.txt"}


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("/absolute.pdf", "absolute.pdf"),
        ("C:\\Users\\me\\report.pdf", "report.pdf"),
        ("a\x00\u202eb.pdf", "ab.pdf"),
        ("...", "file without a name"),
        ("north/", "north"),
    ],
)
def test_odd_names_become_plain(name, plain):
    assert plain_name(name) == plain


@given(st.text())
def test_no_name_leads_anywhere_else(name):
    plain = plain_name(name)

    assert plain
    assert plain.isprintable()
    assert not set(plain) & {"/", "\\"}


def test_a_zip_within_a_zip_is_refused():
    inner = a_zip({"a.txt": b"1"}).getvalue()

    assert "within a ZIP" in unpacked(a_zip({"inner.zip": inner, "b.txt": b"2"}))["inner.zip"]


def test_other_kinds_of_file_are_refused_and_the_rest_is_taken():
    found = unpacked(a_zip({"virus.exe": b"MZ", "a.txt": b"1"}))

    assert "not a PDF" in found["virus.exe"]
    assert found["a.txt"] == b"1"


def test_a_member_that_says_it_is_too_large_is_not_unpacked(settings):
    settings.UPLOAD_LIMIT_MIB = 1

    assert "larger than 1 MB" in unpacked(a_zip({"bomb.txt": b"0" * (2 * 2**20)}))["bomb.txt"]


def test_a_member_that_lies_about_its_size_is_cut_short(settings):
    settings.UPLOAD_LIMIT_MIB = 1
    archive = bytearray(a_zip({"bomb.txt": b"0" * (3 * 2**20)}).getvalue())
    directory = archive.rindex(b"PK\x01\x02")
    struct.pack_into("<I", archive, directory + 24, 1000)

    refusal = unpacked(io.BytesIO(bytes(archive)))["bomb.txt"]

    assert (
        refusal
        in (
            "It is larger than 1 MB unpacked. Save it with smaller pictures, or split it.",
            "It is damaged in the ZIP file. Make the ZIP file again.",
        )
        or refusal == b"0" * 1000
    )


def test_a_parcel_that_unpacks_to_too_much_in_all_is_stopped(settings):
    settings.UPLOAD_LIMIT_MIB, settings.PARCEL_LIMIT_MIB = 1, 2
    archive = a_zip({f"{number}.txt": bytes([65 + number]) * 2**20 for number in range(5)})

    with pytest.raises(BadParcel, match="unpacks to more than 2 MB"):
        unpacked(archive)


def test_a_parcel_of_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr("ingest.parcels.MOST_MEMBERS", 3)

    with pytest.raises(BadParcel, match="more than 3 files"):
        unpacked(a_zip({f"{number}.txt": b"x" for number in range(4)}))


def test_an_empty_parcel_is_refused():
    with pytest.raises(BadParcel, match="no files"):
        unpacked(a_zip({}))


@pytest.mark.parametrize("cut", [10, 50, -20])
def test_a_damaged_parcel_is_refused(cut):
    whole = a_zip({"a.txt": b"words " * 50}).getvalue()

    with pytest.raises(BadParcel, match="damaged"):
        unpacked(io.BytesIO(whole[:cut]))


def test_a_damaged_member_is_refused_and_the_others_are_taken():
    archive = bytearray(a_zip({"a.txt": b"A" * 4000, "b.txt": b"B"}, compression=zipfile.ZIP_STORED).getvalue())
    archive[200] ^= 0xFF

    found = unpacked(io.BytesIO(bytes(archive)))

    assert "damaged" in found["a.txt"]
    assert found["b.txt"] == b"B"


def test_a_member_with_a_password_is_refused():
    archive = bytearray(a_zip({"a.txt": b"secret"}).getvalue())
    for header, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        archive[archive.index(header) + place] |= 1

    assert "password" in unpacked(io.BytesIO(bytes(archive)))["a.txt"]


@given(st.binary(max_size=400))
def test_any_bytes_are_a_parcel_or_refused(data):
    with suppress(BadParcel):
        assert all(isinstance(member, Member) for member in unpack(io.BytesIO(b"PK\x03\x04" + data)))


def test_a_word_document_is_no_parcel():
    assert is_parcel("Reviews.ZIP")
    assert not is_parcel("report.docx")
