"""The gate before readers: every cause against publishing is named, with the way to mend it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from desk.gate import causes_against
from people.roles import Role
from reviews.models import DeskRules, ReviewState
from tests.factories import make_draft, make_recommendation, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(ambermoor):
    return make_draft(held_by=ambermoor, partnership=ambermoor)


def words_against(review):
    return [cause.words for cause in causes_against(review)]


def publish(client, review):
    client.post(reverse("desk:publish", args=[review.slug]))
    review.refresh_from_db()
    return review.state == ReviewState.PUBLISHED


def test_nothing_stands_against_a_review_that_is_ready(draft):
    assert causes_against(draft) == []


def test_a_review_without_partnership_or_date_is_not_ready(ambermoor):
    draft = make_draft(held_by=ambermoor, published="")

    assert words_against(draft) == ["it has no partnership", "no date of publication is set"]


def test_an_embargo_holds_until_its_day(draft):
    draft.embargo_until = timezone.localdate() + timedelta(days=1)
    assert "must not be seen before" in words_against(draft)[0]

    draft.embargo_until = timezone.localdate()
    assert words_against(draft) == []


def test_more_unchecked_recommendations_than_the_rules_allow_are_a_cause(draft):
    for number in range(3):
        make_recommendation(f"Ask again, part {number}.", review=draft)
    DeskRules.objects.create(pk=1, most_unchecked=2)

    assert words_against(draft) == ["3 recommendations are unchecked (at most 2 may be)"]


def test_what_stands_against_it_is_listed_with_links_and_there_is_no_button(as_alice, ambermoor):
    draft = make_draft(held_by=ambermoor)

    said = as_alice.get(reverse("desk:review", args=[draft.slug])).content.decode()

    assert "Not ready to publish" in said
    assert f"{reverse('desk:standing', args=[draft.slug])}#id_partnership" in said
    assert reverse("desk:publish", args=[draft.slug]) not in said


def test_publishing_past_the_gate_is_refused(as_alice, ambermoor):
    assert not publish(as_alice, make_draft(held_by=ambermoor))


def test_where_a_second_person_is_wanted_the_one_who_proposed_it_cannot_publish_it(client, alice, ambermoor, draft):
    DeskRules.objects.create(pk=1, second_person_publishes=True)
    colleague = make_user("Colin", role=Role.EDITOR, of=[ambermoor])
    client.force_login(alice)

    assert not publish(client, draft)
    client.post(reverse("desk:propose", args=[draft.slug]))
    assert not publish(client, draft)
    client.force_login(colleague)
    assert publish(client, draft)


def test_only_administrators_set_the_rules(client, alice, ada):
    client.force_login(alice)
    assert client.get(reverse("desk:rules")).status_code == 403

    client.force_login(ada)
    client.post(reverse("desk:rules"), {"most_unchecked": 0, "days_for_takedown": 5})

    assert DeskRules.now().most_unchecked == 0
