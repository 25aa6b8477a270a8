"""An editor writes the abstract; what is left empty is built from the record."""

import pytest

from people.roles import Role
from reviews.models import HistoryEntry
from tests.factories import make_finding, make_partnership, make_review, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership():
    return make_partnership()


@pytest.fixture
def review(partnership):
    return make_review(held_by=partnership)


def address(review):
    return f"/desk/reviews/{review.slug}/abstract/"


def test_what_an_editor_writes_is_shown_and_written_down(client, review, partnership):
    client.force_login(make_user("Edith", role=Role.EDITOR, of=[partnership]))

    client.post(address(review), {"learning": "Ask again.", "what_happened": ""})

    assert "<p>Ask again.</p>" in client.get(review.get_absolute_url()).content.decode()
    assert HistoryEntry.objects.filter(review=review, act="said").exists()


def test_the_form_shows_what_the_record_says(client, review, partnership):
    make_finding("Nobody asked.", review=review)
    review.abstract = {"learning": "Ask again."}
    review.save()
    client.force_login(make_user("Edith", role=Role.EDITOR, of=[partnership]))

    page = client.get(address(review)).content.decode()

    assert "Ask again.</textarea>" in page
    assert "Nobody asked." in page


def test_emptied_it_is_built_from_the_record_again(client, review, partnership):
    make_finding("Nobody asked.", review=review)
    review.abstract = {"learning": "Ask again."}
    review.save()
    client.force_login(make_user("Edith", role=Role.EDITOR, of=[partnership]))

    client.post(address(review), {"learning": ""})

    review.refresh_from_db()
    assert review.abstract == {}


def test_editors_of_other_partnerships_and_readers_may_not(client, review):
    client.force_login(make_user("Bob", role=Role.EDITOR, of=[make_partnership()]))
    assert client.get(address(review)).status_code == 404

    client.force_login(make_user("Alice", role=Role.READER))
    assert client.get(address(review)).status_code == 403
    assert address(review) not in client.get(review.get_absolute_url()).content.decode()
