"""What the reader's own partnership does about a recommendation, beside it."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.utils import timezone

from following.board import name_of_state, state_of
from following.heirs import by_recommendation
from following.models import FollowUp
from reviews.models import Item, ItemKind

register = template.Library()


@register.inclusion_tag("following/_beside.html", takes_context=True)
def follow_up(context: template.Context, item: Item) -> dict[str, Any]:
    """Return how far a recommendation is for the reader's partnerships, and where it may have been made before."""
    request = context.get("request")
    user = getattr(request, "user", None)
    if item.kind != ItemKind.RECOMMENDATION or request is None:
        return {"is_one": False}
    kept = _kept(request, item.review_id).get(item.pk, []) if user and user.is_authenticated else []
    today = timezone.localdate()
    return {
        "is_one": True, "item": item, "is_signed_in": bool(user and user.is_authenticated), "before": before(item),
        "states": [(one.partnership.name, name_of_state(state_of(one, today), one), one.due) for one in kept],
    }  # fmt: skip


def before(item: Item) -> str:
    """Return the query string of recommendations like it: for the same agency, on the same themes."""
    themes = [("theme", tagging.theme.key) for tagging in item.taggings.all()][:2]
    agency = item.recommendation.agency
    addressee = [("addressee", agency.key)] if agency else []
    if not themes and not addressee:
        return ""
    match = [("match", "all")] if len(themes) > 1 else []
    return urlencode([("show", "recommendations"), *match, ("within", "item"), *themes, *addressee])


def _kept(request: HttpRequest, review: int) -> dict[int, list[FollowUp]]:
    """Return the follow-ups that the reader may see of a review, by recommendation; asked once for a page."""
    asked: dict[int, dict[int, list[FollowUp]]] = request.__dict__.setdefault("follow_ups_of_reviews", {})
    if review not in asked:
        asked[review] = by_recommendation(FollowUp.objects.visible_to(request.user).of_review(review).with_heirs())
    return asked[review]
