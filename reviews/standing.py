"""Saying where a review stands, with what changed written down."""

from typing import TYPE_CHECKING

from django.db import transaction

from reviews import claims
from reviews.history import record
from reviews.models import Act, Review

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def say_standing(review: Review, *, changed: list[str], published: str, by: "User") -> None:
    """Store the `changed` fields of `review` and, where it differs, this person's word on when it was published."""
    fields = [name for name in changed if name != "published"]
    if fields:
        review.save(update_fields=[*fields, "updated_at"])
        record(Act.STANDING, by=by, review=review, fields=sorted(fields))
    if "published" in changed:
        claims.person_says(target=Review.objects.get(pk=review.pk), person=by, values={"published": published})
