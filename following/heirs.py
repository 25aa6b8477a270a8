"""Which recommendation a follow-up belongs to now, when another took the place of the one that it was written on."""

from collections.abc import Iterable

from following.models import FollowUp
from reviews.models import Item, Partnership


def by_recommendation(follow_ups: Iterable[FollowUp]) -> dict[int, list[FollowUp]]:
    """Return the follow-ups, fetched `with_heirs`, by the recommendations that they belong to now.

    Where a partnership wrote on a recommendation and on the one that took its place, the latter counts.
    """
    kept: dict[tuple[int, int], FollowUp] = {}
    for one in sorted(follow_ups, key=lambda one: (one.recommendation_id == one.now, one.updated_at)):
        kept[one.now, one.partnership_id] = one
    found: dict[int, list[FollowUp]] = {}
    for (item, _), one in kept.items():
        found.setdefault(item, []).append(one)
    return found


def follow_up_of(item: Item, partnership: Partnership | None) -> FollowUp | None:
    """Return what a partnership says of a recommendation, though it was written on one whose place it took."""
    if partnership is None:
        return None
    of_review = FollowUp.objects.of_partnership(partnership).of_review(item.review_id).with_heirs()
    return next(iter(by_recommendation(of_review).get(item.pk, [])), None)
