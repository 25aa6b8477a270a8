"""PDFium's pages say what pdfplumber's say: the same words, the same cells; and memory stays flat."""

import pytest

from bench.reading import cells_of, words_of
from ingest import pdfium, reference_pages
from tests.ingest.corpus import files, needs_corpus
from tests.ingest.typeset import pdf_of

SAMPLES = ["two_columns", "table_over_pages", "footnotes", "box_beside_the_column", "nested_lists", "merged_cells"]


def _share(one, other):
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


@pytest.mark.parametrize("sample", SAMPLES)
def test_samples_have_the_words_and_cells_that_pdfplumber_finds(sample):
    fast = list(pdfium.read_pages(pdf_of(sample)))
    slow = list(reference_pages.read_pages(pdf_of(sample)))

    assert _share(words_of(fast), words_of(slow)) >= 0.99
    assert cells_of(fast).total() == cells_of(slow).total()


@pytest.mark.parametrize("sample", SAMPLES)
def test_words_stand_where_pdfplumber_sees_them(sample):
    fast = {(word.text, round(word.left)): word for page in pdfium.read_pages(pdf_of(sample)) for word in page.words}
    slow = {
        (word.text, round(word.left)): word
        for page in reference_pages.read_pages(pdf_of(sample))
        for word in page.words
    }
    both = fast.keys() & slow.keys()

    assert len(both) > 0.9 * len(slow)
    assert all(abs(fast[key].size - slow[key].size) < 0.6 for key in both)
    assert sum(fast[key].is_bold == slow[key].is_bold for key in both) > 0.98 * len(both)


@pytest.mark.parametrize("path", files(".pdf"), ids=lambda path: path.name)
class TestRealReviews:
    """The same over the five real reviews."""

    pytestmark = needs_corpus

    def test_they_have_the_words_and_cells_that_pdfplumber_finds(self, path):
        fast, slow = list(pdfium.read_pages(path)), list(reference_pages.read_pages(path))

        assert _share(words_of(fast), words_of(slow)) >= 0.995
        assert _share(cells_of(fast), cells_of(slow)) >= 0.98 or not cells_of(slow)


def test_progress_is_told_after_each_page():
    told = []

    list(pdfium.read_pages(pdf_of("table_over_pages"), lambda page, of: told.append((page, of))))

    assert told == [(1, 2), (2, 2)]


def test_a_rotated_page_is_read_as_it_is_seen(tmp_path):
    import pypdfium2

    target = tmp_path / "rotated.pdf"
    with pypdfium2.PdfDocument(pdf_of("two_columns")) as document:
        document[0].set_rotation(90)
        document.save(target)

    page = next(iter(pdfium.read_pages(target)))

    # The page lies on its side, and its text runs down it: it is read upright, and its places given as seen.
    assert page.quarters == 1
    assert (round(page.seen_size[0]), round(page.seen_size[1])) == (842, 595)
    assert " ".join(word.text for word in page.words[:8]).startswith("A review of the circumstances of Tobias")


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_places_on_a_rotated_page_are_within_it(turns, tmp_path):
    import pypdfium2

    target = tmp_path / "rotated.pdf"
    with pypdfium2.PdfDocument(pdf_of("box_beside_the_column")) as document:
        document[0].set_rotation(turns)
        document.save(target)

    page = next(iter(pdfium.read_pages(target)))
    width, height = page.seen_size

    for word in page.words:
        left, top, right, bottom = page.seen(word.left, word.top, word.right, word.bottom)
        assert -1 <= left < right <= width + 1
        assert -1 <= top < bottom <= height + 1
