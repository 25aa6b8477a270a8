"""A manifest gives facts for each file; what cannot be used is complained of row by row, and the rest is kept."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.manifest import COLUMNS, BadManifest, read_manifest
from tests.factories import make_partnership


def read(*lines):
    return read_manifest("\n".join(lines).encode())


def test_facts_are_found_by_the_files_name_in_any_case():
    manifest = read("file,title,published", "Report.PDF,Child Tam,2021-05")

    assert manifest.given == {"report.pdf": {"file": "Report.PDF", "title": "Child Tam", "published": "2021-05"}}


@pytest.mark.parametrize("line", ["file;title", "file\ttitle", "File , Title"])
def test_cells_are_parted_as_spreadsheets_part_them(line):
    parted = ";" if ";" in line else "\t" if "\t" in line else ","

    assert read(line, f"a.pdf{parted}Child Tam").given["a.pdf"]["title"] == "Child Tam"


def test_excels_mark_and_the_code_page_of_windows_are_understood():
    assert read_manifest("\ufefffile,title\na.pdf,Siân".encode()).given["a.pdf"]["title"] == "Siân"
    assert read_manifest("file,title\na.pdf,Siân".encode("cp1252")).given["a.pdf"]["title"] == "Siân"


@pytest.mark.parametrize(
    ("written", "edtf"),
    [("2021-05-04", "2021-05-04"), ("4/5/2021", "2021-05-04"), ("2021-05", "2021-05"), ("2021", "2021")],
)
def test_dates_are_taken_as_people_and_spreadsheets_write_them(written, edtf):
    assert read("file,published", f"a.pdf,{written}").given["a.pdf"]["published"] == edtf


@pytest.mark.parametrize(
    ("written", "kind"),
    [("scr", "scr"), ("Serious case review", "scr"), ("LCSPR", "lcspr"), ("Thematic review", "thematic")],
)
def test_kinds_are_taken_by_value_name_or_short_form(written, kind):
    assert read("file,kind", f"a.pdf,{written}").given["a.pdf"]["kind"] == kind


@pytest.mark.django_db
def test_a_partnership_is_looked_up_in_the_register():
    make_partnership("Ambermoor Safeguarding Children Partnership", key="ambermoor")

    assert read("file,partnership", "a.pdf,ambermoor").given["a.pdf"]["partnership"] == "ambermoor"
    assert "not in the register" in read("file,partnership", "a.pdf,Nowhere Board").complaints[0]


@pytest.mark.parametrize(
    ("column", "value", "complaint"),
    [
        ("published", "32/5/2021", "is not a date"),
        ("fetched", "2021-05", "is not one day"),
        ("kind", "poem", "is not one of"),
        ("source", "javascript:alert(1)", "is not an address"),
        ("subject", "x" * 200, "more than 120 letters"),
    ],
)
def test_a_value_that_cannot_be_used_is_left_out_and_complained_of(column, value, complaint):
    manifest = read(f"file,{column},title", f"a.pdf,{value},Child Tam")

    assert manifest.given["a.pdf"] == {"file": "a.pdf", "title": "Child Tam"}
    assert manifest.complaints[0].startswith(f"Row 2, {column}: ")
    assert complaint in manifest.complaints[0]


def test_a_row_that_names_no_file_is_complained_of():
    assert read("file,title", ",Child Tam").complaints == ("Row 2: it names no file.",)


def test_empty_rows_and_cells_say_nothing():
    assert read("file,title,area", "a.pdf,Child Tam,", ",,", "").given == {
        "a.pdf": {"file": "a.pdf", "title": "Child Tam"}
    }


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "column called"),
        (b"title\nx", "column called"),
        (b"file,colour\na,red", "“colour”"),
        (b"file\n\x81", "not plain text"),
    ],
)
def test_what_is_no_list_of_facts_is_refused(data, sentence):
    with pytest.raises(BadManifest, match=sentence):
        read_manifest(data)


def test_several_authors_are_parted_by_semicolons():
    assert read("file,authors", "a.pdf,Jo Marsh; Sam Vale").given["a.pdf"]["authors"] == ["Jo Marsh", "Sam Vale"]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    with suppress(BadManifest):
        assert all("file" in facts for facts in read_manifest(b"file,title,published\n" + data).given.values())


def test_the_columns_are_those_of_the_guide():
    assert list(COLUMNS)[:3] == ["review", "role", "title"]
