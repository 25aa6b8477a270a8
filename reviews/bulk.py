"""One change to the facts of many reviews: shown before it is made, made as one, and undone as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone

from reviews import claims
from reviews.history import record
from reviews.models import Act, BulkChange, Claim, Partnership, Review, Visibility

if TYPE_CHECKING:
    from people.models import User

# Facts that a person claims, and columns that the desk sets.
CLAIMED = ("kind", "nation", "area", "outcome")
SET = ("partnership", "visibility", "licence", "keep_until")


@dataclass(frozen=True)
class Difference:
    """What a change would make of one review."""

    review: Review
    before: str
    after: str


def differences(reviews: Sequence[Review], field: str, value: Any) -> list[Difference]:
    """Return what the change would make of each review that it would change."""
    after = in_words(field, value)
    return [
        Difference(review, in_words(field, shown(review, field)), after)
        for review in reviews
        if would_change(review, field, value)
    ]


def would_change(review: Review, field: str, value: Any) -> bool:
    """Return whether the change concerns the review; only what a partnership holds can be kept to its people."""
    if field == "visibility" and value == Visibility.PARTNERSHIP and review.held_by_id is None:
        return False
    return bool(shown(review, field) != value)


def shown(review: Review, field: str) -> Any:
    """Return what stands in a field."""
    return getattr(review, field)


def in_words(field: str, value: Any) -> str:
    """Return a value as people read it."""
    if value in (None, ""):
        return "nothing"
    choices = dict(column_of(field).flatchoices)
    return str(choices.get(value, value))


def column_of(field: str) -> "models.Field[Any, Any]":
    """Return the column of a review in which a fact stands."""
    column = Review._meta.get_field(field)
    assert isinstance(column, models.Field)
    return column


@transaction.atomic
def change(reviews: Sequence[Review], field: str, value: Any, *, by: "User") -> BulkChange:
    """Make the change to every review that it changes; return it, so that it can be undone."""
    made = BulkChange.objects.create(field=field, value=in_words(field, value), made_by=by)
    was: dict[str, Any] = {}
    for review in Review.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in reviews]):
        if not would_change(review, field, value):
            continue
        was[str(review.pk)] = _set(review, field, value, by=by)
    made.was = was
    made.save()
    return made


@transaction.atomic
def undo(made: BulkChange, *, by: "User") -> int:
    """Put back what stood before, where nobody changed it since; return in how many reviews."""
    done = 0
    for pk, before in made.was.items():
        review = Review.objects.select_for_update(of=("self",)).filter(pk=pk).first()
        if review is not None and in_words(made.field, shown(review, made.field)) == made.value:
            _put_back(review, made.field, before, by=by)
            done += 1
    made.undone_at, made.undone_by = timezone.now(), by
    made.save()
    return done


def _set(review: Review, field: str, value: Any, *, by: "User") -> Any:
    """Set the field and return what is needed to put it back: the claim's number, or what stood there."""
    if field in CLAIMED:
        return claims.person_says(target=review, person=by, values={field: value}).pk
    before = shown(review, field)
    setattr(review, field, value)
    review.save(update_fields=[field, "updated_at"])
    record(Act.STANDING, by=by, review=review, fields=[field])
    return before.pk if isinstance(before, Partnership) else (str(before) if before is not None else None)


def _put_back(review: Review, field: str, before: Any, *, by: "User") -> None:
    if field in CLAIMED:
        claim = Claim.objects.filter(pk=before, withdrawn_at__isnull=True).first()
        if claim is not None:
            claims.take_back(claim, by=by)
        return
    setattr(review, "partnership_id" if field == "partnership" else field, before)
    review.save(update_fields=[field, "updated_at"])
    record(Act.STANDING, by=by, review=review, fields=[field])
