"""A text scraped page by page: running lines at the edges of pages, lone numbers, notes at the foot."""

from ingest.blocks import BlockKind
from ingest.scraped.reading import text_to_blocks
from tests.ingest.samples import VISIT

HEADER = "Case review of Child M, summary"
FERRY = "The harbour office told the school on the same morning that the boy had\nbeen seen on the pier with"
GOES_ON = "two men who were not known to the crew of the ferry or to anyone else."
LETTER = "A letter was written to the family's doctor, who did not open it until\nthe end of the following week."


def _texts(*pages: str) -> list[str]:
    return [block.text for block in text_to_blocks("\f".join(pages)) if block.kind != BlockKind.FOOTNOTE]


def test_a_line_at_the_head_of_two_pages_of_three_is_a_running_header():
    found = _texts(f"{HEADER}\n\n{FERRY}", f"{HEADER}\n\n{GOES_ON}", f"{LETTER}")

    assert found == [f"{FERRY} {GOES_ON}".replace("\n", " "), LETTER.replace("\n", " ")]


def test_figures_at_the_foot_that_count_pages_are_no_text():
    found = _texts(f"{FERRY}\n\n4", f"{GOES_ON}\n\n5", f"{LETTER}\n\n6")

    assert found == [f"{FERRY} {GOES_ON}".replace("\n", " "), LETTER.replace("\n", " ")]


def test_a_line_that_stands_once_at_an_edge_is_kept():
    found = _texts(f"{HEADER}\n\n{FERRY}", f"{GOES_ON}\n\nNothing followed.", f"{LETTER}")

    assert "Nothing followed." in found


def test_a_number_on_a_line_of_its_own_numbers_the_text_below_it():
    found = _texts(f"2.1\n\n{LETTER}\n\n(a)\n\n{LETTER}\n\nii)\n{LETTER}")

    assert found == [f"{number} {LETTER}".replace("\n", " ") for number in ("2.1", "(a)", "ii)")]


def test_numbers_in_a_column_of_their_own_number_nothing():
    assert LETTER.replace("\n", " ") in _texts(f"1.1\n\n1.2\n\n- {LETTER}")


def test_notes_at_the_foot_of_a_page_are_notes_where_the_text_calls_them():
    first = f"{LETTER} See the guidance.1\n\n1 Guidance of 2003.\n\n1"
    second = f"{VISIT} The team2 met.\n\n2 A team of five.\n\n2"

    notes = [block for block in text_to_blocks(f"{first}\f{second}") if block.kind == BlockKind.FOOTNOTE]

    assert [(note.marker, note.text) for note in notes] == [("1", "Guidance of 2003."), ("2", "A team of five.")]


def test_a_chapter_with_the_number_of_a_note_is_no_note():
    first = f"{LETTER} See the guidance.1\n\n1 Guidance of 2003."

    found = text_to_blocks(f"{first}\f2 Process\n\n{VISIT} The team2 met.\n")

    assert "2 Process" in [block.text for block in found]


def test_numbers_in_a_column_number_the_texts_that_follow_if_there_are_as_many():
    found = _texts(f"1.\n2.\n\n{LETTER}\n{FERRY} {GOES_ON}\n\nNothing followed.")

    assert found[:2] == [f"1. {LETTER}".replace("\n", " "), f"2. {FERRY} {GOES_ON}".replace("\n", " ")]


def test_a_tab_behind_a_number_parts_it_from_its_text_and_makes_no_table():
    found = _texts(f"3.2\t{GOES_ON}\n–\tNothing followed.\n")

    assert found == [f"3.2 {GOES_ON}", "Nothing followed."]


def test_lines_that_no_blank_lines_part_are_paragraphs_where_most_are_long():
    long = f"{FERRY} {GOES_ON} Nobody was told of it then.".replace("\n", " ")

    assert _texts(f"{long}\nWhat the school did\n{long}\n{long}") == [long, "What the school did", long, long]


def test_a_text_that_markdown_quotes_is_read_without_its_marks():
    assert _texts(f"> {GOES_ON}\n>\n> Nothing followed.") == [GOES_ON, "Nothing followed."]
