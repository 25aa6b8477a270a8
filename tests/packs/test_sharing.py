"""Sharing: a partnership, a link that expires, a copy; sessions; and the pack before a room."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from packs.collecting import NewEntry, collect, quotation, timeline
from packs.models import Pack, PackLink, Sharing
from people.models import Membership
from reviews.models import Review
from tests.factories import make_event, make_finding, make_partnership, make_review


@pytest.fixture
def finding(pack, alice):
    finding = make_finding("The school asked again, and was not told.", review=make_review("Tam – Ambermoor, LCSPR"))
    collect(pack, [NewEntry("section", title="Welcome"), quotation(finding, note="Read it aloud.")], by=alice)
    return finding


@pytest.fixture
def link(pack):
    return PackLink.objects.create(pack=pack, expires_at=timezone.now() + timedelta(days=7))


def pages_of(link):
    return [reverse(f"packs:{name}", args=[link.token]) for name in ("shared", "present_shared", "print_shared")]


def test_a_pack_is_shared_with_a_partnership_of_its_maker_and_taken_back(as_alice, pack, ambermoor, bob):
    address = reverse("packs:share", args=[pack.key])
    as_alice.post(address, {"sharing": "partnership", "partnership": ambermoor.pk, "colleagues_edit": "on"})
    assert Pack.objects.editable_by(bob).get() == pack

    as_alice.post(address, {"sharing": "private", "partnership": ambermoor.pk, "colleagues_edit": "on"})
    assert not Pack.objects.visible_to(bob).exists()


def test_a_pack_is_not_shared_with_a_partnership_of_others(as_alice, pack, carol):
    theirs = carol.partnerships.get()
    page = as_alice.post(reverse("packs:share", args=[pack.key]), {"sharing": "partnership", "partnership": theirs.pk})

    assert "govuk-error-summary" in page.content.decode()
    assert not Pack.objects.visible_to(carol).exists()


def test_only_its_maker_shares_a_pack(client, pack, bob, ambermoor):
    Pack.objects.update(sharing=Sharing.PARTNERSHIP, partnership=ambermoor, colleagues_edit=True)
    client.force_login(bob)

    for name in ("share", "make_link"):
        assert client.post(reverse(f"packs:{name}", args=[pack.key]), {"days": "7"}).status_code == 404
    assert not PackLink.objects.exists()


def test_a_link_opens_the_pack_until_it_expires(client, as_alice, pack, finding):
    as_alice.post(reverse("packs:make_link", args=[pack.key]), {"days": "7"})
    link = PackLink.objects.get()
    client.logout()
    for address in pages_of(link):
        assert "The school asked again" in client.get(address).content.decode()

    PackLink.objects.update(made_at=timezone.now() - timedelta(days=9), expires_at=timezone.now() - timedelta(days=1))
    for address in pages_of(link):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "The school asked again" not in answer.content.decode()


def test_a_link_that_was_closed_and_a_pack_in_the_bin_are_shut_at_once(client, as_alice, pack, finding, link):
    as_alice.post(reverse("packs:close_link", args=[pack.key, link.pk]))
    assert {client.get(address).status_code for address in pages_of(link)} == {410}

    other = PackLink.objects.create(pack=pack, expires_at=timezone.now() + timedelta(days=7))
    as_alice.post(reverse("packs:bin", args=[pack.key]))
    assert {client.get(address).status_code for address in pages_of(other)} == {410}


def test_a_token_that_never_was_opens_nothing(client, db):
    assert client.get(reverse("packs:shared", args=["guessed"])).status_code == 410


def test_a_link_opens_no_review(client, pack, alice, link, ambermoor):
    private = make_review("Child Q – Northolm, LCSPR", visibility="partnership", held_by=ambermoor)
    events = [make_event(f"Q was seen {n}.", review=private, date=f"2020-0{n}-01") for n in range(1, 6)]
    found = make_finding("Q was never seen alone.", review=private)
    collect(pack, [quotation(found), timeline(private, events), NewEntry("review", review=private)], by=alice)
    for address in pages_of(link):
        page = client.get(address).content.decode()
        assert "Child Q" not in page
        assert "Q was" not in page


def test_on_a_site_for_people_with_accounts_a_link_asks_to_sign_in(client, settings, pack, link):
    settings.PUBLIC_BROWSING = False

    assert client.get(link.get_absolute_url()).status_code == 302


def test_a_withdrawn_review_leaves_a_note_and_takes_its_words_away(as_alice, pack, finding, link):
    Review.objects.update(state="withdrawn", withdrawn_at="2026-06-03T12:00Z", withdrawn_reason="The family asked.")
    for address in (pack.get_absolute_url(), link.get_absolute_url()):
        page = as_alice.get(address).content.decode()
        assert "It was withdrawn on 3 June 2026: The family asked." in page
        assert "The school asked again" not in page


def test_a_shared_pack_is_copied_as_ones_own_without_what_may_not_be_seen(client, pack, finding, alice, bob, ambermoor):
    elsewhere = make_partnership()
    Membership.objects.create(person=alice, partnership=elsewhere)
    hidden = make_review("Child Q – Northolm, LCSPR", visibility="partnership", held_by=elsewhere)
    collect(pack, [quotation(make_finding("Q was never seen alone.", review=hidden))], by=alice)
    Pack.objects.update(sharing=Sharing.PARTNERSHIP, partnership=ambermoor)
    client.force_login(bob)
    page = client.post(reverse("packs:copy", args=[pack.key]), follow=True).content.decode()
    made = Pack.objects.owned_by(bob).get()

    assert "1 of its entries come from reviews that you cannot see, and were left out." in page
    assert (made.sharing, made.copied_from, made.entries.count()) == (Sharing.PRIVATE, pack, 2)
    assert made.entries.get(kind="quotation").note == "Read it aloud."


def test_sessions_are_noted_with_who_came_and_what_they_said(as_alice, pack):
    address = reverse("packs:sessions", args=[pack.key])
    as_alice.post(address, {"held_on": "2026-03-27", "attended": "31", "feedback": "More time to talk."})
    page = as_alice.get(address).content.decode()

    assert "Used on 27 March 2026" in page
    assert "31 came" in page
    assert "More time to talk." in page


def test_a_session_is_not_in_the_future(as_alice, pack):
    later = timezone.localdate() + timedelta(days=2)
    page = as_alice.post(reverse("packs:sessions", args=[pack.key]), {"held_on": later.isoformat()}).content.decode()

    assert "Enter a day that has been" in page
    assert not pack.sessions.exists()


def test_the_slides_before_a_room_have_no_notes_and_the_ending_after_the_question(as_alice, pack, alice, finding):
    events = [make_event(f"Visit {n}.", review=finding.review, date=f"2020-0{n}-01") for n in range(1, 7)]
    collect(pack, [timeline(finding.review, events)], by=alice)
    page = as_alice.get(reverse("packs:present", args=[pack.key])).content.decode()

    assert "Read it aloud." not in page
    assert page.index("Visit 4.") < page.index("What would you do next?") < page.index("Visit 5.")


def test_a_reading_of_a_pack_asks_a_fixed_number_of_queries(as_alice, pack, alice, django_assert_max_num_queries):
    for number in range(8):
        review = make_review()
        events = [make_event(f"Visit {n}.", review=review, date=f"2020-0{n}-01") for n in range(1, 6)]
        found = make_finding(f"Finding of review {number}.", review=review)
        collect(pack, [quotation(found), NewEntry("review", review=review), timeline(review, events)], by=alice)

    with django_assert_max_num_queries(25):
        as_alice.get(pack.get_absolute_url())
