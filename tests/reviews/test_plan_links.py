"""A row of an action plan is tied to the recommendation that it answers: as a person said, else as it tells itself."""

import pytest

from people.roles import Role
from reviews import claims, corrections
from reviews.models import Claim, Item
from reviews.plan_links import link_actions
from tests.factories import MACHINE, make_action, make_recommendation, make_review, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return make_review()


@pytest.fixture
def first(review):
    return make_recommendation("The board should ask what became of each letter.", review=review, label="1")


@pytest.fixture
def second(review):
    return make_recommendation("Schools should say who is absent.", review=review, label="Recommendation 2")


def action(review, recommendation="", label=""):
    item = make_action("We will ask.", review=review, label=label, columns={"recommendation": recommendation})
    Claim.objects.create(item=item, machine_version=MACHINE, values=claims.values_of(item))
    return item


def answered_by(item):
    return Item.objects.get(pk=item.pk).action.answers


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("1. The board should ask what became of each letter.", ""),
        ("The board should ask what became of each letter", "2"),
        ("Recommendation 1", ""),
        ("R1", ""),
        ("", "1"),
    ],
)
def test_a_row_answers_what_its_words_repeat_or_its_number_names(review, first, second, cell, label):
    row = action(review, cell, label)

    link_actions(review)

    assert answered_by(row) == first


@pytest.mark.parametrize("cell", ["", "The board", "Recommendations 7", "Something else that is said at some length."])
def test_a_row_that_names_none_is_tied_to_none(review, first, second, cell):
    row = action(review, cell)

    link_actions(review)

    assert answered_by(row) is None


def test_two_recommendations_of_one_number_are_told_apart_by_nobody(review, first):
    make_recommendation("Another list has its own number one.", review=review, label="1")
    row = action(review, "1")

    link_actions(review)

    assert answered_by(row) is None


def test_what_a_person_said_stands_until_it_is_put_back(review, first, second):
    row, alice = action(review, "1"), make_user("Alice", role=Role.EDITOR)
    corrections.correct(row, {"answers": second.anchor}, by=alice)
    link_actions(review)
    assert answered_by(row) == second

    corrections.put_back(row, ["answers"], by=alice)

    assert answered_by(row) == first


def test_a_split_action_shares_its_cells_and_joining_brings_its_words_together(review, first):
    alice = make_user("Alice", role=Role.EDITOR)
    row = make_action(
        "Ask. Write it down.", review=review, columns={"steps": "Ask. Write it down.", "lead": "The board"}
    )
    Claim.objects.create(item=row, machine_version=MACHINE, values=claims.values_of(row))

    new = corrections.split(row, "Ask.", "Write it down.", by=alice)
    row = Item.objects.get(pk=row.pk)
    assert [(one.action.steps, one.action.lead, one.text) for one in (row, new)] == [
        ("Ask.", "The board", "Ask.\nThe board"),
        ("Write it down.", "The board", "Write it down.\nThe board"),
    ]

    corrections.join(row, new, by=alice)
    joined = Item.objects.get(pk=row.pk)

    assert (joined.action.steps, joined.action.lead) == ("Ask.\nWrite it down.", "The board")
