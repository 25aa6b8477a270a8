"""Which reviews a person may read and work on, as conditions."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from reviews.models.review_choices import ReviewState, Visibility

if TYPE_CHECKING:
    from people.models import User


def readable_by(user: "User") -> Q:
    """Return the condition that a review is published and open to `user`."""
    return Q(state=ReviewState.PUBLISHED) & open_to(user)


def open_to(user: "User") -> Q:
    """Return the condition that the review's visibility takes `user` in."""
    own = Q(visibility=Visibility.PARTNERSHIP, held_by__in=partnerships_of(user))
    return Q(visibility__in=[Visibility.EVERYONE, Visibility.SIGNED_IN]) | own


def workable_by(user: "User") -> Q:
    """Return the condition that `user` may correct it."""
    if not user.works_at_the_desk:
        return Q(pk__in=[])
    return Q(held_by__in=partnerships_of(user)) | Q(held_by__isnull=True, created_by=user)


def partnerships_of(user: "User") -> "models.QuerySet[models.Model, int]":
    """Return the keys of the partnerships that `user` belongs to."""
    from people.models import Membership

    return Membership.objects.filter(person=user).values("partnership")  # type: ignore[return-value]
