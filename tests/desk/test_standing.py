"""Where a review comes from, where it stands and who may see it, as its desk says it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from reviews.models import HistoryEntry, Review, ReviewState
from reviews.retention import withdraw_past_retention
from tests.factories import make_draft, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(ambermoor):
    return make_review(held_by=ambermoor, partnership=ambermoor)


def say(client, review, **said):
    stands = {"partnership": review.partnership_id or "", "held_by": review.held_by_id, "visibility": review.visibility,
              "published": review.published}  # fmt: skip
    response = client.post(reverse("desk:standing", args=[review.slug]), {**stands, **said})
    review.refresh_from_db()
    return response


def test_what_the_desk_says_is_kept_and_written_down(as_alice, review):
    say(as_alice, review, source_url="example.org/tam", fetched_on="2026-03-27", inquest_pending="on")

    assert (review.source_url, review.fetched_on) == ("https://example.org/tam", date(2026, 3, 27))
    entry = HistoryEntry.objects.get(act="standing")
    assert entry.details == {"fields": ["fetched_on", "inquest_pending", "source_url"]}


def test_a_date_of_publication_is_a_persons_word(as_alice, alice, review):
    say(as_alice, review, published="2022-03")

    assert (review.published, review.published_latest) == ("2022-03", date(2022, 3, 31))
    assert review.claims.get().person == alice


def test_a_date_that_is_none_is_told_at_its_field(as_alice, review):
    said = say(as_alice, review, published="last spring").content.decode()

    assert "Enter a year, a month or a day" in said


def test_what_one_partnership_may_see_is_held_by_one(as_alice, alice, ada, client):
    review = make_draft(created_by=alice)

    said = say(as_alice, review, visibility="partnership", held_by="").content.decode()

    assert "Choose the partnership whose people may see it" in said


def test_visibility_decides_at_once_who_finds_it(as_alice, client, bob, carol, review):
    say(as_alice, review, visibility="partnership")

    assert list(Review.objects.visible_to(bob)) == [review]
    assert list(Review.objects.visible_to(carol)) == []


def test_readers_see_where_it_comes_from_and_what_came_of_it(as_alice, review):
    say(as_alice, review, licence="Open Government Licence v3.0", response="All of it was accepted.",
        changed_since="A new rota.", trial_pending="on", gone_from_source="on")  # fmt: skip

    said = as_alice.get(review.get_absolute_url()).content.decode()

    for words in ("Open Government Licence", "All of it was accepted.", "A new rota.", "A trial", "No longer on"):
        assert words in said


def test_carol_cannot_say_where_it_stands(client, carol, review):
    client.force_login(carol)

    assert client.get(reverse("desk:standing", args=[review.slug])).status_code == 404


def test_a_review_is_withdrawn_when_the_time_for_which_it_is_kept_has_ended(client, review, settings):
    settings.PUBLIC_BROWSING = True
    Review.objects.filter(pk=review.pk).update(keep_until=timezone.localdate() - timedelta(days=1))
    make_review(keep_until=timezone.localdate())

    assert withdraw_past_retention() == 1

    review.refresh_from_db()
    assert review.state == ReviewState.WITHDRAWN
    gone = client.get(review.get_absolute_url())
    assert (gone.status_code, "that day has passed" in gone.content.decode()) == (410, True)
