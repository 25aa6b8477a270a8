"""What a page break cuts is put together, and what only looks like it is left apart."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Cell, Edges
from ingest.layout.page_breaks import join_over_breaks, join_rows
from ingest.layout.vocabulary import Vocabulary
from ingest.record import Box

FULL = Edges(room=2.0, first_word=30.0, first_indent=0.0, last_indent=0.0)
SHORT = Edges(room=200.0, first_word=30.0, first_indent=0.0, last_indent=0.0)
LONG = "The health visitor wrote to the surgery and to the school about what she had seen, and then to"


def paragraph(text, page=1, top=700.0, *, edges=FULL, **more):
    places = (Box(page, 50, top, 500, top + 12), Box(page, 50, top + 14, 500, top + 26))
    return Block(BlockKind.PARAGRAPH, text, page=page, boxes=places, edges=edges, **more)


def joined(*blocks):
    return [block.text for block in join_over_breaks(blocks)]


def test_a_sentence_goes_on_over_the_break_with_a_small_letter():
    assert joined(paragraph(LONG), paragraph("the court.", page=2, top=60)) == [f"{LONG} the court."]


def test_a_sentence_goes_on_with_a_capital_where_the_line_before_is_full():
    assert joined(paragraph(LONG), paragraph("Tobias himself.", page=2, top=60)) == [f"{LONG} Tobias himself."]


def test_a_line_that_left_room_was_ended_on_purpose():
    assert len(joined(paragraph(LONG, edges=SHORT), paragraph("Tobias himself.", page=2, top=60))) == 2


def test_a_text_that_ends_in_a_word_that_ends_no_sentence_goes_on():
    vocabulary = Vocabulary(["She gave it to him, and to her, and he took it to them."] * 10)

    blocks = [paragraph(LONG, edges=SHORT), paragraph("Tobias himself.", page=2, top=60)]

    assert [block.text for block in join_over_breaks(blocks, vocabulary)] == [f"{LONG} Tobias himself."]


def test_an_indented_first_line_begins_a_paragraph_overleaf():
    indented = replace(FULL, first_indent=18.0)

    assert len(joined(paragraph(f"{LONG} him."), paragraph("Tobias went.", page=2, top=60, edges=indented))) == 2


@pytest.mark.parametrize("marked", ["4.2 the next point", "b) the next point", "• the next point"])
def test_what_has_a_marker_of_its_own_goes_on_with_nothing(marked):
    assert len(joined(paragraph(LONG), paragraph(marked, page=2, top=60))) == 2


def test_a_note_between_the_halves_comes_after_them():
    note = Block(BlockKind.FOOTNOTE, "See above.", page=1, boxes=(Box(1, 50, 760, 500, 770),), marker="1")

    assert joined(paragraph(LONG), note, paragraph("the court.", page=2, top=60)) == [
        f"{LONG} the court.",
        "See above.",
    ]


def test_a_box_at_the_foot_goes_on_overleaf_though_text_beside_it_goes_on_too():
    boxed = paragraph("Learning point: a letter that comes back is a piece of news about", box=1)
    rest = paragraph("the family that it was sent to.", page=2, top=60, box=1)
    beside = paragraph("by hand.", page=2, top=60)

    assert joined(boxed, paragraph(LONG), rest, beside) == [
        "Learning point: a letter that comes back is a piece of news about the family that it was sent to.",
        f"{LONG} by hand.",
    ]


def test_a_box_goes_on_with_its_own_text_only():
    assert len(joined(paragraph(LONG, box=1), paragraph("the court.", page=2, top=60))) == 2


def test_a_repeated_heading_of_a_table_is_left_out_and_its_cut_row_is_whole():
    heading = (Cell("Date", is_header=True), Cell("Event", is_header=True))
    upper = (heading, (Cell("4 May"), Cell("The nurse called at the")))
    lower = (heading, (Cell(""), Cell("house and left.")), (Cell("6 May"), Cell("The police came.")))

    rows = [[cell.text for cell in row] for row in join_rows(upper, lower)]

    assert rows == [
        ["Date", "Event"],
        ["4 May", "The nurse called at the house and left."],
        ["6 May", "The police came."],
    ]


def test_a_row_with_a_label_of_its_own_is_no_rest_of_a_row():
    upper = ((Cell("4 May"), Cell("The nurse called at the")),)
    lower = ((Cell("5 May"), Cell("house was empty")),)

    assert len(join_rows(upper, lower)) == 2
