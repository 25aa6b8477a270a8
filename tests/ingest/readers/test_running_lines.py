"""Headers, footers and titles of pages are kept apart from the text, once each."""

from docx import Document

from ingest.readers import docx, html, text
from tests.ingest.typeset import document_of

HEADER = "Wexley Safeguarding Board – Review of Child R"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def test_a_pdf_keeps_its_headers_and_footers_once_each():
    lines = document_of("headers_and_footers").running_lines

    assert len(set(lines)) == len(lines) > 0


def test_a_word_document_keeps_its_headers_and_footers(tmp_path):
    document = Document()
    document.add_paragraph("The nurse called.")
    document.sections[0].footer.paragraphs[0].text = "Final version, May 2021"
    path = tmp_path / "review.docx"
    document.save(path)

    assert docx.read(path).running_lines == ("Final version, May 2021",)


def test_a_web_page_keeps_its_title(tmp_path):
    path = tmp_path / "review.html"
    path.write_text("<head><title>Wexley &amp; Sale SCP\n</title></head><p>The nurse called.</p>", encoding="utf-8")

    assert html.read(path).running_lines == ("Wexley & Sale SCP",)


def test_a_text_keeps_the_headers_that_recur(tmp_path):
    path = tmp_path / "review.txt"
    path.write_text("\n\n".join(f"{HEADER}\n\nThe nurse called on {day}." for day in DAYS), encoding="utf-8")

    assert text.read(path).running_lines == (HEADER,)
