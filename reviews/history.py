"""Writing down who did what, in the transaction of the act itself: neither is there without the other."""

from typing import TYPE_CHECKING, Any

from reviews.models import Act, HistoryEntry, Partnership, Review

if TYPE_CHECKING:
    from people.models import User

LONGEST_ABOUT = 300


def record(
    act: Act,
    *,
    by: "User | None",
    review: Review | None = None,
    partnership: Partnership | None = None,
    about: str = "",
    **details: Any,
) -> HistoryEntry:
    """Write one act down and return it. `by` is None for a machine or the command line.

    The desk is that of the review, or `partnership` where there is no review. `details` must be plain values.
    """
    return HistoryEntry.objects.create(
        act=act,
        person=by,
        person_name=str(by)[:150] if by else "",
        review=review,
        review_name=review.display_name if review else "",
        partnership_id=review.held_by_id if review else (partnership.pk if partnership else None),
        about=about[:LONGEST_ABOUT],
        details=details,
    )
