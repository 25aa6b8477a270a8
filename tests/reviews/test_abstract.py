"""The abstract that opens a review's page."""

import pytest

from reviews.abstract import LONGEST_LINE, abstract_of, first_words
from reviews.evidence import Source
from tests.factories import make_finding, make_person, make_recommendation, make_review

pytestmark = pytest.mark.django_db


def parts(review, *, findings=(), recommendations=(), sources=None):
    people = list(review.people.all())
    return {part.name: part for part in abstract_of(review, people, sources or {}, findings, recommendations)}


def test_what_happened_is_told_from_the_facts_and_the_reviews_own_words():
    review = make_review(outcome="death", incident="2020-03", period="2018/2020")
    make_person(review)
    source = Source("In March 2020 a child died.", "/page/", "page 3")

    part = parts(review, sources={"incident": source})["what_happened"]

    assert part.sentence == "The death of a child (March 2020). The review looks at 2018 to 2020."
    assert [(line.words, line.address, line.name) for line in part.lines] == [
        ("In March 2020 a child died.", "/page/", "page 3")
    ]


def test_the_first_findings_are_named_with_their_places_and_the_others_are_counted():
    review = make_review()
    findings = [make_finding(f"Learned {number}.", review=review, label=str(number)) for number in range(1, 7)]

    part = parts(review, findings=findings)["learning"]

    assert [line.words for line in part.lines] == ["Learned 1.", "Learned 2.", "Learned 3.", "Learned 4."]
    assert part.lines[0].address == f"#{findings[0].fragment}"
    assert part.left_out == 2


def test_a_finding_without_a_number_says_its_page():
    review = make_review()
    found = make_finding("Nobody asked.", review=review, page=12)

    assert parts(review, findings=[found])["learning"].lines[0].name == "Finding, page 12"


def test_good_practice_is_no_learning_and_what_is_not_there_is_left_out():
    review = make_review()
    good = make_finding("Somebody asked.", review=review, finding_kind="good_practice")

    assert parts(review, findings=[good]) == {}


def test_keywords_are_the_themes():
    review = make_review(themes=["neglect", "cme"])

    assert [theme.key for theme in parts(review)["keywords"].themes] == ["neglect", "cme"]


def test_what_a_person_wrote_stands_instead_of_what_is_built():
    review = make_review(abstract={"recommendations": "Ask each term."})
    asked = make_recommendation("Ask.", review=review)

    part = parts(review, recommendations=[asked])["recommendations"]

    assert part.written == part.plain == "Ask each term."
    assert part.lines == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nobody asked.", "Nobody asked."),
        (f"Dr. Ames asked twice. {'And so on. ' * 40}", "Dr. Ames asked twice."),
        (f"Nobody asked “Why?” Then {'more ' * 80}", "Nobody asked “Why?"),
    ],
)
def test_a_long_text_is_told_by_its_first_sentence(text, words):
    assert first_words(text) == words


def test_a_long_sentence_is_cut_after_a_word():
    cut = first_words("word " * 200)

    assert len(cut) <= LONGEST_LINE + 2
    assert cut.endswith("word …")
