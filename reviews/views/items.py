"""Any item, at its address for good."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.models import Item, Review
from reviews.views.tombstone import tombstone


def item(request: HttpRequest, anchor: str) -> HttpResponse:
    """Return an item; one that a later reading replaced says by what, one that an editor rejected says so."""
    items = Item.objects.visible_to(request.user).standing().with_details().with_places()
    one = items.select_related("superseded_by").filter(anchor=anchor).first()
    if one is None:
        return tombstone(request, Review.objects.filter(items__anchor=anchor))
    status = 410 if one.is_rejected else 200
    return render(request, "reviews/item.html", {"item": one, "review": one.review}, status=status)
