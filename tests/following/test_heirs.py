"""What is said of a recommendation goes on when the review is read again."""

import pytest

from following.models import FollowUp
from people.roles import Role
from reviews.models import ItemState
from tests.factories import make_partnership, make_recommendation, make_review, make_user

pytestmark = pytest.mark.django_db
SAID = {"progress": "in_progress", "owner": "Head of service", "due": "", "done_on": "", "evidence": "", "impact": ""}


@pytest.fixture
def partnership():
    return make_partnership("Ambermoor Partnership")


@pytest.fixture
def followed(client, partnership):
    """A recommendation that an editor has said something of."""
    client.force_login(make_user("Edith", role=Role.EDITOR, of=[partnership]))
    item = make_recommendation(
        "Ask where each child is.", review=make_review("Tam", partnership=partnership), label="1"
    )
    client.post(address(item), SAID)
    return item


def address(item):
    return f"/following/items/{item.anchor}/"


def board(client):
    return client.get("/following/").content.decode()


def supersede(item, by=None):
    item.state, item.superseded_by = ItemState.SUPERSEDED, by
    item.save()


def test_what_was_said_moves_to_the_recommendation_that_took_the_place(client, followed):
    heir = make_recommendation("Ask where every child is.", review=followed.review, label="1")
    supersede(followed, heir)

    assert board(client).count("Head of service") == 1
    assert "Ask where every child is." in board(client)
    assert "Ask where each child is." not in board(client)
    assert client.get(address(followed))["Location"] == address(heir)
    assert "In progress" in client.get(heir.review.get_absolute_url()).content.decode()


def test_saying_more_of_the_heir_keeps_the_history(client, followed):
    heir = make_recommendation("Ask where every child is.", review=followed.review, label="1")
    supersede(followed, heir)

    client.post(address(heir), {**SAID, "progress": "done", "done_on": "2021-05-04"})

    follow_up = FollowUp.objects.get()
    assert follow_up.recommendation == heir
    assert follow_up.changes.count() == 2


def test_a_recommendation_that_is_gone_stays_on_the_board_with_what_was_said(client, followed):
    supersede(followed)

    assert "no longer has this recommendation" in board(client)
    assert "Head of service" in client.get(address(followed)).content.decode()
    assert "Head of service" in b"".join(client.get("/following/recommendations.csv").streaming_content).decode()


def test_a_recommendation_that_is_gone_and_nobody_followed_is_not_on_the_board(client, followed):
    other = make_recommendation("Train.", review=followed.review)
    supersede(other)

    assert "Train." not in board(client)


def test_where_both_were_followed_what_is_said_of_the_newer_one_counts(client, followed):
    heir = make_recommendation("Ask where every child is.", review=followed.review, label="1")
    client.post(address(heir), {**SAID, "owner": "Director"})
    supersede(followed, heir)

    assert "Director" in board(client)
    assert "Head of service" not in board(client)
