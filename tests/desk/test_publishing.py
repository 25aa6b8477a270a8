"""An editor publishes, takes back and withdraws the reviews of their own partnerships."""

import pytest
from django.urls import reverse

from reviews.models import ReviewState
from tests.factories import make_draft, make_review

pytestmark = pytest.mark.django_db


def test_a_draft_is_on_the_desk_of_its_partnership_only(client, alice, carol, ada, ambermoor):
    make_draft(display_name="Child Tam", held_by=ambermoor)
    seen = {}
    for person in (alice, carol, ada):
        client.force_login(person)
        seen[person.name] = "Child Tam" in client.get(reverse("desk:desk")).content.decode()

    assert seen == {"Alice": True, "Carol": False, "Ada": True}


def test_publishing_lets_readers_find_it(as_alice, alice, ambermoor):
    draft = make_draft(held_by=ambermoor, partnership=ambermoor)

    as_alice.post(reverse("desk:publish", args=[draft.slug]))

    draft.refresh_from_db()
    assert (draft.state, draft.made_public_by) == (ReviewState.PUBLISHED, alice)


def test_another_partnerships_editor_cannot_publish_it(client, carol, ambermoor):
    draft = make_draft(held_by=ambermoor)
    client.force_login(carol)

    assert client.post(reverse("desk:publish", args=[draft.slug])).status_code == 404
    draft.refresh_from_db()
    assert draft.state == ReviewState.DRAFT


def test_a_reader_cannot_publish_it(client, bob, ambermoor):
    draft = make_draft(held_by=ambermoor)
    client.force_login(bob)

    assert client.post(reverse("desk:publish", args=[draft.slug])).status_code == 403


def test_looking_at_an_address_changes_nothing(as_alice, ambermoor):
    draft = make_draft(held_by=ambermoor)

    assert as_alice.get(reverse("desk:publish", args=[draft.slug])).status_code == 405


def test_a_published_review_can_be_made_a_draft_again(as_alice, ambermoor):
    review = make_review(held_by=ambermoor)

    as_alice.post(reverse("desk:unpublish", args=[review.slug]))

    review.refresh_from_db()
    assert review.state == ReviewState.DRAFT


def test_withdrawing_asks_for_a_reason(as_alice, ambermoor):
    review = make_review(held_by=ambermoor)

    page = as_alice.post(reverse("desk:withdraw", args=[review.slug]), {"reason": " "}).content.decode()

    review.refresh_from_db()
    assert "Say why this review is withdrawn" in page
    assert review.state == ReviewState.PUBLISHED


def test_a_withdrawn_review_keeps_the_reason_for_its_readers(as_alice, ambermoor):
    review = make_review(held_by=ambermoor)

    as_alice.post(reverse("desk:withdraw", args=[review.slug]), {"reason": "The family asked for it."})

    review.refresh_from_db()
    assert (review.state, review.withdrawn_reason) == (ReviewState.WITHDRAWN, "The family asked for it.")


def test_the_desk_of_a_review_says_what_was_found(as_alice, ambermoor):
    draft = make_draft(held_by=ambermoor)

    page = as_alice.get(reverse("desk:review", args=[draft.slug])).content.decode()

    assert "Readers cannot see this review" in page
    assert "Recommendations" in page
