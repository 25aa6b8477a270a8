"""The marks of footnotes leave the text, and are found in it again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.hypertext.walking import blocks_of
from ingest.note_calls import NoteCall, call_after, calls_after, calls_of_marks, places_of

TEXT = "The board met. It asked the school to write, and waited."


def shown(text, calls, known=("1", "2", "3")):
    """The text with its marks in brackets."""
    for place, mark in reversed(places_of(text, calls, known)):
        text = f"{text[:place]}[{mark}]{text[place:]}"
    return text


def test_a_mark_stands_behind_its_word_and_what_hangs_on_it():
    assert shown(TEXT, [call_after("The board met", "1")]) == TEXT.replace("met.", "met.[1]")


def test_a_mark_finds_its_place_where_the_number_of_the_paragraph_was_taken_out():
    assert shown(TEXT, [call_after("1.1 The board met", "1")]) == TEXT.replace("met.", "met.[1]")


def test_marks_of_one_word_stand_in_their_order():
    calls = [call_after("The board met", "1"), *calls_of_marks("The board met. It asked the school to write", "2,3")]

    assert shown(TEXT, calls) == TEXT.replace("met.", "met.[1]").replace("write,", "write,[2][3]")


def test_a_mark_in_the_second_half_of_a_text_is_not_looked_for_in_the_first():
    text = "It was said. It was said."

    assert shown(text, calls_after("It was said.", [call_after("It was said", "1")])) == "It was said. It was said.[1]"


def test_a_mark_without_a_note_is_none():
    assert places_of(TEXT, [call_after("The board", "9")], {"1"}) == ()


def test_a_mark_whose_words_are_gone_stands_at_the_end():
    assert shown(TEXT, [NoteCall("1", "somethingelse")]) == f"{TEXT}[1]"


@given(st.text(max_size=60), st.lists(st.tuples(st.text(max_size=30), st.sampled_from("123")), max_size=5))
def test_every_known_mark_has_a_place_in_the_text(text, marks):
    places = places_of(text, [call_after(before, mark) for before, mark in marks], "123")

    assert [mark for _, mark in places] == [mark for _, mark in marks]
    assert all(0 <= place <= len(text) for place, _ in places)


@pytest.mark.parametrize("mark", ['<a href="#fn1">1</a>', "<sup>1</sup>", '<sup><a href="#fn1">[1]</a></sup>'])
def test_a_web_page_keeps_where_its_notes_are_called(mark):
    source = f"<body><p>The board met.{mark} It asked.</p><div class='footnotes'><p id='fn1'>A note.</p></div></body>"

    text, note = blocks_of(source)

    assert text.text == "The board met. It asked."
    assert [call.mark for call in text.calls] == [note.marker]
    assert shown(text.text, text.calls) == "The board met.[1] It asked."
