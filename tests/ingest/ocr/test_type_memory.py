"""What is measured line by line wavers; the type of a document does not."""

import pytest

from ingest.ocr.type_measures import LineMeasures, measures_of
from ingest.ocr.type_memory import TypeMemory
from tests.ingest.ocr.scans import printed

SCALE = 2.0


def line(size, length=40.0, stroke=0.15, words=8, height=0.5, lead=0):
    """A line of type measured in pixels, `lead` words of it bold."""
    pixels = size * SCALE
    strokes = tuple(pixels * (1.45 * stroke if index < lead else stroke) for index in range(words))
    return LineMeasures(
        baseline=pixels,
        height=height * pixels,
        is_high=False,
        letters=(0.91 * length * pixels, length),
        strokes=strokes,
        widths=(pixels * length / words,) * words,
    )


def types(*lines, memory=None):
    return (memory or TypeMemory()).types_of(lines, SCALE)


def test_lines_measured_a_little_larger_or_smaller_are_of_one_size():
    found = types(*(line(size) for size in (10.8, 11.0, 11.3, 10.7, 11.1)))

    assert {one.size for one in found} == {11.0}


def test_a_heading_and_a_note_have_sizes_of_their_own():
    found = types(*(line(11.0) for _ in range(9)), line(16.0, length=10, stroke=0.12), line(8.5, length=30))

    assert [one.size for one in found[-2:]] == [16.0, 8.5]


def test_a_size_is_the_same_on_the_next_page():
    memory = TypeMemory()
    types(*(line(11.0) for _ in range(9)), memory=memory)

    found = types(*(line(11.6) for _ in range(9)), memory=memory)

    assert {one.size for one in found} == {11.0}


def test_a_number_beside_a_line_has_the_lines_size_however_it_is_measured():
    found = types(*(line(11.0) for _ in range(9)), line(9.8, length=1.3, words=1))

    assert found[-1].size == 11.0


def test_a_bold_line_is_told_by_its_strokes():
    found = types(*(line(11.0) for _ in range(9)), line(11.8, lead=8))

    assert found[-1].bold == 8
    assert found[-1].size == 11.0


def test_the_bold_words_that_a_line_begins_with_are_counted():
    found = types(*(line(11.0) for _ in range(9)), line(11.0, lead=2))

    assert [one.bold for one in found] == [0] * 9 + [2]


def test_a_page_of_one_line_is_measured_all_the_same():
    (found,) = types(line(11.0, length=3.0, words=1))

    assert found.size == pytest.approx(11, rel=0.15)
    assert found.bold == 0


def test_the_size_of_printed_type_is_measured():
    from ingest.ocr.line_words import line_to_words

    ink, read = printed("Professionals need to take responsibility for addressing concerns", size=30)

    measures = measures_of(line_to_words(read, ink), ink)

    assert measures.size_by_width == pytest.approx(30, rel=0.2)
    assert not measures.is_high
