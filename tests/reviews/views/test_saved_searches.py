"""Saved searches: kept with a note, their own only; what is new in them; feeds without drafts."""

import datetime
from xml.etree.ElementTree import fromstring

import pytest
from django.utils import timezone

from people.roles import Role
from reviews.models import SavedSearch, Visibility
from reviews.publishing import publish
from tests.factories import make_draft, make_finding, make_partnership, make_review, make_theme, make_user

pytestmark = pytest.mark.usefixtures("public")
ENTRY, TITLE, ID = (f"{{http://www.w3.org/2005/Atom}}{name}" for name in ("entry", "title", "id"))
QUERY = "q=school&theme=neglect"


@pytest.fixture
def bob(client):
    person = make_user("Bob")
    client.force_login(person)
    return person


def found(review, text="The school waited."):
    return make_finding(text, review=review, themes=["neglect"])


def make_saved(owner, query="q=school", days=1, **fields):
    """A search that its owner looked at `days` ago."""
    seen = timezone.now() - datetime.timedelta(days=days)
    return SavedSearch.objects.create(owner=owner, query=query, name="Schools", seen_at=seen, **fields)


def old_review(**fields):
    long_ago = timezone.now() - datetime.timedelta(days=30)
    review = make_review(made_public_at=long_ago, **fields)
    item = found(review)
    review.documents.update(added_at=long_ago)
    return item


def test_a_search_is_saved_under_a_name_that_says_what_it_asks_with_a_note(client, bob):
    make_theme("neglect", "Neglect")
    page = client.get(f"/saved/new/?{QUERY}").content.decode()
    assert 'value="Findings: school, Neglect"' in page

    client.post(f"/saved/new/?{QUERY}", {"name": "Schools and neglect", "note": "For the board in May"})

    saved = SavedSearch.objects.get()
    assert (saved.owner, saved.name, saved.note) == (bob, "Schools and neglect", "For the board in May")
    assert saved.address == f"/search/?{QUERY}"
    assert "For the board in May" in client.get("/saved/").content.decode()


def test_a_search_needs_a_name(client, bob):
    page = client.post("/saved/new/?q=school", {"name": " "}).content.decode()

    assert "Give the search a name" in page
    assert not SavedSearch.objects.exists()


def test_a_search_is_saved_once(client, bob):
    saved = make_saved(bob)

    assert client.get("/saved/new/?q=school")["Location"] == saved.get_absolute_url()


def test_only_what_came_since_the_last_look_is_new(client, bob):
    old_review()
    new = found(make_review("Newly here"))
    saved = make_saved(bob)

    assert "1 new" in client.get("/saved/").content.decode()
    assert [row.pk for row in client.get(saved.get_absolute_url()).context["rows"]] == [new.pk]


def test_a_file_added_to_a_review_brings_its_items_anew(client, bob):
    item = old_review()
    saved = make_saved(bob)
    assert client.get(saved.get_absolute_url()).context["count"] == 0

    item.review.documents.update(added_at=timezone.now())

    assert client.get(saved.get_absolute_url()).context["count"] == 1


def test_what_has_been_seen_is_not_new_but_what_came_while_looking_is(client, bob):
    found(make_review())
    saved = make_saved(bob)
    until = client.get(saved.get_absolute_url()).context["until"]
    late = found(make_review("Late"))

    client.post(f"{saved.get_absolute_url()}seen/", {"until": until})

    assert [row.pk for row in client.get(saved.get_absolute_url()).context["rows"]] == [late.pk]


def test_looking_never_goes_back_in_time_nor_ahead_of_it(client, bob):
    saved = make_saved(bob)

    client.post(f"{saved.get_absolute_url()}seen/", {"until": "2001-01-01T00:00:00+00:00"})
    saved.refresh_from_db()
    assert saved.seen_at > timezone.now() - datetime.timedelta(days=2)

    client.post(f"{saved.get_absolute_url()}seen/", {"until": "2999-01-01T00:00:00+00:00"})
    saved.refresh_from_db()
    assert saved.seen_at <= timezone.now()


def test_a_search_for_reviews_is_followed_too(client, bob):
    old_review()
    make_review("Newly here")
    saved = make_saved(bob, query="show=reviews")

    page = client.get(saved.get_absolute_url())

    assert [row.display_name for row in page.context["rows"]] == ["Newly here"]


