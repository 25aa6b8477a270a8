import pytest

from reviews.content_note import content_note
from reviews.facts import facts_of
from tests.factories import make_document, make_partnership, make_person, make_review

pytestmark = pytest.mark.django_db


def facts(review):
    return {fact.name: fact for fact in facts_of(review, list(review.people.all()), list(review.documents.all()))}


def test_what_is_not_there_is_not_stated():
    there = facts(make_review(published=""))

    assert not there["Published"].is_there
    assert not there["Outcome"].is_there


def test_dates_are_in_words_and_say_no_more_than_they_know():
    there = facts(make_review(published="2021-05", period="2018-11/2020", incident="2020-21"))

    assert there["Published"].values == ("May 2021",)
    assert there["Time looked at"].values == ("November 2018 to 2020",)
    assert there["When it happened"].values == ("spring 2020",)


def test_a_fact_that_a_person_gave_is_checked_and_the_others_are_not():
    there = facts(make_review(fields_by_people=["kind"]))

    assert there["Kind of review"].is_checked
    assert not there["Published"].is_checked


def test_the_partnership_has_its_name_of_today_where_it_is_known():
    board = make_partnership("Ambermoor Safeguarding Partnership")

    assert facts(make_review(partnership=board, partnership_as_printed="Ambermoor LSCB"))["Published by"].values == (
        "Ambermoor Safeguarding Partnership",
    )


def test_withheld_not_stated_and_not_yet_extracted_are_three_things():
    review = make_review()
    make_person(review, "Tam", age_as_printed="7 weeks", sex="withheld", ethnicity_is="not_stated")

    assert facts(review)["About"].values == (
        "Tam, child, age: 7 weeks. Sex: withheld. Ethnicity: not stated in the review. Disability: not yet extracted.",
    )


def test_the_length_is_of_the_files_that_are_read_only():
    review = make_review()
    make_document(review, pages=12)
    make_document(review, pages=14, gives_items=False)

    assert facts(review)["Length"].values == ("12 pages",)


@pytest.mark.parametrize(
    ("outcome", "roles", "sentence"),
    [
        ("death", ["child"], "This review describes how a child died."),
        ("death", ["child", "child"], "This review describes how children died."),
        ("serious_harm", ["adult"], "This review describes how an adult was seriously harmed."),
        ("serious_harm", ["child", "adult"], "This review describes how people were seriously harmed."),
        ("", ["child"], "This review describes harm to a child."),
        ("", [], "This review describes harm to a person."),
    ],
)
def test_the_note_says_plainly_what_a_review_describes(outcome, roles, sentence):
    review = make_review(outcome=outcome)
    people = [make_person(review, f"Person {number}", role=role) for number, role in enumerate(roles)]

    assert content_note(review, people) == sentence
