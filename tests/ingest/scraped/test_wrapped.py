"""Text whose lines are broken by width: paragraphs, items, notes and boxes told from the lines alone."""

import textwrap

from ingest.blocks import BlockKind
from ingest.scraped.lines import lines_of, width_of
from ingest.scraped.note_marks import without_glued_marks
from ingest.scraped.reading import text_to_blocks
from ingest.scraped.streams import divide, phrases_of
from tests.ingest.samples import BRIDGE, KITCHEN, LETTER, MEETING, VISIT

WIDTH = 100


def _wrapped(*paragraphs):
    return "\n".join(textwrap.fill(paragraph, WIDTH) for paragraph in paragraphs)


def _texts(source):
    return [block.text for block in text_to_blocks(source)]


def test_lines_are_joined_to_their_paragraphs():
    paragraphs = [f"1.1. {BRIDGE}", f"1.2. {KITCHEN} {MEETING}", f"1.3. {LETTER}", f"1.4. {VISIT}"]

    assert _texts(_wrapped(*paragraphs)) == paragraphs


def test_a_heading_between_paragraphs_stands_alone():
    source = _wrapped(
        f"3.3. {VISIT} {LETTER}", "4. What happened", f"4.1. {BRIDGE} {KITCHEN}", f"4.2. {MEETING} {VISIT}"
    )

    assert _texts(source)[1] == "4. What happened"


def test_a_figure_that_begins_a_line_within_a_sentence_is_no_number():
    source = _wrapped(f"1.1. {BRIDGE} {MEETING}", f"1.2. {LETTER}")
    source += "\n1.3. He was weighed at school in the autumn term of that year, and what he weighed was no more than"

    found = _texts(source + "\n18. That was all that was written.")

    assert found[-1].endswith("no more than 18. That was all that was written.")


def test_bullets_that_stand_apart_from_their_texts_are_put_back():
    source = _wrapped(f"1.1. {BRIDGE} {MEETING} {LETTER}", f"1.2. {KITCHEN} {VISIT}", "1.3. These took part:")
    source += (
        "\n-\n\n-\n\nThe council of the district\nThe school that he was at\nThe police\n\n1.4. Nobody else did.\n"
    )

    items = [block.text for block in text_to_blocks(source) if block.kind == BlockKind.LIST_ITEM]

    assert items == ["The council of the district", "The school that he was at", "The police"]


def test_marks_that_are_glued_to_words_are_taken_off_where_they_count_up():
    texts = [
        "The guidance1 was followed by the Reviewer2, who",
        "said ‘… so …’3. In 2019 Child B1 was at level 4.",
    ]

    assert without_glued_marks(texts) == [
        "The guidance was followed by the Reviewer, who",
        "said ‘… so …’. In 2019 Child B1 was at level 4.",
    ]


def test_figures_behind_words_that_do_not_count_up_stay():
    texts = ["Covid19 and SystmOne2 and Tier4 and paragraph7"]

    assert without_glued_marks(texts) == texts


def test_a_note_whose_number_stands_alone_is_taken_out_of_the_sentence():
    lines = textwrap.wrap(f"1.1. {BRIDGE} {KITCHEN} {MEETING} {LETTER}", WIDTH)
    lines[1] = lines[1].replace("school", "school1", 1)
    lines[2] += "2"
    lines[5] += "3"
    source = "\n".join([*lines[:4], "1", "", "In Sparrow Lane, which has since been pulled down.", *lines[4:]])

    blocks = text_to_blocks(source + "\n" + _wrapped(f"1.2. {VISIT} {BRIDGE}"))

    assert [block.kind.value for block in blocks] == ["footnote", "paragraph", "paragraph"]
    assert blocks[0].text == "In Sparrow Lane, which has since been pulled down."
    assert blocks[1].text == f"1.1. {BRIDGE} {KITCHEN} {MEETING} {LETTER}"


def test_a_box_among_a_columns_lines_is_told_from_it_and_marked_uncertain():
    column = textwrap.wrap(f"{MEETING} {LETTER}", 42)
    learning = (
        "Learning point: a family that moves is not a family that has gone away, and every service says so at once."
    )
    box = textwrap.wrap(learning, 54)
    mixed = [line for pair in zip(column[: len(box)], box, strict=True) for line in pair] + column[len(box) :]
    source = "\n".join(
        [*textwrap.wrap(f"5.1. {BRIDGE} {KITCHEN} {VISIT}", WIDTH), *mixed, *textwrap.wrap(f"{VISIT} {KITCHEN}", WIDTH)]
    )

    found = {block.box: block for block in text_to_blocks(source) if block.is_uncertain}

    assert found[1].text == learning
    assert all("Learning" not in block.text for block in text_to_blocks(source) if block.box is None)


def test_short_lines_that_go_on_as_one_text_are_not_divided():
    lines = lines_of("\n".join(textwrap.wrap(f"{MEETING} {LETTER}", 42)))

    divided = divide(lines, BRIDGE, VISIT, phrases_of(lines))

    assert divided is None


def test_a_text_with_a_paragraph_on_each_line_has_no_width():
    assert width_of(lines_of(f"{BRIDGE}\n\n{KITCHEN}\n\n{MEETING}")) == 0


def test_the_width_of_a_wrapped_text_is_told():
    assert 94 <= width_of(lines_of(_wrapped(BRIDGE, KITCHEN, MEETING, LETTER, VISIT))) <= 100
