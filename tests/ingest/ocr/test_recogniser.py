"""Scanned pages are read as their text layer would be: the same words, in their places, sizes, boxes and tables."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from demonstration.typesetting import typeset
from ingest.ocr.recogniser import Recogniser
from ingest.pages import Page
from ingest.pdfium import read_pages
from ingest.readers import NeedsRecognition, Pictures, pdf
from tests.ingest.ocr.scans import Scanner, scan

PROJECT = Path(__file__).resolve().parents[3]
REVIEWS = PROJECT / "demonstration" / "reviews"
CORPUS = PROJECT.parent / "shared" / "corpus"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def child_l(tmp_path_factory):
    """A review of 25 pages, with its text layer."""
    target = tmp_path_factory.mktemp("child l") / "child-l.pdf"
    typeset(REVIEWS / "child-l-calderwick-2012.typ", target)
    return target


@pytest.fixture(scope="module")
def page_four(child_l):
    """A page with a lettered list, a ruled table of 10 rows, and a heading."""
    return list(read_pages(child_l))[3]


@pytest.fixture(scope="module")
def askew(child_l, tmp_path_factory):
    """The same page, scanned askew."""
    return recognised(scan(child_l, tmp_path_factory.mktemp("scan") / "scan.pdf", Scanner(skew=-1.4), [4]))


def recognised(path: Path) -> Page:
    recogniser = Recogniser(path)
    try:
        return recogniser.page(1)
    finally:
        recogniser.close()


def plain(text: str) -> str:
    return re.sub(r"[‘’]", "'", re.sub(r"[“”]", '"', text))


def share_of_words(found: str, expected: str) -> float:
    """How many words two texts have in common, as a share of both."""
    one, other = (Counter(plain(text).split()) for text in (found, expected))
    return 2 * (one & other).total() / (one.total() + other.total())


def text_of(page: Page) -> str:
    return " ".join(word.text for word in page.words)


def neighbours(found: Page, expected: Page):
    """The words of two pages that are the only ones of their text, in pairs."""
    sides = [
        {word.text: word for word in page.words if sum(other.text == word.text for other in page.words) == 1}
        for page in (found, expected)
    ]
    return [(sides[0][text], sides[1][text]) for text in sides[0].keys() & sides[1].keys()]


def test_the_words_of_a_scan_laid_askew_are_those_of_the_page(askew, page_four):
    assert askew.skew == pytest.approx(-1.4, abs=0.1)
    assert share_of_words(text_of(askew), text_of(page_four)) > 0.98


def test_words_stand_where_the_page_has_them(askew, page_four):
    pairs = neighbours(askew, page_four)

    assert len(pairs) > 100
    near = [
        abs(found.left - word.left) < 4
        and abs(found.right - word.right) < 4
        and abs(found.baseline - word.baseline) < 2
        for found, word in pairs
    ]
    assert sum(near) >= 0.97 * len(near)


def test_a_place_is_told_as_it_is_on_the_page_that_lies_askew(askew, page_four):
    found, word = max(neighbours(askew, page_four), key=lambda pair: pair[1].left)

    left, top, right, bottom = askew.seen(found.left, found.top, found.right, found.bottom)

    # By 1.4 degrees against the clock a word at the right edge goes up.
    assert top < word.top - 2
    assert right - left == pytest.approx(word.right - word.left, abs=6)
    assert bottom - top < 2 * word.size


def test_a_heading_is_larger_and_the_text_is_of_one_size(askew, page_four):
    sizes: Counter[tuple[float, float]] = Counter()
    for found, word in neighbours(askew, page_four):
        sizes[word.size, found.size] += 1
    body = max(sizes, key=lambda pair: sizes[pair])

    (heading,) = {found for expected, found in sizes if expected > 18}
    assert heading > 1.4 * body[1]
    assert sizes[body] > 0.9 * sum(count for pair, count in sizes.items() if pair[0] == body[0])


def test_a_table_of_a_scan_has_the_rows_and_columns_of_the_page(askew, page_four):
    (found,), (expected,) = askew.tables, page_four.tables

    assert [len(row) for row in found.rows] == [len(row) for row in expected.rows]


@pytest.mark.parametrize("turned", [1, 2, 3])
def test_a_page_laid_sideways_or_upside_down_is_read_all_the_same(child_l, page_four, tmp_path, turned):
    found = recognised(scan(child_l, tmp_path / "scan.pdf", Scanner(turned=turned, dots=150), [4]))

    assert found.quarters == (4 - turned) % 4
    assert share_of_words(text_of(found), text_of(page_four)) > 0.96


def test_a_blank_page_has_no_words(tmp_path):
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(tmp_path / "blank.pdf")

    assert recognised(scan(tmp_path / "blank.pdf", tmp_path / "scan.pdf", Scanner(dots=100))).words == ()


@pytest.fixture
def some_pages_scanned(child_l, tmp_path):
    """Pages 3, 4 and 6 of the review, the second of them as a picture."""
    scan(child_l, tmp_path / "scan.pdf", Scanner(dots=150), [4])
    joined = pypdfium2.PdfDocument.new()
    for path, page in ((child_l, 2), (tmp_path / "scan.pdf", 0), (child_l, 5)):
        with pypdfium2.PdfDocument(path) as source:
            joined.import_pages(source, [page])
    joined.save(tmp_path / "joined.pdf")
    return tmp_path / "joined.pdf"


def test_of_a_document_with_some_scanned_pages_only_those_are_recognised(some_pages_scanned, page_four):
    told = []

    document = pdf.read(some_pages_scanned, lambda page, of: told.append((page, of)))

    assert document.is_from_ocr
    assert told == [(1, 3), (2, 3), (3, 3)]
    second = " ".join(block.text for block in document.blocks if block.page == 2)
    assert share_of_words(second, text_of(page_four)) > 0.9
    assert "’" in "".join(block.text for block in document.blocks if block.page != 2)


def test_scanned_pages_are_announced_and_counted(some_pages_scanned):
    with pytest.raises(NeedsRecognition) as needed:
        pdf.read(some_pages_scanned, pictures=Pictures.ANNOUNCED)

    assert needed.value.pages == 1


def test_scanned_pages_that_are_left_out_are_named(some_pages_scanned):
    document = pdf.read(some_pages_scanned, pictures=Pictures.LEFT)

    assert document.pages_without_text == (2,)
    assert not document.is_from_ocr


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real reviews are not beside the project")
@pytest.mark.parametrize("scanned", sorted(CORPUS.glob("*-scan.pdf")), ids=lambda path: path.stem)
def test_a_scan_of_a_real_review_has_the_words_of_its_text_layer(scanned):
    found = pdf.read(scanned)
    expected = pdf.read(scanned.with_name(scanned.name.replace("-scan", "")))

    assert found.is_from_ocr
    assert share_of_words(" ".join(b.text for b in found.blocks), " ".join(b.text for b in expected.blocks)) > 0.99
    starts = [block.text[:40] for block in expected.blocks]
    order = [starts.index(block.text[:40]) for block in found.blocks if block.text[:40] in starts]
    assert len(order) > 0.8 * len(starts)
    assert all(one < other for one, other in pairwise(order))
