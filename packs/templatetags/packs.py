"""“Add to pack”, on whatever a trainer may want to take into a room."""

from typing import Any

from django import template

from reviews.models import Item, Review

register = template.Library()


@register.inclusion_tag("packs/add.html", takes_context=True)
def add_to_pack(context: template.Context, thing: Item | Review, what: str = "") -> dict[str, Any]:
    """Return a button that adds an item, a review or (`what="timeline"`) its timeline; nothing for who makes no packs.

    The button belongs to the form in the tray (packs/_tray.html), so that a page of hundreds stays small.
    """
    request = getattr(context, "request", None)
    user = getattr(request, "user", None)
    is_item = isinstance(thing, Item)
    return {
        "offers": getattr(user, "makes_packs", False),
        "field": what or ("item" if is_item else "review"),
        "value": thing.anchor if isinstance(thing, Item) else thing.slug,
        "label": "Add its timeline to pack" if what == "timeline" else "Add to pack",
        "thing": thing,
        "is_item": is_item,
    }
