"""Any item, at its address for good."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.alike.reading import items_like, repetition_of
from reviews.alike.store import COMPARED
from reviews.models import Item, ItemKind, Review
from reviews.views.tombstone import tombstone

if TYPE_CHECKING:
    from reviews.models.review import Visitor


def item(request: HttpRequest, anchor: str) -> HttpResponse:
    """Return an item; one that a later reading replaced says by what, one that an editor rejected says so."""
    items = Item.objects.visible_to(request.user).standing().with_details().with_places()
    one = items.select_related("superseded_by").filter(anchor=anchor).first()
    if one is None:
        return tombstone(request, Review.objects.filter(items__anchor=anchor))
    status = 410 if one.is_rejected else 200
    context = {"item": one, "review": one.review, **what_is_like(one, request.user)}
    return render(request, "reviews/item.html", context, status=status)


def what_is_like(item: Item, user: "Visitor") -> dict[str, Any]:
    """Return what is like a finding or a recommendation, and how often nearly the same is recommended."""
    if item.kind not in COMPARED:
        return {}
    repeated = repetition_of(item, user) if item.kind == ItemKind.RECOMMENDATION else None
    return {"alike": items_like(item, user), "repetition": repeated}