def test_name_and_note_are_changed_and_a_search_is_removed_after_asking(client, bob):
    saved = make_saved(bob)

    client.post(f"{saved.get_absolute_url()}change/", {"name": "Other", "note": "Why"})
    saved.refresh_from_db()
    assert (saved.name, saved.note) == ("Other", "Why")

    assert "Remove “Other”?" in client.get(f"{saved.get_absolute_url()}remove/").content.decode()
    client.post(f"{saved.get_absolute_url()}remove/")
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("act", ["", "seen/", "change/", "remove/"])
def test_nobody_sees_or_changes_what_another_saved(client, bob, act):
    saved = make_saved(make_user("Alice"))

    address = f"{saved.get_absolute_url()}{act}"

    assert client.post(address, {"name": "Mine now"}).status_code == 404
    assert "Schools" not in client.get("/saved/").content.decode()


@pytest.mark.parametrize("address", ["/saved/", "/saved/new/?q=school", "/saved/1/"])
def test_strangers_are_asked_to_sign_in_first(client, address):
    assert client.get(address)["Location"].startswith("/accounts/login/?next=/saved/")


def test_a_draft_is_not_new_until_it_is_published(client):
    partnership = make_partnership()
    alice = make_user("Alice", role=Role.EDITOR, of=[partnership])
    client.force_login(alice)
    draft = make_draft(held_by=partnership)
    found(draft)
    saved = make_saved(alice)
    assert client.get(saved.get_absolute_url()).context["count"] == 0

    publish(draft, by=alice)

    assert client.get(saved.get_absolute_url()).context["count"] == 1


def entries(answer):
    return fromstring(answer.content).findall(ENTRY)


def test_any_search_has_a_feed_with_what_came_last_first(client, settings):
    settings.SITE_URL = "https://crossread.example"
    old = old_review(subject="Old")
    new = found(make_review("New – Ambermoor, LCSPR"), "The school <b>waited\x01 & wrote.")

    answer = client.get("/search/feed.atom?q=school")

    assert answer["Content-Type"].startswith("application/atom+xml")
    assert [one.findtext(ID) for one in entries(answer)] == [
        f"https://crossread.example/items/{one.anchor}/" for one in (new, old)
    ]
    assert entries(answer)[0].findtext(TITLE) == "New – Ambermoor, LCSPR: Finding"
    assert "Findings: school" in str(fromstring(answer.content).findtext(TITLE))


def test_the_search_page_tells_feed_readers_of_its_feed(client):
    page = client.get(f"/search/?{QUERY}").content.decode()

    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert "/search/feed.atom?q=school&amp;theme=neglect" in page


@pytest.mark.parametrize("show", ["findings", "reviews"])
def test_no_feed_has_a_draft_even_for_whoever_works_on_it(client, settings, show):
    settings.SITE_URL = ""
    partnership = make_partnership()
    alice = make_user("Alice", role=Role.EDITOR, of=[partnership])
    client.force_login(alice)
    found(make_draft(held_by=partnership))
    saved = make_saved(alice, query=f"q=school&show={show}")

    assert entries(client.get(f"/search/feed.atom?q=school&show={show}")) == []
    assert entries(client.get(saved.feed_address)) == []


def test_the_feed_of_a_saved_search_needs_its_key_and_no_sign_in(client, settings):
    settings.PUBLIC_BROWSING = False
    settings.SITE_URL = ""
    found(make_review(visibility=Visibility.SIGNED_IN))
    saved = make_saved(make_user())

    assert len(entries(client.get(saved.feed_address))) == 1
    assert client.get("/saved/feeds/guessed.atom").status_code == 404
    assert client.get("/search/feed.atom?q=school").status_code == 302


def test_what_is_for_one_partnership_is_in_no_feed_that_can_be_passed_on(client, settings):
    settings.SITE_URL = ""
    partnership = make_partnership()
    found(make_review(held_by=partnership, visibility=Visibility.PARTNERSHIP))
    saved = make_saved(make_user(of=[partnership]))

    assert entries(client.get(saved.feed_address)) == []


def test_the_feed_of_a_closed_account_is_gone(client, settings):
    settings.SITE_URL = ""
    saved = make_saved(make_user())
    saved.owner.is_active = False
    saved.owner.save()

    assert client.get(saved.feed_address).status_code == 404


@pytest.mark.parametrize("size", [1, 12])
@pytest.mark.parametrize(
    ("address", "queries"), [("/search/feed.atom?q=school", 8), ("/saved/{pk}/", 10), ("/saved/", 8)]
)
def test_following_asks_the_database_the_same_few_questions(
    client, bob, address, queries, size, django_assert_num_queries
):
    for _ in range(size):
        found(make_review())
    saved = make_saved(bob)
    client.get(address.format(pk=saved.pk))  # what the process keeps in memory is read

    with django_assert_num_queries(queries):
        assert client.get(address.format(pk=saved.pk)).status_code == 200
