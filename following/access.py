"""Whose follow-ups a person sees, and who keeps them."""

from django.db.models import Q, QuerySet

from people.models import User
from reviews.models import Partnership


def partnerships_of(person: User) -> QuerySet[Partnership]:
    """Return the partnerships whose follow-ups `person` sees: their own; for administrators all that have any work."""
    if not person.is_administrator:
        return person.partnerships.order_by("name")
    with_work = Q(reviews__isnull=False) | Q(held_reviews__isnull=False) | Q(follow_ups__isnull=False)
    return Partnership.objects.filter(with_work | Q(people=person)).distinct().order_by("name")


def may_keep(person: User, partnership: Partnership) -> bool:
    """Return whether `person` writes down what the partnership does: its editors do, and administrators."""
    if not person.works_at_the_desk:
        return False
    return person.is_administrator or person.partnerships.filter(pk=partnership.pk).exists()
