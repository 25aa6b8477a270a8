"""Tables come out row by row, whole over page breaks, whatever rules they have or have not."""

import pytest

from tests.ingest.samples import BRIDGE, KITCHEN, LETTER, MEETING, VISIT
from tests.ingest.typeset import beginning, cell_texts, outline_of_sample, table


def test_a_table_over_two_landscape_pages_is_one_table_with_one_heading():
    rows = cell_texts(table(outline_of_sample("table_over_pages")))

    assert [row[0] for row in rows] == ["No.", "1", "2", "3", "4"]
    assert rows[0] == ["No.", "Recommendation", "Actions", "Lead", "By when"]


def test_a_row_that_a_page_break_cuts_is_whole():
    rows = cell_texts(table(outline_of_sample("table_over_pages")))

    assert rows[3] == [
        "3",
        MEETING,
        f"{LETTER} {KITCHEN} {BRIDGE} {VISIT} {LETTER} {MEETING}",
        "Board Manager",
        "July 2021",
    ]


def test_a_cell_knows_its_places_on_both_pages():
    cells = table(outline_of_sample("table_over_pages")).rows[3]

    assert {box.page for box in cells[2].boxes} == {1, 2}


def test_heading_cells_are_told_by_their_weight():
    rows = table(outline_of_sample("table_over_pages")).rows

    assert all(cell.is_header for cell in rows[0])
    assert not any(cell.is_header for row in rows[1:] for cell in row)


def test_a_cell_that_reaches_over_rows_covers_those_below():
    rows = table(outline_of_sample("merged_cells")).rows

    assert [cell.is_covered for cell in (rows[1][0], rows[2][0], rows[3][0])] == [False, True, True]
    assert rows[3][1].text == "Audit forty letters"


def test_a_cell_that_reaches_over_columns_covers_those_beside():
    rows = table(outline_of_sample("merged_cells")).rows

    assert [(cell.text, cell.is_covered) for cell in rows[4]] == [("Health", False), ("", True), ("", True)]


@pytest.mark.parametrize("sample", ["rules_between_rows_only", "striped_table", "unruled_table"])
def test_a_table_without_upright_rules_has_its_columns(sample):
    rows = cell_texts(table(outline_of_sample(sample)))

    assert rows[0] == ["Agency", "What it did", "Author"]
    assert rows[2] == [
        "Bramley School",
        "Recorded his absences and told the council about them in November",
        "Head teacher",
    ]
    assert ["Police", "Called to the home on four occasions", "Review officer"] in rows


@pytest.mark.parametrize("sample", ["rules_between_rows_only", "striped_table", "unruled_table"])
def test_the_paragraph_after_such_a_table_is_not_in_it(sample):
    assert beginning(outline_of_sample(sample), "All of them wrote a report").number == "3.2"


def test_only_the_first_stripe_of_a_striped_table_heads_it():
    rows = table(outline_of_sample("striped_table")).rows

    assert [row[0].is_header for row in rows] == [True, False, False, False, False]


def test_a_table_set_sideways_is_read_upright():
    outline = outline_of_sample("sideways_table")

    assert cell_texts(table(outline))[1] == ["1", BRIDGE, KITCHEN, "May 2021"]


def test_places_in_a_sideways_table_are_those_on_the_page_as_it_is_seen():
    outline = outline_of_sample("sideways_table")
    width, height = outline.page_sizes[1]

    first, last = (table(outline).rows[row][1].boxes[0] for row in (1, 2))

    assert width < height
    assert first.right <= last.left + 1
    assert first.bottom - first.top > 3 * (first.right - first.left)
    assert all(0 <= box.left < box.right <= width and 0 <= box.top < box.bottom <= height for box in (first, last))
