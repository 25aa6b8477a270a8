"""The second step at sign-in: whoever works at the desk has one, or does not work there (docs/decisions/0007)."""

from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

if TYPE_CHECKING:
    from people.models import User

# Recovery codes are no step of their own: they stand in for one of these.
STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_step(user: "User") -> bool:
    """Return whether the person signs in with an authenticator app, a security key or a passkey."""
    return bool(Authenticator.objects.filter(user=user, type__in=STEPS).exists())


def lacks_second_step(user: "User") -> bool:
    """Return whether the person would need a second step to work here, and has none."""
    return settings.SECOND_FACTOR and not has_second_step(user)


def end_other_sessions(user: "User", request: HttpRequest | None = None) -> None:
    """Sign the person out everywhere, except where `request` comes from."""
    from django.contrib.auth import update_session_auth_hash

    user.epoch += 1
    user.save(update_fields=["epoch"])
    if request is not None:
        update_session_auth_hash(request, user)
