"""Where paragraphs, list items and headings begin and end."""

import pytest

from ingest.blocks import BlockKind
from tests.ingest.samples import BRIDGE, KITCHEN, LETTER, MEETING, VISIT
from tests.ingest.typeset import beginning, outline_of_sample, texts


def _items(outline):
    return [(p.level, p.text.split(",")[0]) for p in outline.paragraphs if p.kind == BlockKind.LIST_ITEM]


def test_bullets_within_bullets_keep_their_depth():
    assert _items(outline_of_sample("nested_lists")) == [
        (1, "visits were made when nobody could be at home"),
        (2, "on weekday mornings"),
        (2, "without notice"),
        (1, "letters were sent;"),
        (1, "the school was not asked."),
    ]


def test_an_item_over_several_lines_is_one():
    outline = outline_of_sample("nested_lists")

    assert beginning(outline, "visits were made").text.endswith("one that could not be seen at all;")


def test_numbered_items_keep_their_numbers():
    outline = outline_of_sample("nested_lists")

    assert beginning(outline, "Who asked him?").number == "2"
    assert beginning(outline, "with his mother, at home").number == "2"


def test_a_dash_that_begins_a_line_of_a_sentence_is_no_bullet():
    outline = outline_of_sample("dashes_and_letters")

    item = beginning(outline, "say what it knew of the child, and when – as far as its records show – it came")

    assert (item.kind, item.marker) == (BlockKind.LIST_ITEM, "–")


def test_letters_and_roman_numerals_number_their_points():
    outline = outline_of_sample("dashes_and_letters")

    assert [p.number for p in outline.paragraphs if p.number] == ["6.1", "6.2", "(a)", "(b)", "6.3", "i", "ii", "iii"]


def test_bullets_that_are_drawn_are_bullets():
    outline = outline_of_sample("drawn_bullets")

    assert _items(outline) == [
        (1, "they had asked for help with the damp in the bedroom"),
        (1, "the letters were hard to read;"),
        (1, "nobody asked Tobias."),
    ]


def test_paragraphs_with_indented_first_lines_and_no_space_between_are_parted():
    assert texts(outline_of_sample("indented_first_lines")) == [
        f"{BRIDGE} It ended there.",
        KITCHEN,
        MEETING,
        LETTER,
        VISIT,
    ]


def test_paragraphs_with_neither_space_nor_indent_are_parted_by_their_short_last_lines():
    assert texts(outline_of_sample("no_space_between_paragraphs")) == [BRIDGE, KITCHEN, MEETING, LETTER, VISIT]


def test_double_spacing_parts_no_paragraph():
    found = texts(outline_of_sample("double_spaced"))

    assert found == ["Background", BRIDGE, KITCHEN, MEETING, "What the professionals did", LETTER, VISIT]


def test_a_book_list_with_hanging_indents_has_one_paragraph_for_each_book():
    found = texts(outline_of_sample("references_hanging"))

    assert [text.split(",")[0] for text in found[2:]] == ["Alder", "Cedar", "Elm"]
    assert "a study of home visits" in found[2]


def test_a_quotation_is_a_paragraph_of_its_own():
    found = texts(outline_of_sample("quotations"))

    assert found[1].startswith("“A visit at which the child is not seen")
    assert found[-1] == BRIDGE


def test_a_paragraph_over_a_page_break_is_whole_also_before_a_capital():
    paragraph = outline_of_sample("over_page_breaks").paragraphs[0]

    assert paragraph.number == "1.1"
    assert paragraph.text.endswith("Saffron Rush, none of whom lived in Sparrow Lane.")
    assert {box.page for box in paragraph.boxes} == {1, 2}


def test_list_items_over_a_page_break_stay_items():
    outline = outline_of_sample("over_page_breaks")

    assert [p.text for p in outline.paragraphs if p.kind == BlockKind.LIST_ITEM] == [
        f"{MEETING} {LETTER}",
        f"{BRIDGE} {KITCHEN}",
        f"{LETTER} {VISIT}",
    ]


def test_a_heading_and_its_text_are_found_over_a_page_break_and_a_footnote():
    outline = outline_of_sample("heading_within_a_paragraph")

    text = beginning(outline, "That the Council changes the form")

    assert text.headings[-1].text == "Recommendation 2:"
    assert text.text.endswith("by the end of the same week.")
    assert [note.text for note in outline.footnotes] == ["Within six months.", "The form is called M4."]


def test_small_capitals_and_wide_set_letters_are_read_as_words():
    found = texts(outline_of_sample("ligatures_and_capitals"))

    assert found[0] == "SUMMARY OF THE FINDINGS"
    assert found[2] == "CONCLUSION"


def test_ligatures_are_spelt_out():
    found = texts(outline_of_sample("ligatures_and_capitals"))

    assert found[1] == "The officer first identified the difficulty with the flat in five offers of affordable housing."
    assert found[3] == "The office first found affluence to be a difficult reflection."


def test_words_broken_at_line_ends_are_mended():
    found = texts(outline_of_sample("hyphenated"))

    assert found[0] == BRIDGE
    assert found[2] == f"{KITCHEN} {MEETING} {LETTER} {VISIT}"


def test_words_with_a_hyphen_of_their_own_keep_it_at_a_line_end():
    found = texts(outline_of_sample("hyphenated"))

    assert found[1].count("multi-agency") == 2
    assert found[1].count("early-years") == 2
    assert "multiagency" not in found[1]


def test_the_lines_of_a_cover_are_told_apart():
    outline = outline_of_sample("cover_art")

    cover = [paragraph.text for paragraph in outline.paragraphs if paragraph.part == "cover"]

    assert cover == [
        "Local Child Safeguarding Practice Review",
        "Tobias",
        "Lead reviewer: Ann Marsh",
        "Harrowdale Safeguarding Children Partnership",
        "June 2022",
    ]


@pytest.mark.parametrize("sample", ["over_page_breaks", "two_columns", "footnotes", "box_beside_the_column"])
def test_every_paragraph_knows_the_places_of_its_lines(sample):
    outline = outline_of_sample(sample)

    for paragraph in outline.paragraphs:
        assert paragraph.boxes
        assert paragraph.page == paragraph.boxes[0].page
        for box in paragraph.boxes:
            width, height = outline.page_sizes[box.page - 1]
            assert 0 <= box.left < box.right <= width + 1
            assert 0 <= box.top < box.bottom <= height
