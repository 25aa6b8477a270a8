"""Pages that are pictures are recognised in a second child, which may take more; what it fails at is left out."""

import time

import pypdfium2
import pytest

from ingest.exceptions import NoTextLayer
from ingest.readers import read_document
from ingest.sandbox import IN_THE_WORKER, Limits, NeededTooMuchMemory, extract_in_child
from tests.ingest import hostile
from tests.ingest.ocr.scans import Scanner, scan

pytestmark = pytest.mark.slow


@pytest.fixture
def joined(tmp_path):
    """A page of text, and the same page scanned."""
    source = tmp_path / "text.pdf"
    source.write_bytes(hostile.pdf())
    scan(source, tmp_path / "scan.pdf", Scanner(dots=120))
    document = pypdfium2.PdfDocument.new()
    for name in ("text.pdf", "scan.pdf"):
        with pypdfium2.PdfDocument(tmp_path / name) as part:
            document.import_pages(part)
    document.save(tmp_path / "joined.pdf")
    return tmp_path / "joined.pdf"


def test_a_scanned_page_is_recognised_with_progress(joined):
    told = []

    extracted = extract_in_child(joined, limits=IN_THE_WORKER, progress=lambda page, of: told.append((page, of)))

    assert extracted.is_from_ocr
    assert extracted.pages_without_text == ()
    assert sum("health visitor" in passage.text for passage in extracted.passages) == 2
    assert told[-2:] == [(1, 2), (2, 2)]


def test_where_recognition_breaks_its_limit_the_text_pages_are_still_read(joined):
    extracted = extract_in_child(joined, limits=Limits(memory_for_pictures=300 * 2**20))

    assert not extracted.is_from_ocr
    assert extracted.pages_without_text == (2,)
    assert any("health visitor" in passage.text for passage in extracted.passages)


def test_where_the_time_runs_out_the_pages_recognised_until_then_are_kept(joined):
    scanned = joined.with_name("scan.pdf")
    twice = joined.with_name("twice.pdf")
    with pypdfium2.PdfDocument(scanned) as page, pypdfium2.PdfDocument.new() as document:
        for _ in range(2):
            document.import_pages(page)
        document.save(twice)

    document = read_document(twice, until=time.monotonic())

    assert document.is_from_ocr
    assert document.pages_without_text == (2,)


def test_a_scan_that_needs_too_much_has_its_own_sentence(joined):
    scanned = joined.with_name("scan.pdf")

    with pytest.raises(NeededTooMuchMemory):
        extract_in_child(scanned, limits=Limits(memory_for_pictures=500 * 2**20))


def test_a_scan_in_which_nothing_is_written_is_refused(tmp_path):
    source = tmp_path / "drawing.pdf"
    source.write_bytes(hostile.pdf_without_text())
    scanned = scan(source, tmp_path / "scan.pdf", Scanner(dots=100))

    with pytest.raises(NoTextLayer):
        extract_in_child(scanned, limits=IN_THE_WORKER)
