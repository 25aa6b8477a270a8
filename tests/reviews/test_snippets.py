import pytest

from reviews.snippets import HIT_BEGINS, HIT_ENDS, beginning, marked, snippets
from tests.factories import make_finding, make_review

LONG = "He waited. " * 60


@pytest.fixture
def snippet_of(db):
    def snippet(text, words):
        item = make_finding(text, review=make_review())
        return snippets([item], words)[item.pk]

    return snippet


def test_hits_are_marked_whatever_their_ending(snippet_of):
    assert snippet_of("The schools waited.", "school") == "The <mark>schools</mark> waited."


def test_markup_in_a_review_stays_text(snippet_of):
    shown = snippet_of("<script>alert('school')</script> & <mark>school", "school")

    assert "<script" not in shown
    assert shown.endswith("&lt;mark&gt;<mark>school</mark>")
    assert "&amp;" in shown


def test_marks_that_a_text_brings_along_become_nothing(snippet_of):
    shown = snippet_of(f"The {HIT_BEGINS}school{HIT_ENDS}{HIT_ENDS} and {HIT_BEGINS} more.", "waited OR school")

    assert shown.count("<mark>") == shown.count("</mark>")
    assert HIT_BEGINS not in shown
    assert HIT_ENDS not in shown


def test_a_stray_mark_is_no_markup():
    assert marked(f"a {HIT_BEGINS}b <i>") == "a b &lt;i&gt;"


def test_dots_say_that_the_text_goes_on(snippet_of):
    shown = snippet_of(f"{LONG}The school rang. {LONG}", "school")

    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_without_words_a_short_text_is_shown_whole_and_a_long_one_begins(snippet_of):
    assert snippet_of("He waited.", "") == "He waited."
    assert beginning(LONG).endswith(" …")
    assert len(beginning(LONG)) < len(LONG)
