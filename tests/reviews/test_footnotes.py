"""Footnotes stand at the end of their page or section, and their marks lead to them and back."""

import re

import pytest

from reviews.footnotes import Line, calls_in, notes_in_place
from reviews.models import Passage
from tests.factories import make_document, make_passage, make_review

pytestmark = pytest.mark.usefixtures("public")


def order(*lines):
    return "".join(
        notes_in_place([(name, Line(1, page, block, label, marks)) for name, page, block, label, marks in lines])
    )


def test_a_note_stands_after_the_text_of_its_page():
    lines = [("a", 1, "paragraph", "", ()), ("b", 2, "paragraph", "", ()), ("n", 1, "footnote", "1", ())]

    assert order(*lines) == "anb"


def test_a_note_of_a_page_on_which_only_a_long_paragraph_goes_on_stands_after_that():
    lines = [("a", 1, "paragraph", "", ()), ("b", 3, "paragraph", "", ()), ("n", 2, "footnote", "1", ())]

    assert order(*lines) == "anb"


def test_without_pages_a_note_stands_at_the_end_of_the_section_that_calls_it():
    lines = [
        ("a", None, "paragraph", "", ("1",)), ("b", None, "paragraph", "", ()), ("h", None, "heading", "", ()),
        ("c", None, "paragraph", "", ()), ("n", None, "footnote", "1", ()), ("m", None, "footnote", "2", ()),
    ]  # fmt: skip

    assert order(*lines) == "abnhcm"


@pytest.fixture
def review(db):
    return make_review()


def call_notes(item, *marks, of=None):
    Passage.objects.filter(pk=item.pk).update(
        note_marks={"of": of or len(item.text), "at": [list(one) for one in marks]}
    )


def text_of(client, review, query=""):
    return client.get(f"{review.get_absolute_url()}text/{query}").content.decode()


def test_a_mark_leads_to_its_note_and_the_note_back_to_the_first_mark(client, review):
    document = make_document(review, pages=2)
    first = make_passage("The board met.", review=review, document=document, page=1)
    second = make_passage("It asked.", review=review, document=document, page=2)
    note = make_passage("A note.", review=review, document=document, page=1, block="footnote", label="1")
    call_notes(first, (14, "1"))
    call_notes(second, (9, "1"))

    page = text_of(client, review)

    marks = re.findall(r'<sup class="note-call"><a( id="[^"]+")? href="#([^"]+)" role="doc-noteref">', page)
    assert marks == [(f' id="c-{note.anchor}"', note.fragment), ("", note.fragment)]
    assert f'href="#c-{note.anchor}" role="doc-backlink"' in page
    assert page.index("The board met.") < page.index("A note.") < page.index("It asked.")


def test_where_marks_begin_anew_on_each_page_the_note_of_the_page_is_meant(review):
    document = make_document(review, pages=2)
    passages = [make_passage(f"Page {page}.", review=review, document=document, page=page) for page in (1, 2)]
    notes = [
        make_passage(f"Note {page}.", review=review, document=document, page=page, block="footnote", label="1")
        for page in (1, 2)
    ]
    for passage in passages:
        call_notes(passage, (7, "1"))

    calls = calls_in(review.items.text_passages())

    assert [calls[passage.pk][0].note for passage in passages] == notes


def test_where_words_were_corrected_since_the_mark_stands_at_the_end(client, review):
    passage = make_passage("The board met twice.", review=review)
    make_passage("A note.", review=review, block="footnote", label="1")
    call_notes(passage, (3, "1"), of=14)

    assert re.search(r"The board met twice\.<sup", text_of(client, review))


def test_words_that_are_asked_for_are_marked_on_both_sides_of_a_note(client, review):
    passage = make_passage("The board met. The board asked.", review=review)
    make_passage("A note.", review=review, block="footnote", label="1")
    call_notes(passage, (14, "1"))

    page = text_of(client, review, "?q=board")

    assert page.count("<mark>board</mark>") == 2
    assert "met.<sup" in page


def test_text_is_escaped_round_the_marks_of_notes(client, review):
    passage = make_passage("a < b & c. <i>d</i>", review=review)
    make_passage("A note.", review=review, block="footnote", label="1")
    call_notes(passage, (10, "1"))

    page = text_of(client, review)

    assert "a &lt; b &amp; c.<sup" in page
    assert "<i>d</i>" not in page


def test_a_note_stands_in_the_same_part_of_a_long_text_as_its_page(client, review):
    document = make_document(review, pages=30)
    for page in range(1, 17):
        make_passage("Word. " * 1500, review=review, document=document, page=page)
    make_passage("A note of the first page.", review=review, document=document, page=1, block="footnote", label="1")

    assert "A note of the first page." in text_of(client, review)
