"""Files that PDFium refuses are read by pdfplumber, as far as that can."""

import pytest

from ingest import reference_pages
from ingest.exceptions import DamagedFile
from tests.ingest import hostile

# Five characters that stand for more than four bytes can hold.
BROKEN = b"<< /Length 7 /Filter /ASCII85Decode >>\nstream\nuuuuu~>\nendstream"


def two_pages(first, second):
    """A PDF of two pages with the given contents."""
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font <</F1 5 0 R>> >> >>"
    )
    return hostile.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            page.format(6).encode(),
            page.format(7).encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            first,
            second,
        ]
    )


def whole():
    content = b"BT /F1 11 Tf 60 780 Td (The health visitor saw the child.) Tj ET"
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def test_a_page_that_cannot_be_read_is_empty_and_the_others_are_read(tmp_path):
    path = tmp_path / "review.pdf"
    path.write_bytes(two_pages(BROKEN, whole()))

    first, second = reference_pages.read_pages(path)

    assert first.words == ()
    assert " ".join(word.text for word in second.words) == "The health visitor saw the child."


def test_a_file_of_which_no_page_can_be_read_is_damaged(tmp_path):
    path = tmp_path / "review.pdf"
    path.write_bytes(two_pages(BROKEN, BROKEN))

    with pytest.raises(DamagedFile):
        list(reference_pages.read_pages(path))
