"""Editors and administrators need a second step at sign-in; without it they have the rights of a reader."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.checks import run_checks
from django.urls import reverse

from people.models import User
from people.roles import Role
from reviews.models import Act, HistoryEntry
from tests.factories import make_draft, make_partnership, make_user

pytestmark = pytest.mark.django_db
DESK, SECOND_STEP, LOGIN = reverse("desk:desk"), reverse("second_step"), reverse("account_login")


@pytest.fixture
def ambermoor():
    return make_partnership("Ambermoor")


@pytest.fixture
def alice(ambermoor):
    return make_user("Alice", role=Role.EDITOR, of=[ambermoor])


def with_app(person):
    """Give the person an authenticator app; return its key."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def code(secret):
    import time

    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def add_app(client):
    """Add an app as the pages lead to it."""
    page = client.get(reverse("mfa_activate_totp"))
    client.post(reverse("mfa_activate_totp"), {"code": code(page.context["form"].secret)})


def sign_in(client, person):
    return client.post(LOGIN, {"login": person.email, "password": "a-long-password"})


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_signing_in_without_one_leads_to_adding_one(client, ambermoor, role):
    response = sign_in(client, make_user("Alice", role=role, of=[ambermoor]))

    assert response["Location"] == SECOND_STEP
    assert "Add a second step" in client.get(SECOND_STEP).content.decode()


@pytest.mark.parametrize("role", [Role.READER, Role.TRAINER])
def test_readers_and_trainers_need_none(client, role):
    response = sign_in(client, make_user("Rosa", role=role))

    assert response["Location"] == "/"


def test_the_desk_is_shut_until_there_is_one(client, alice):
    client.force_login(alice)

    assert client.get(DESK)["Location"] == SECOND_STEP
    assert client.post(reverse("desk:upload"))["Location"] == SECOND_STEP
    with_app(alice)
    assert client.get(DESK).status_code == 200


def test_drafts_are_hidden_from_an_editor_without_one_everywhere(client, alice, ambermoor):
    draft = make_draft(held_by=ambermoor)
    client.force_login(alice)

    assert client.get(draft.get_absolute_url()).status_code == 404
    with_app(alice)
    assert client.get(draft.get_absolute_url()).status_code == 200


def test_an_administrator_without_one_is_no_administrator():
    ada = make_user("Ada", role=Role.ADMINISTRATOR)

    assert not ada.is_administrator
    with_app(ada)
    assert User.objects.get(pk=ada.pk).is_administrator


def test_a_superuser_needs_one_too():
    assert not User.objects.create_superuser("root@crossread.example").works_at_the_desk


def test_recovery_codes_alone_are_none(alice):
    RecoveryCodes.activate(alice)

    assert alice.lacks_second_step


def test_the_password_alone_no_longer_signs_in(client, alice):
    secret = with_app(alice)

    assert sign_in(client, alice)["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    response = client.post(reverse("mfa_authenticate"), {"code": code(secret)})
    assert response["Location"] == DESK


@pytest.mark.django_db(transaction=True)
def test_adding_one_ends_the_sessions_that_began_without_it(client, alice):
    from django.test import Client

    elsewhere = Client()
    for browser in (client, elsewhere):
        sign_in(browser, alice)
    add_app(client)

    assert client.get(DESK).status_code == 200
    assert elsewhere.get(DESK)["Location"].startswith(LOGIN)


@pytest.mark.django_db(transaction=True)
def test_signing_in_and_the_second_step_are_in_the_history(client, alice):
    sign_in(client, alice)
    add_app(client)
    client.post(reverse("mfa_deactivate_totp"))

    acts = list(HistoryEntry.objects.by(alice).values_list("act", flat=True).order_by("pk"))
    assert acts == [Act.SIGNED_IN, Act.SECOND_STEP_ADDED, Act.SECOND_STEP_REMOVED]


def test_who_removes_it_is_shut_out_again(client, alice):
    with_app(alice)
    client.force_login(alice)
    Authenticator.objects.all().delete()

    assert client.get(DESK)["Location"] == SECOND_STEP


def test_a_page_says_that_one_is_missing(client, alice, settings):
    client.force_login(alice)

    assert "you need a second step" in client.get("/about/").content.decode()


def test_the_demonstration_can_switch_it_off(client, alice, settings):
    settings.SECOND_FACTOR = False
    client.force_login(alice)

    assert client.get(DESK).status_code == 200


def test_a_deployment_that_switches_it_off_is_warned(settings):
    settings.SECOND_FACTOR = False

    warnings = run_checks(tags=["security"], include_deployment_checks=True)

    assert "people.W001" in {warning.id for warning in warnings}
