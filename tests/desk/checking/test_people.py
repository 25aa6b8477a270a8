"""The people whom a review is about are corrected with its facts, and hidden names stay hidden."""

import pytest
from django.urls import reverse

from reviews import claims
from reviews.models import Decision, Review
from reviews.models.private_words import PrivateWords
from reviews.people_said import people_of
from reviews.privacy.hiding import cover
from tests.desk.checking.conftest import fields_of
from tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts(as_alice, review):
    """Opens the facts, changes what is given, saves; returns the page that follows."""
    make_person(review, "Tam", sex="male")
    address = reverse("desk:check_facts", args=[review.slug])

    def save(**changed):
        fields = fields_of(as_alice.get(address).content.decode())
        return as_alice.post(address, {**fields, "act": "save", **changed}, follow=True)

    return save


def people(review):
    return [(one["name"], one["age_band"], one["sex"]) for one in people_of(Review.objects.get(pk=review.pk))]


def test_a_person_is_corrected_and_another_added(facts, review):
    facts(**{
        "people-0-age_band": "under_1", "people-1-name": "Tam’s sister", "people-1-role": "child",
        "people-1-sex": "female",
    })  # fmt: skip

    assert people(review) == [("Tam", "under_1", "male"), ("Tam’s sister", "", "female")]


def test_a_person_without_a_name_is_gone(facts, review):
    facts(**{"people-0-name": ""})

    assert people(review) == []


def test_what_is_given_is_stated_and_the_three_kinds_of_nothing_are_kept_apart(facts, review):
    facts(**{"people-0-ethnicity": "White British", "people-0-disability_is": "withheld"})

    (tam,) = review.people.all()
    assert (tam.ethnicity_is, tam.disability_is) == ("stated", "withheld")


def test_two_people_of_one_name_are_refused_and_what_was_typed_stays(facts, review):
    page = facts(**{"people-1-name": "Tam", "people-1-role": "child", "subject": "Child T"}).content.decode()

    assert "Two people are called “Tam”" in page
    assert 'value="Child T"' in page
    assert people(review) == [("Tam", "", "male")]


def test_what_people_said_of_people_outlives_a_new_reading(facts, review):
    facts(**{"people-0-age_band": "under_1"})
    review.claims.by_machine().standing().withdraw()
    now = {**claims.values_of(Review.objects.get(pk=review.pk)), "people": []}
    review.claims.create(machine_version="better", values=now)

    claims.show(Review.objects.get(pk=review.pk))

    assert people(review) == [("Tam", "under_1", "male")]


def test_a_hidden_name_stays_hidden_when_the_facts_are_saved(facts, review):
    make_person(review, "Ros Tarrant")
    PrivateWords.objects.create(review=review, kind="name", words="Ros Tarrant", decision=Decision.HIDDEN)
    cover(Review.objects.get(pk=review.pk))

    facts(**{"people-0-age_band": "under_1"})

    assert "Ros Tarrant" not in [person.name for person in review.people.all()]
    assert "Ros Tarrant" in [name for name, _, _ in people(review)]
