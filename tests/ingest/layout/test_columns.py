"""Columns are read one after the other; labels beside a text and rows of a table are not columns."""

from ingest.layout.columns import reading_order
from tests.ingest.samples import BRIDGE, KITCHEN, LETTER, MEETING, VISIT
from tests.ingest.typeset import outline_of_sample, texts


def test_two_columns_are_read_left_then_right():
    found = texts(outline_of_sample("two_columns"))

    assert found[:5] == ["A review of the circumstances of Tobias", "What happened", BRIDGE, KITCHEN, MEETING]
    assert found[-4:] == ["Recommendations", KITCHEN, MEETING, LETTER]


def test_three_columns_of_a_landscape_page_are_read_in_turn():
    found = texts(outline_of_sample("three_columns"))

    assert [text for text in found if len(text) < 40] == [
        "One side of the leaflet",
        "The middle of it",
        "The last side",
    ]
    assert found[-3:] == [LETTER, VISIT, KITCHEN]


def test_a_heading_across_the_columns_comes_first():
    assert texts(outline_of_sample("two_columns"))[0] == "A review of the circumstances of Tobias"


def test_numbers_that_hang_beside_their_paragraphs_are_no_column(line_of):
    lines = [line_of(f"4.{n}", left=50, baseline=60 * n) for n in range(1, 7)]
    lines += [
        line_of("words that fill the line beside the number", 90, 60 * n + 14 * m)
        for n in range(1, 7)
        for m in range(4)
    ]

    assert len(reading_order(lines)) == 1


def test_columns_that_the_file_writes_line_by_line_are_put_right(line_of):
    lines = []
    for n in range(12):
        lines.append(line_of("a full line of the left hand column here", 50, 100 + 14 * n))
        lines.append(line_of("a full line of the right hand column too", 320, 100 + 14 * n))

    left, right = reading_order(lines)

    assert {line.left for line in left} == {50}
    assert {line.left for line in right} == {320}


def test_a_date_beside_its_text_is_read_before_it():
    found = texts(outline_of_sample("dated_entries"))

    assert found[1].startswith("23 March 2020 to the end of August Tobias had two days a week at a hub,")
    assert found[2] == "4 September He went back to school."
