"""Boxes are whole and apart, wherever they stand and however they are drawn."""

import pytest

from ingest.layout.boxes import frames_of
from ingest.pages import Page, Rect
from tests.ingest.samples import BRIDGE, KITCHEN, LETTER, MEETING, VISIT
from tests.ingest.typeset import beginning, outline_of_sample, texts


def test_a_box_beside_the_column_is_whole_and_apart():
    outline = outline_of_sample("box_beside_the_column")

    box = beginning(outline, "Learning point 1:")

    assert box.text.endswith("must say so to the others.")
    assert box.box == 1


def test_the_paragraph_beside_a_box_goes_on_below_it():
    outline = outline_of_sample("box_beside_the_column")

    paragraph = beginning(outline, MEETING)

    assert "that was returned with the second of the two letters" in paragraph.text
    assert "Learning point" not in paragraph.text


def test_a_box_that_breaks_over_a_page_keeps_its_number_and_its_sentences():
    outline = outline_of_sample("box_over_a_page_break")

    boxed = [paragraph for paragraph in outline.paragraphs if paragraph.box is not None]

    assert [paragraph.box for paragraph in boxed] == [1, 1, 1]
    assert boxed[1].text.endswith(f"while the other listens; {BRIDGE} {LETTER} {MEETING}")
    assert {box.page for box in boxed[1].boxes} == {1, 2}


def test_a_box_that_breaks_over_a_column_is_whole():
    outline = outline_of_sample("box_over_columns")

    (box,) = [paragraph for paragraph in outline.paragraphs if paragraph.box is not None]

    assert box.text.startswith("Learning point 4: Workers")
    assert box.text.endswith(f"while the other listens; {BRIDGE} {LETTER}")


def test_boxes_in_a_row_are_read_one_after_the_other():
    outline = outline_of_sample("boxes_in_a_row")

    boxed = [(paragraph.box, paragraph.text) for paragraph in outline.paragraphs if paragraph.box is not None]

    assert boxed == [(1, "Seeing the child"), (1, BRIDGE), (2, "Sharing what is known"), (2, LETTER)]


def test_what_a_bar_at_its_left_sets_apart_is_a_box():
    outline = outline_of_sample("bars_and_title_bars")

    boxed = next(paragraph for paragraph in outline.paragraphs if paragraph.text == KITCHEN and paragraph.box)

    assert beginning(outline, "Learning point 2").box == boxed.box


def test_a_box_and_the_bar_of_its_title_are_one_box():
    outline = outline_of_sample("bars_and_title_bars")

    assert beginning(outline, "Recommendation 4").box == beginning(outline, "The Council should").box


def test_a_box_with_round_corners_is_a_box():
    outline = outline_of_sample("bars_and_title_bars")

    assert beginning(outline, "Finding 5.").box is not None
    assert beginning(outline, VISIT).box is None


def test_a_heading_in_a_box_stands_over_the_box_only():
    outline = outline_of_sample("box_over_a_page_break")

    inside, after = beginning(outline, "Workers who visit"), outline.paragraphs[-1]

    assert [heading.text for heading in inside.headings] == ["Practice learning point 3"]
    assert after.headings == ()


def test_text_outside_boxes_is_left_as_it_was():
    outline = outline_of_sample("bars_and_title_bars")

    assert MEETING in texts(outline)


@pytest.mark.parametrize(
    "rect",
    [
        Rect(0, 0, 595, 842, (0.9, 0.9, 0.9)),
        Rect(50, 100, 545, 103, (0.0, 0.0, 0.0)),
        Rect(50, 100, 545, 160, (1.0, 1.0, 1.0)),
    ],
    ids=["the whole page", "a rule", "paper on paper"],
)
def test_not_every_rectangle_is_a_box(rect, word_at):
    page = Page(1, 595, 842, words=(word_at(100, 101.5),), rects=(rect,))

    assert frames_of(page).boxes == ()


def test_a_single_cell_ruled_on_all_sides_is_a_box(word_at):
    cell = Rect(80, 100, 500, 160)

    assert frames_of(Page(1, 595, 842, words=(word_at(90, 130),), frames=(cell,))).boxes == (cell,)


def test_the_ground_of_a_picture_from_edge_to_edge_is_no_box(word_at):
    ground = Rect(0, 0, 595, 300)

    assert frames_of(Page(1, 595, 842, words=(word_at(90, 130),), frames=(ground,))).boxes == ()
