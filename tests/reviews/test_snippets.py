import pytest

from reviews.search.question import question_of
from reviews.snippets import beginning, snippets
from tests.factories import make_finding, make_review

LONG = "He waited. " * 60


@pytest.fixture
def snippet_of(db):
    def snippet(text, words):
        item = make_finding(text, review=make_review())
        return snippets([item], question_of(words))[item.pk]

    return snippet


def test_hits_are_marked_whatever_their_ending(snippet_of):
    assert snippet_of("The schools waited.", "school") == "The <mark>schools</mark> waited."


def test_markup_in_a_review_stays_text(snippet_of):
    shown = snippet_of("<script>alert('school')</script> & <mark>school", "school")

    assert "<script" not in shown
    assert shown.endswith("&lt;mark&gt;<mark>school</mark>")
    assert "&amp;" in shown


def test_only_the_phrase_is_marked_where_a_phrase_is_asked_for(snippet_of):
    shown = snippet_of("A child in need of a child protection plan.", '"child protection"')

    assert shown == "A child in need of a <mark>child protection</mark> plan."


def test_only_words_near_each_other_are_marked_where_that_is_asked(snippet_of):
    shown = snippet_of(
        "Neglect was seen by the dentist. It was said again and again that neglect.", "neglect NEAR/5 dentist"
    )

    assert shown.count("<mark>") == 2


def test_dots_say_that_the_text_goes_on(snippet_of):
    shown = snippet_of(f"{LONG}The school rang. {LONG}", "school")

    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_without_words_a_short_text_is_shown_whole_and_a_long_one_begins(snippet_of):
    assert snippet_of("He waited.", "") == "He waited."
    assert beginning(LONG).endswith(" …")
    assert len(beginning(LONG)) < len(LONG)
