"""Footnotes stand apart, their marks are gone from the text, and nothing of the text goes with them."""

from ingest.layout.footnotes import mark_of, notes_of, split_footnotes
from ingest.layout.lines import line_of as line_of_words
from ingest.pages import Rect, Word
from tests.ingest.samples import BRIDGE, KITCHEN, VISIT
from tests.ingest.typeset import beginning, outline_of_sample


def _marked(mark, text, baseline, line_of):
    raised = Word.standing(mark, 50, 54, baseline - 3, 5, is_bold=False, is_italic=False, is_joined=False)
    return line_of_words((raised, *line_of(text, left=56, baseline=baseline, size=8).words), 1)


def test_notes_stand_apart_with_their_marks():
    notes = [(note.number, note.text) for note in outline_of_sample("footnotes").footnotes]

    assert notes[0] == ("1", "Tobias’s father was invited and did not reply.")
    assert [number for number, _ in notes] == ["1", "2", "3", "4", "5"]


def test_a_note_that_goes_on_over_a_page_is_whole():
    note = outline_of_sample("footnotes").footnotes[3]

    assert note.text == f"{BRIDGE} {KITCHEN} {VISIT} {BRIDGE} {KITCHEN} {VISIT} {BRIDGE}"


def test_marks_are_gone_from_the_text_and_raised_letters_stay():
    outline = outline_of_sample("footnotes")

    assert beginning(outline, "The reviewer met the family twice and spoke with nine professionals.")
    assert "chronology. It was the 2nd that" in beginning(outline, "The team used a chronology.").text
    assert "Nobody had the 1st version." in outline.paragraphs[3].text


def test_lines_with_raised_marks_at_the_foot_are_notes(line_of):
    lines = [line_of("The text of the page.", baseline=100), _marked("1", "A note.", 700, line_of)]

    text, notes = split_footnotes(lines, 10.0)

    assert [line.text for line in text] == ["The text of the page."]
    assert mark_of(notes_of(notes)[0]) == "1"


def test_a_plain_number_below_a_rule_begins_a_note(line_of):
    lines = [line_of("The text.", baseline=100), line_of("2 A note without a raised mark.", baseline=700, size=8)]

    _, notes = split_footnotes(lines, 10.0, rules=[Rect(50, 680, 200, 680.5)])

    assert len(notes) == 1


def test_a_plain_number_that_the_text_calls_begins_a_note(line_of):
    lines = [line_of("The text.", baseline=100), line_of("2 A note without a raised mark.", baseline=114, size=8)]

    assert len(split_footnotes(lines, 10.0, calls={"2"})[1]) == 1
    assert len(split_footnotes(lines, 10.0, calls=set())[1]) == 0


def test_a_list_of_references_in_small_type_is_no_footnote(line_of):
    lines = [line_of(f"{n}. A book, its author and its year.", baseline=100 + 12 * n, size=8) for n in range(1, 30)]

    assert split_footnotes(lines, 10.0)[1] == []


def test_small_type_above_the_last_line_of_the_text_is_no_footnote(line_of):
    lines = [line_of("1 Small type.", baseline=100, size=8), line_of("The text goes on below.", baseline=130)]

    assert split_footnotes(lines, 10.0)[1] == []


def test_a_note_below_two_columns_stands_apart():
    outline = outline_of_sample("box_over_columns")

    assert [(note.number, note.text) for note in outline.footnotes] == [("3", BRIDGE)]


def test_what_a_note_is_called_by_keeps_its_place():
    outline = outline_of_sample("footnotes")
    called = [call.mark for paragraph in outline.paragraphs for call in paragraph.calls]

    assert set(called) <= {note.number for note in outline.footnotes}
    assert len(called) >= 3
