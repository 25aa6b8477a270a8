"""What administrators do with accounts: each act is whole or not at all, and stands in the history."""

from collections.abc import Iterable

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from people.models import Membership, User
from people.roles import Role
from people.second_step import end_other_sessions
from reviews.history import record
from reviews.models import Act, Partnership

DAY = 24 * 60 * 60


class LastAdministrator(Exception):
    """Nobody would be left who looks after the site: make somebody else an administrator first."""

    def __str__(self) -> str:
        return str(self.__doc__)


@transaction.atomic
def invite(*, email: str, name: str, role: Role, partnerships: Iterable[Partnership], by: User) -> User:
    """Return a new person who cannot sign in yet: `send_invitation` gives them the way."""
    person = User.objects.create_user(email, None, name=name)
    _give(person, role, partnerships)
    record(Act.INVITED, by=by, about=str(person), role=role, partnerships=_names(person))
    return person


def send_invitation(person: User, *, by: User) -> None:
    """Send a link with which the person sets a password, once. Raises OSError where mail cannot be sent."""
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    uidb36, _, token = key.partition("-")
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uidb36, "key": token})
    text = render_to_string(
        "people/invitation.txt",
        {"person": person, "by": by, "link": settings.SITE_URL + path, "days": settings.PASSWORD_RESET_TIMEOUT // DAY},
    )
    send_mail("Your account at Crossread", text, settings.DEFAULT_FROM_EMAIL, [person.email])


@transaction.atomic
def change(person: User, *, name: str, role: Role, partnerships: Iterable[Partnership], by: User) -> None:
    """Give the person this name, role and partnerships. Raises LastAdministrator."""
    if role != Role.ADMINISTRATOR:
        _refuse_last_administrator(person)
    before = {"role": role_of(person), "partnerships": _names(person)}
    person.name = name
    person.save(update_fields=["name"])
    _give(person, role, partnerships)
    after = {"role": role, "partnerships": _names(person)}
    record(Act.PERSON_CHANGED, by=by, about=str(person), before=before, after=after)


@transaction.atomic
def close(person: User, *, by: User) -> None:
    """Close the account: the person is signed out and cannot sign in; what they did stays. Raises LastAdministrator."""
    _refuse_last_administrator(person)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_other_sessions(person)
    record(Act.DEACTIVATED, by=by, about=str(person))


@transaction.atomic
def open_again(person: User, *, by: User) -> None:
    """Let the person sign in again."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    record(Act.REACTIVATED, by=by, about=str(person))


@transaction.atomic
def reset_second_step(person: User, *, by: User) -> None:
    """Take away every second step: at the next sign-in the person is led to adding one. Signs them out everywhere."""
    Authenticator.objects.filter(user=person).delete()
    end_other_sessions(person)
    record(Act.SECOND_STEP_RESET, by=by, about=str(person))


def role_of(person: User) -> str:
    """Return the highest role that the person has; empty where they have none."""
    held = set(person.groups.values_list("name", flat=True))
    return next((role.value for role in reversed(Role) if role in held), "")


def _give(person: User, role: Role, partnerships: Iterable[Partnership]) -> None:
    person.groups.set([Group.objects.get(name=role)])
    wanted = {partnership.pk for partnership in partnerships}
    person.memberships.exclude(partnership__in=wanted).delete()
    have = set(person.memberships.values_list("partnership", flat=True))
    Membership.objects.bulk_create(Membership(person=person, partnership_id=one) for one in wanted - have)


def _names(person: User) -> list[str]:
    return sorted(person.memberships.values_list("partnership__name", flat=True))


def _refuse_last_administrator(person: User) -> None:
    others = User.objects.administrators().exclude(pk=person.pk)
    if User.objects.administrators().filter(pk=person.pk).exists() and not others.exists():
        raise LastAdministrator
