"""What finds what, in a real dictionary: by the items' own words and by postings alike."""

import pytest

from reviews.models import Item, SynonymGroup
from reviews.search import SearchParameters
from reviews.search.answer import answer
from reviews.search.blocks import bring_up_to_date
from reviews.search.question import question_of
from tests.factories import make_finding, make_review, make_user

pytestmark = pytest.mark.django_db

FINDS = [
    # Endings, and forms that are no endings.
    ("schools waiting", "The school waited."),
    ("child", "Children were seen."),
    ("people", "One person asked."),
    ("bring", "He was brought."),
    ("organization", "Organisations met."),
    ("behavior", "Behaviours seen."),
    ("safeguarding", "Safeguard him."),
    # Marks between, around and in words.
    ("father", "The mother/father rang."),
    ("neglect", "It is “neglect”."),
    ("neglect", "Signs – neglect – remain…"),
    ("multi agency", "A multi-agency plan."),
    ("multi-agency", "A multi agency plan."),
    ('"children social care"', "Children’s social care rang."),
    ('"children\'s social care"', "Childrens social care rang."),
    ("A&E", "Seen at A&E."),
    ("end", "At home.The end."),
    ("47", "A s.47 enquiry."),
    ("4.2", "See 4.2 above."),
    ("covid 19", "During COVID-19."),
    ("Sian", "Siân was seen."),
    ("Siân", "Sian was seen."),
    ("naïve", "A naive view."),
    ("bold", "<b>bold</b>"),
    # Phrases, also of common words.
    ('"was not brought"', "He was not brought."),
    ('"no further action"', "No further action was taken."),
    ('"voice of the child"', "The voice of the child."),
    # The beginnings of words.
    ("negl*", "Neglected."),
    ("neglecting*", "Neglected."),
    ("children*", "A child."),
    ('"child protect*"', "Child protection plan."),
    # Near, either way round.
    ("neglect NEAR dental", "Dental decay may be neglect."),
    ("dental NEAR/4 neglect", "Dental decay may be neglect."),
    ('"dental decay" NEAR/3 neglect', "Dental decay may be neglect."),
    ("-school", "He waited."),
    ("school OR nursery", "The nursery rang."),
    ("(school OR nursery) -police", "The nursery rang."),
    # Other names.
    ("CME", "Children missing from education."),
    ("LSCBs", "The local safeguarding children board."),
    ("children missing education", "A CME officer."),
]
DOES_NOT_FIND = [
    ('"not brought"', "Brought, not by her."),
    ('"was not brought"', "He was brought."),
    ('"plan protection"', "A protection plan."),
    ("dental NEAR/3 neglect", "Dental decay may be neglect."),
    ("school -letter", "The school wrote a letter."),
    ("school nursery", "The school rang."),
    ('"children missing education"', "A CME officer."),
    ("-CME", "Children missing from education."),
    ("neglect", "A negligee."),
    ("ass*", "See and act."),
]


@pytest.fixture(autouse=True)
def names():
    SynonymGroup.objects.all().delete()
    SynonymGroup.objects.create().take(["CME", "children missing education", "children missing from education"])
    SynonymGroup.objects.create().take(["LSCB", "local safeguarding children board"])


def finds(typed, text, *, with_postings):
    make_finding(text, review=make_review("Somebody", area="", title="x"))
    if with_postings:
        bring_up_to_date()
    return answer(SearchParameters(words=typed), make_user()).count == 1


@pytest.mark.parametrize("with_postings", [False, True])
@pytest.mark.parametrize(("typed", "text"), FINDS)
def test_finds(typed, text, with_postings):
    assert finds(typed, text, with_postings=with_postings)


@pytest.mark.parametrize("with_postings", [False, True])
@pytest.mark.parametrize(("typed", "text"), DOES_NOT_FIND)
def test_does_not_find(typed, text, with_postings):
    assert not finds(typed, text, with_postings=with_postings)


def test_words_that_are_too_common_to_be_searched_ask_for_nothing():
    assert question_of("the").meaning is None
    assert question_of("of the").tsquery is None
    assert question_of('"of the"').meaning is not None


@pytest.mark.parametrize(
    "typed", ["'", "\\", "a'b", "a\\b", "'':*", "é'", "&|!()<->", "a:*", "x" * 200, "\ue000", "%s", "NEAR/5"]
)
def test_no_letters_break_the_query(typed):
    question = question_of(f"{typed} OR school")

    assert Item.objects.filter(search=question.query).count() == 0
