"""Where on the page a sentence stands."""

from ingest.blocks import BlockKind, Cell
from ingest.extractors.events.places import place_in, place_of_cells
from ingest.outline import Paragraph
from ingest.record import Box

LINES = (Box(3, 50, 700, 450, 712), Box(3, 50, 715, 450, 727), Box(4, 50, 60, 450, 72), Box(4, 50, 75, 250, 87))
PARAGRAPH = Paragraph(7, BlockKind.PARAGRAPH, "x" * 350, page=3, boxes=LINES)


def test_a_sentence_on_the_next_page_names_that_page():
    place = place_in(PARAGRAPH, 210, 290)
    assert (place.page, place.boxes, place.passages) == (4, (LINES[2],), (7,))


def test_a_sentence_over_two_lines_has_both():
    assert place_in(PARAGRAPH, 60, 150).boxes == LINES[:2]


def test_a_format_without_pages_has_a_passage_only():
    place = place_in(Paragraph(7, BlockKind.PARAGRAPH, "x" * 10), 0, 10)
    assert (place.page, place.boxes, place.passages) == (None, (), (7,))


def test_a_row_stands_where_its_cells_do():
    table = Paragraph(2, BlockKind.TABLE, "", page=1)
    cells = (Cell("3 May", (Box(2, 50, 60, 90, 72),)), Cell("Seen", (Box(2, 95, 60, 300, 72),)))
    assert place_of_cells(table, cells).page == 2
