"""What a file is, is told by what it holds; what cannot be read says so in one sentence."""

import io
import zipfile

import pytest

from ingest import exceptions
from ingest.exceptions import UnreadableDocument
from ingest.readers.kinds import kind_of
from tests.ingest import hostile
from tests.ingest.typeset import pdf_of


@pytest.fixture
def file(tmp_path):
    def make(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("review.txt", b"1.1 The child was seen.", "text"),
        ("review.md", b"# Review\n\nText.", "markdown"),
        ("review", b"Words in no particular form.", "text"),
        ("review.html", b"<p>Text without a head.</p>", "html"),
        ("review.txt", b"<!DOCTYPE html><html><body><p>Text</p></body></html>", "html"),
        ("review.txt", "Ünïcödé".encode("utf-16"), "text"),
    ],
)
def test_text_kinds_are_told(file, name, content, kind):
    assert kind_of(file(name, content)) == kind


def test_a_pdf_under_another_name_is_a_pdf(file):
    assert kind_of(file("review.txt", pdf_of("numbers_restart").read_bytes())) == "pdf"


def test_a_pdf_with_something_before_it_is_a_pdf(file):
    assert kind_of(file("review.pdf", b"\n\n" + hostile.pdf())) == "pdf"


def test_a_word_document_under_another_name_is_one(file):
    assert kind_of(file("review.pdf", hostile.docx())) == "docx"


def _encrypted_word():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)


def _spreadsheet():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "failure"),
    [
        ("review.pdf", b"", exceptions.EmptyFile),
        ("review.txt", b"  \n \n", exceptions.EmptyFile),
        ("review.pdf", b"just words", exceptions.NotAPdf),
        ("review.pdf", _spreadsheet(), exceptions.NotAPdf),
        ("review.docx", _spreadsheet(), exceptions.NotADocx),
        ("review.docx", b"just words", exceptions.NotADocx),
        ("review.xlsx", _spreadsheet(), exceptions.UnknownKind),
        ("review.docx", _encrypted_word(), exceptions.NeedsPassword),
        ("review.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), exceptions.OldWordDocument),
        ("review.docx", b"PK\x03\x04 and nothing more", exceptions.DamagedFile),
        ("review.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(50), exceptions.UnknownKind),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_what_is_no_review_is_refused_by_name(file, name, content, failure):
    with pytest.raises(failure):
        kind_of(file(name, content))


def test_a_text_of_gigabytes_is_too_large(file, monkeypatch):
    monkeypatch.setattr("ingest.readers.kinds.MAX_TEXT_BYTES", 10)

    with pytest.raises(exceptions.TooLarge):
        kind_of(file("review.txt", b"more than ten bytes"))


FAILURES = [failure for failure in UnreadableDocument.__subclasses__() if failure.__module__ == exceptions.__name__]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: failure.__name__)
def test_every_failure_says_what_to_do_in_one_sentence_or_two(failure):
    sentence = str(failure())

    assert sentence.startswith("This ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200
