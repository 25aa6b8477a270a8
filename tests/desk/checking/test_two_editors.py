"""Two editors at one item, or at a form for longer than a session: nobody loses words."""

import pytest
from django.test import Client
from django.urls import reverse

from people.roles import Role
from reviews.models import Item
from tests.desk.checking.conftest import act_page, check_page, fields_of
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def asha(ambermoor):
    return make_user("Asha", role=Role.EDITOR, of=[ambermoor])


@pytest.fixture
def as_asha(asha):
    client = Client()
    client.force_login(asha)
    return client


def fresh(item):
    return Item.objects.get(pk=item.pk)


def opened(client, item):
    return fields_of(client.get(check_page(item.review, item=item.anchor)).content.decode())


def test_the_second_is_told_before_saving_over_and_sees_both_texts(as_alice, as_asha, finding):
    mine = opened(as_alice, finding)
    as_asha.post(act_page(finding), {**opened(as_asha, finding), "text": "Asha's words.", "act": "save"})

    answer = as_alice.post(act_page(finding), {**mine, "text": "Alice's words.", "act": "save"})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Asha changed this at" in page
    assert "Asha&#x27;s words." in page
    assert "Alice&#x27;s words." in page
    assert fresh(finding).text == "Asha's words."


def test_the_second_may_then_keep_theirs(as_alice, as_asha, finding, alice):
    mine = opened(as_alice, finding)
    as_asha.post(act_page(finding), {**opened(as_asha, finding), "text": "Asha's words.", "label": "9", "act": "save"})
    page = as_alice.post(act_page(finding), {**mine, "text": "Alice's words.", "act": "confirm"}).content.decode()

    as_alice.post(act_page(finding), {**fields_of(page), "act": "confirm"})

    assert (fresh(finding).text, fresh(finding).label) == ("Alice's words.", "9")
    assert fresh(finding).checked_by == alice


def test_changes_of_different_fields_are_both_kept(as_alice, as_asha, finding):
    mine = opened(as_alice, finding)
    as_asha.post(act_page(finding), {**opened(as_asha, finding), "label": "9", "act": "save"})

    as_alice.post(act_page(finding), {**mine, "text": "Alice's words.", "act": "save"})

    assert (fresh(finding).text, fresh(finding).label) == ("Alice's words.", "9")


@pytest.mark.parametrize("act", ["confirm", "reject"])
def test_nobody_confirms_or_rejects_what_they_have_not_seen(as_alice, as_asha, finding, act):
    mine = opened(as_alice, finding)
    as_asha.post(act_page(finding), {**opened(as_asha, finding), "text": "Asha's words.", "act": "save"})

    page = as_alice.post(act_page(finding), {**mine, "act": act}, follow=True).content.decode()

    assert "Asha changed Finding 1 meanwhile." in page
    assert (fresh(finding).is_checked, fresh(finding).is_rejected) == (False, False)


def test_a_theme_that_another_added_is_not_rejected_unseen(as_alice, as_asha, finding):
    from tests.factories import make_theme

    mine = opened(as_alice, finding)
    more = {"more": make_theme("cme").pk, "evidence": "Nobody asked"}
    as_asha.post(act_page(finding), {**opened(as_asha, finding), **more, "act": "save"})

    as_alice.post(act_page(finding), {**mine, "text": "Alice's words.", "act": "save"})

    assert set(finding.taggings.shown().values_list("theme__key", flat=True)) == {"neglect", "cme"}


def test_two_editors_of_the_facts_see_both_versions(as_alice, as_asha, review):
    address = reverse("desk:check_facts", args=[review.slug])
    mine = fields_of(as_alice.get(address).content.decode())
    as_asha.post(address, {**fields_of(as_asha.get(address).content.decode()), "area": "Wexbourne", "act": "save"})

    answer = as_alice.post(address, {**mine, "area": "Northolm", "subject": "Child T", "act": "save"})
    assert answer.status_code == 409
    as_alice.post(address, {**fields_of(answer.content.decode()), "act": "save"})

    review.refresh_from_db()
    assert (review.area, review.subject) == ("Northolm", "Child T")


@pytest.mark.parametrize("public", [True, False])
def test_words_typed_while_the_session_ended_are_there_after_signing_in(client, settings, finding, alice, public):
    settings.PUBLIC_BROWSING = public
    client.force_login(alice)
    typed = {**opened(client, finding), "text": "An hour's work.", "act": "confirm"}
    client.session.flush()

    answer = client.post(act_page(finding), typed)
    assert answer.url == f"{reverse('account_login')}?next={act_page(finding)}"
    signed_in = client.post(answer.url, {"login": alice.email, "password": "a-long-password"}, follow=True)

    page = signed_in.content.decode()
    assert "You were signed out before this was saved." in page
    assert "An hour&#x27;s work." in page
    client.post(act_page(finding), {**fields_of(page), "act": "confirm"})
    assert (fresh(finding).text, fresh(finding).is_checked) == ("An hour's work.", True)
    assert "You were signed out" not in client.get(check_page(finding.review, item=finding.anchor)).content.decode()


def test_somebody_elses_kept_words_are_not_shown_where_they_may_not_go(client, finding, alice, carol):
    client.force_login(alice)
    typed = {**opened(client, finding), "text": "An hour's work.", "act": "confirm"}
    client.session.flush()
    client.post(act_page(finding), typed)
    client.force_login(carol)

    assert client.get(act_page(finding)).status_code == 404
