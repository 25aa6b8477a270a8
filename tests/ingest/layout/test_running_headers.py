"""Running headers, footers, page numbers and watermarks are left out, and nothing else is."""

import pytest

from ingest.layout.running_headers import PAGE_NUMBER, Known, running_lines, signature, watermarks
from ingest.pages import Page
from tests.ingest.samples import BRIDGE, KITCHEN, LETTER, MEETING, VISIT
from tests.ingest.typeset import outline_of_sample, texts

WORDS = ("amber", "birch", "cedar", "damson", "elder", "fir", "gorse", "hazel", "iris", "juniper", "kale", "larch")


def _text(page, line_of, lines=30):
    """Lines of text that are different on every page."""
    return [
        line_of(f"{WORDS[(7 * page + n) % 12]} {WORDS[(5 * n + page) % 12]} {WORDS[n * n % 12]}", baseline=100 + 14 * n)
        for n in range(lines)
    ]


def _pages(lines_of_page):
    return [(Page(number, 595, 842), lines) for number, lines in enumerate(lines_of_page, start=1)]


def test_headers_that_alternate_between_left_and_right_pages_are_left_out():
    found = texts(outline_of_sample("headers_and_footers"))

    assert not any("Confidential until published" in text or "Page 2 of" in text for text in found)
    assert not any("Final version" in text for text in found)


def test_a_heading_over_each_page_that_counts_up_stays():
    found = texts(outline_of_sample("headers_and_footers"))

    assert [text for text in found if text.startswith("Appendix")] == [f"Appendix {n}" for n in range(1, 6)]


def test_a_title_that_says_what_the_header_says_stays():
    assert texts(outline_of_sample("headers_and_footers"))[0] == "Overview report"


def test_watermarks_slanting_or_level_are_left_out():
    found = texts(outline_of_sample("watermark"))

    assert set(found) == {BRIDGE, KITCHEN, MEETING, LETTER, VISIT}


def test_a_line_of_text_that_recurs_at_a_page_head_stays(line_of):
    recurring = line_of("The same words begin this page", baseline=86)

    assert running_lines(_pages([[recurring, *_text(page, line_of)] for page in range(5)]), 10.0) == set()


def test_a_header_two_lines_high_is_left_out(line_of):
    header = [line_of("Harrowdale Board", baseline=30, size=8), line_of("Overview report", baseline=40, size=8)]

    found = running_lines(_pages([[*header, *_text(page, line_of)] for page in range(5)]), 10.0)

    assert found == {(page, index) for page in range(1, 6) for index in (0, 1)}


def test_a_chapters_name_beside_what_recurs_is_left_out(line_of):
    names = ["Introduction", "Introduction", "Chronology", "Chronology", "Analysis", "Analysis"]
    review = line_of("Tobias", baseline=30, size=8)
    chapters = [line_of(name, left=400, baseline=30, size=8) for name in names]

    found = running_lines(_pages([[review, one, *_text(page, line_of)] for page, one in enumerate(chapters)]), 10.0)

    assert {key for key in found if key[1] == 1} == {(page, 1) for page in range(1, 7)}


def test_the_number_of_a_heading_at_a_page_head_is_no_page_number(line_of):
    heading = [line_of("3", baseline=60, is_bold=True), line_of("The learning", left=90, baseline=60, is_bold=True)]
    pages = _pages([*[[line_of("text", baseline=300)]] * 2, [*heading, line_of("text", baseline=300)]])

    assert (3, 0) not in running_lines(pages, 10.0)


def test_a_footnote_that_recurs_stays(line_of):
    note = line_of("1 See the procedures, chapter 3.", baseline=730, size=8)

    found = running_lines(
        _pages([[*_text(page, line_of, 40), note, line_of(str(page + 1), baseline=800)] for page in range(5)]), 10.0
    )

    assert {index for _, index in found} == {41}


def test_a_header_is_known_again_on_later_pages_though_it_stands_there_once(line_of):
    known: set[Known] = set()
    header = line_of("Harrowdale Board", baseline=30, size=8)
    running_lines(_pages([[header, *_text(page, line_of)] for page in range(5)]), 10.0, known)

    later = _pages([[header, *_text(7, line_of)], [line_of("Another", baseline=30, size=8), *_text(8, line_of)]])

    assert running_lines(later, 10.0, known) == {(1, 0)}


def test_a_notes_second_line_in_open_type_is_no_footer(line_of):
    seen = ["the procedures", "the guidance", "the protocol", "the minutes", "the letter"]
    notes = [line_of(f"1 See {one},", baseline=760, size=8) for one in seen]
    last, footer = line_of("chapter 3.", baseline=776, size=8), line_of("Final report", baseline=805, size=8)
    pages = _pages([[*_text(page, line_of, 40), note, last, footer] for page, note in enumerate(notes)])

    assert {index for _, index in running_lines(pages, 10.0, pitch=2.0)} == {42}


@pytest.mark.parametrize("text", ["3", "Page 3", "Page 3 of 12", "- 3 -", "iv", "P a g e | 3", "3 | Page", "3/12"])
def test_page_numbers_are_told_in_their_many_forms(text):
    assert PAGE_NUMBER.fullmatch(text)


@pytest.mark.parametrize("text", ["2013", "3.1", "Child 3", "In May 3", "4 March", "Appendix 1"])
def test_a_year_a_heading_or_a_sentence_is_no_page_number(text):
    assert not PAGE_NUMBER.fullmatch(text)


def test_numbers_do_not_matter_in_what_recurs():
    assert signature("Page 3  of 12") == signature("page 14 of 12") == "page # of #"


def test_large_type_that_stands_once_is_no_watermark(line_of):
    pages = _pages([[line_of("DRAFT", baseline=400, size=40)], *[[line_of("text", baseline=400)]] * 5])

    assert watermarks(pages, 10.0) == set()
