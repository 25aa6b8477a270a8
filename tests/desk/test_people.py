"""Administrators invite people, give them roles and partnerships, and close their accounts."""

import re

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.urls import reverse

from people.models import User
from people.roles import Role
from reviews.models import Act, HistoryEntry
from tests.factories import make_user

pytestmark = pytest.mark.django_db
PEOPLE, INVITE = reverse("desk:people"), reverse("desk:invite")


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client


def invite(client, **changes):
    given = {"email": "Erin@crossread.example", "name": "Erin", "role": Role.READER}
    return client.post(INVITE, given | changes, follow=True)


def do(client, act, person):
    response = client.post(reverse("desk:account", args=[person.pk, act]), follow=True)
    person.refresh_from_db()
    return response.content.decode()


def change(client, person, **changes):
    given = {"name": person.name, "role": Role.READER}
    return client.post(reverse("desk:person", args=[person.pk]), given | changes, follow=True).content.decode()


@pytest.mark.parametrize("name", ["people", "invite"])
def test_an_editor_may_not_look_after_people(as_alice, name):
    assert as_alice.get(reverse(f"desk:{name}")).status_code == 403


def test_an_editor_may_not_make_themself_an_administrator(as_alice, alice):
    response = as_alice.post(reverse("desk:person", args=[alice.pk]), {"name": "A", "role": Role.ADMINISTRATOR})

    assert response.status_code == 403


def test_an_invited_person_sets_a_password_and_signs_in(as_ada, client, ambermoor):
    invite(as_ada, role=Role.EDITOR, partnerships=[ambermoor.pk])

    erin = User.objects.get(email="erin@crossread.example")
    assert (set(erin.roles), list(erin.partnerships.all())) == ({"Editor"}, [ambermoor])
    assert not erin.has_usable_password()
    client.logout()
    page = client.get(link_in(mail.outbox[0]), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "two-quiet-rooms", "password2": "two-quiet-rooms"})
    assert client.login(email=erin.email, password="two-quiet-rooms")


def test_the_link_works_once(as_ada, client):
    invite(as_ada)
    client.logout()
    page = client.get(link_in(mail.outbox[0]), follow=True)
    client.post(page.request["PATH_INFO"], {"password1": "two-quiet-rooms", "password2": "two-quiet-rooms"})

    assert "no longer works" in client.get(link_in(mail.outbox[0]), follow=True).content.decode()


def link_in(message):
    return re.findall(r"https?://[^/\s]+(/\S+)", message.body)[0]


def test_somebody_who_has_an_account_is_not_invited_again(as_ada, alice):
    page = invite(as_ada, email=alice.email.upper()).content.decode()

    assert "has an account already" in page
    assert not mail.outbox


def test_an_editor_needs_a_partnership(as_ada):
    assert "Choose the partnerships" in invite(as_ada, role=Role.EDITOR).content.decode()


def test_mail_that_cannot_be_sent_loses_no_account(as_ada, monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("people.accounts.send_mail", refuse)

    assert "no mail could be sent" in invite(as_ada).content.decode()
    assert User.objects.filter(email="erin@crossread.example").exists()


def test_an_invitation_can_be_sent_again(as_ada):
    invite(as_ada)
    do(as_ada, "invite", User.objects.get(name="Erin"))

    assert len(mail.outbox) == 2


def test_a_role_and_partnerships_can_be_changed(as_ada, bob, alice, ambermoor):
    change(as_ada, bob, role=Role.TRAINER, partnerships=[])

    bob = User.objects.get(pk=bob.pk)
    assert (set(bob.roles), bob.partnerships.count()) == ({"Trainer"}, 0)


def test_the_last_administrator_stays_one(as_ada, ada):
    assert "Nobody would be left" in change(as_ada, ada)
    assert "Nobody would be left" in do(as_ada, "close", ada)
    assert ada.is_active
    make_user("Aled", role=Role.ADMINISTRATOR)
    change(as_ada, ada)
    assert User.objects.get(pk=ada.pk).roles == {"Reader"}


def test_a_closed_account_signs_out_at_once_and_keeps_what_was_done(as_ada, bob):
    from django.test import Client

    browser = Client()
    browser.force_login(bob)
    do(as_ada, "close", bob)

    assert "_auth_user_id" not in session_after_a_look(browser)
    assert not bob.is_active
    do(as_ada, "open", bob)
    assert bob.is_active


def session_after_a_look(browser):
    browser.get("/about/")
    user = browser.get("/accounts/2fa/").wsgi_request.user
    return {"_auth_user_id": user.pk} if user.is_authenticated else {}


def test_a_lost_second_step_is_reset(as_ada, alice, settings):
    TOTP.activate(alice, "JBSWY3DPEHPK3PXP")
    settings.SECOND_FACTOR = True
    TOTP.activate(User.objects.get(name="Ada"), "JBSWY3DPEHPK3PXP")

    do(as_ada, "reset", alice)

    assert User.objects.get(pk=alice.pk).lacks_second_step


def test_all_of_it_is_in_the_history(as_ada, ada, bob):
    invite(as_ada)
    change(as_ada, bob, role=Role.TRAINER)
    for act in ("close", "open", "reset"):
        do(as_ada, act, bob)

    acts = list(HistoryEntry.objects.by(ada).values_list("act", flat=True).order_by("pk"))
    assert acts == [
        Act.SIGNED_IN, Act.INVITED, Act.PERSON_CHANGED, Act.DEACTIVATED, Act.REACTIVATED, Act.SECOND_STEP_RESET,
    ]  # fmt: skip


def test_people_can_be_found_by_a_part_of_their_name(as_ada, alice, bob):
    page = as_ada.get(PEOPLE, {"words": "ali"}).content.decode()

    assert ("Alice" in page, "Bob" in page) == (True, False)
    assert "1 person" in page


def test_the_list_asks_a_fixed_number_of_queries(as_ada, ambermoor, django_assert_num_queries):
    for number in range(12):
        make_user(f"Person{number}", of=[ambermoor])

    with django_assert_num_queries(8):
        as_ada.get(PEOPLE)
