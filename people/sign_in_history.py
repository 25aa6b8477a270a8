"""What people do with their own accounts goes into the history: allauth tells of it by signals."""

from typing import TYPE_CHECKING, Any

from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest

from people.second_step import STEPS, end_other_sessions
from reviews.history import record
from reviews.models import Act

if TYPE_CHECKING:
    from people.models import User


@receiver(user_logged_in)
def signed_in(sender: object, request: HttpRequest, user: "User", **more: Any) -> None:
    """Write down that somebody with a role at the desk signed in; what readers do is their own affair."""
    if user.has_desk_role:
        record(Act.SIGNED_IN, by=user)


@receiver(mfa.authenticator_added)
def added_a_step(sender: object, request: HttpRequest, user: "User", authenticator: Authenticator, **more: Any) -> None:
    """A session that began without the second step must not go on beside it."""
    if authenticator.type in STEPS:
        with transaction.atomic():
            end_other_sessions(user, request)
            record(Act.SECOND_STEP_ADDED, by=user, kind=authenticator.get_type_display())


@receiver(mfa.authenticator_removed)
def removed_a_step(
    sender: object, request: HttpRequest, user: "User", authenticator: Authenticator, **more: Any
) -> None:
    """Write down that a step is gone."""
    if authenticator.type in STEPS:
        record(Act.SECOND_STEP_REMOVED, by=user, kind=authenticator.get_type_display())
