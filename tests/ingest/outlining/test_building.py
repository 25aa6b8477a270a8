"""Blocks become paragraphs under their headings, in their parts."""

import pytest

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.outline import Part
from ingest.outlining import outline_of
from tests.ingest.typeset import beginning, outline_of_sample

TEXT = "The child was seen at home by two workers, who wrote down on the same day what they had seen there and heard."


def _outline(*blocks):
    return outline_of(ReadDocument("pdf", blocks))


def _text(text=TEXT, **more):
    return Block(BlockKind.PARAGRAPH, text, **more)


def _heading(text, size=1.3, **more):
    return Block(BlockKind.PARAGRAPH, text, size=size, is_bold=True, **more)


def _headings(*headings):
    """Headings, each with a text below it: words alone, or words and their size."""
    for heading in headings:
        yield _heading(heading) if isinstance(heading, str) else _heading(*heading)
        yield _text()


def _paths(outline):
    return [" > ".join(heading.text for heading in p.headings) for p in outline.paragraphs if p.text == TEXT]


def test_numbered_headings_nest_by_their_numbers():
    outline = _outline(*_headings("1 Introduction", "2 Analysis", "2.1 The school", "3 End"))

    assert _paths(outline) == ["Introduction", "Analysis", "Analysis > The school", "End"]


def test_larger_type_stands_over_smaller():
    outline = _outline(*_headings(("Analysis", 1.5), ("The school", 1.2), ("Learning", 1.5)))

    assert _paths(outline) == ["Analysis", "Analysis > The school", "Learning"]


def test_months_stand_below_their_year():
    outline = _outline(*_headings("Chronology", ("2013", 1.0), ("June", 1.0), ("July", 1.0), ("2014", 1.0)))

    assert [path.removeprefix("Chronology > ") for path in _paths(outline)[1:]] == [
        "2013",
        "2013 > June",
        "2013 > July",
        "2014",
    ]


def test_labels_of_items_are_the_deepest_headings():
    outline = _outline(*_headings("Recommendations", ("Recommendation 1:", 1.0), ("Recommendation 2:", 1.0)))

    assert _paths(outline)[1:] == ["Recommendations > Recommendation 1:", "Recommendations > Recommendation 2:"]


def test_references_without_a_number_stand_beside_numbered_chapters():
    outline = _outline(_heading("1 Introduction"), _text(), _heading("References", 1.1), _text())

    assert _paths(outline) == ["Introduction", "References"]


def test_a_section_of_the_executive_summary_stands_in_it_whatever_it_is_called():
    summary = [_heading("Executive summary"), *_headings(("Recommendations", 1.15))]

    outline = _outline(*summary, *_headings("1 Introduction", "2 Recommendations"))

    assert _paths(outline) == ["Executive summary > Recommendations", "Introduction", "Recommendations"]


def test_the_bold_words_that_a_text_begins_with_are_without_its_number():
    outline = _outline(_heading("1 Actions"), _text(f"2. Attendance. {TEXT}", bold_lead="2. Attendance."))

    assert outline.paragraphs[-1].bold_lead == "Attendance."


def test_numbers_that_restart_in_an_appendix_stand_below_it():
    outline = outline_of_sample("numbers_restart")

    assert [h.text for h in beginning(outline, "Officers to ask").headings] == [
        "Appendix 1 Recommendations of the agencies",
        "Police",
    ]
    assert [h.text for h in beginning(outline, "That the Board asks").headings] == ["RECOMMENDATIONS"]


def test_one_number_may_be_a_paragraphs_and_a_recommendations():
    outline = outline_of_sample("numbers_restart")

    assert [p.text for p in outline.paragraphs if p.number == "4.2"] == [
        "That the Board asks each agency how letters are checked.",
        "What was seen to be written in the notebook.",
    ]


def test_a_paragraphs_part_is_that_of_the_nearest_heading_that_tells_one():
    outline = _outline(_heading("Findings", 1.5), _text(), _heading("The house in Sparrow Lane", 1.2), _text())

    assert [p.part for p in outline.paragraphs if p.text == TEXT] == [Part.FINDINGS, Part.FINDINGS]


def test_entries_of_a_contents_page_are_in_it_and_nowhere_else():
    outline = outline_of_sample("contents_page")
    first_page = [p for p in outline.paragraphs if p.page == 1]

    assert {p.part for p in first_page} == {Part.CONTENTS}
    assert not [p for p in first_page[1:] if p.kind == BlockKind.HEADING]
    assert beginning(outline, "The Partnership should ask").part == Part.RECOMMENDATIONS


def test_entries_without_dots_that_name_later_headings_are_contents():
    entries = [_text("Introduction 2"), _text("The learning 3")]

    outline = _outline(_heading("Contents"), *entries, *_headings("Introduction", "The learning"))

    assert [p.part for p in outline.paragraphs[1:3]] == [Part.CONTENTS, Part.CONTENTS]
    assert outline.paragraphs[3].part == Part.INTRODUCTION


def test_the_cover_has_a_title_and_no_other_heading():
    outline = outline_of_sample("cover_art")
    cover = [p for p in outline.paragraphs if p.part == Part.COVER]

    assert [p.text for p in cover if p.kind == BlockKind.HEADING] == ["Local Child Safeguarding Practice Review"]
    assert outline.paragraphs[-1].headings[0].text == "Introduction"


@pytest.mark.parametrize(
    "text",
    [
        "The LSCB should publish the report.",
        "Where a child is hard to see, the difficulty belongs to the service and not to the child. Say so.",
        "Safron Oak Independent Author September 2015",
    ],
)
def test_bold_statements_and_signatures_are_no_headings(text):
    lines = tuple(text.split(" ", 3)[:3]) if "Author" in text else ()

    outline = _outline(
        _heading("Findings"), _text(), Block(BlockKind.PARAGRAPH, text, is_bold=True, lines=lines), _text()
    )

    assert outline.paragraphs[2].kind == BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "text", ["4.1 Isle Safeguarding Children Board", "Terms of reference", "LESSONS LEARNT", "2013"]
)
def test_plain_lines_are_headings_where_number_words_or_capitals_say_so(text):
    outline = _outline(_text(), _text(text), _text())

    assert outline.paragraphs[1].kind == BlockKind.HEADING


@pytest.mark.parametrize(
    "text",
    [
        "1.5 Ensure the process is suitably quality assured",
        "The panel comprised of:",
        "Police",
        "and so it went on",
        "Is there evidence?",
    ],
)
def test_plain_lines_that_say_nothing_of_the_kind_are_not(text):
    outline = _outline(_text(), _text(text), _text())

    assert outline.paragraphs[1].kind != BlockKind.HEADING


def test_a_numbered_line_over_its_own_paragraphs_is_their_heading():
    outline = _outline(
        _text("5.2 What the workers believed about the family"), _text(f"5.2.1 {TEXT}"), _text(f"5.2.2 {TEXT}")
    )

    assert _paths(outline) == ["What the workers believed about the family"] * 2


def test_notes_stand_apart_with_their_marks_as_numbers():
    outline = _outline(_text(), Block(BlockKind.FOOTNOTE, "A note.", marker="3"))

    assert [(note.number, note.text) for note in outline.footnotes] == [("3", "A note.")]
    assert len(outline.paragraphs) == 1


def test_an_empty_document_has_an_empty_outline():
    assert _outline().paragraphs == ()
