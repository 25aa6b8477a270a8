"""Publishing and withdrawing: what changes when readers may, or may no longer, find a review."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from reviews.history import record
from reviews.models import Act, Review, ReviewState

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def publish(review: Review, *, by: "User | None") -> None:
    """Let readers find the review, within its visibility. `by` is None for the command line."""
    review.state = ReviewState.PUBLISHED
    review.made_public_at, review.made_public_by = timezone.now(), by
    review.withdrawn_at, review.withdrawn_by = None, None
    review.withdrawn_reason = ""
    review.proposed_by, review.proposed_at = None, None
    review.save()
    record(Act.PUBLISHED, by=by, review=review, visibility=review.visibility)


@transaction.atomic
def propose(review: Review, *, by: "User") -> None:
    """Ask a second person to publish the review."""
    review.proposed_by, review.proposed_at = by, timezone.now()
    review.save(update_fields=["proposed_by", "proposed_at", "updated_at"])
    record(Act.PROPOSED, by=by, review=review)


@transaction.atomic
def unpublish(review: Review, *, by: "User | None") -> None:
    """Make the review a draft again: readers no longer find it."""
    review.state = ReviewState.DRAFT
    review.save()
    record(Act.UNPUBLISHED, by=by, review=review)


@transaction.atomic
def withdraw(review: Review, *, by: "User | None", reason: str) -> None:
    """Withdraw the review for good reason: its address says when and why. Raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("a review is withdrawn for a reason")
    review.state = ReviewState.WITHDRAWN
    review.withdrawn_at, review.withdrawn_by = timezone.now(), by
    review.withdrawn_reason = reason.strip()
    review.save()
    record(Act.WITHDRAWN, by=by, review=review, reason=review.withdrawn_reason)
