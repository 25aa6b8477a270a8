"""Addresses on the checking page."""

from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.urls import reverse

from desk.checking.forms.people import PeopleWidget, PersonFields
from desk.checking.queue import Queue
from reviews.claim_history import value_in_words
from reviews.models import Item

register = template.Library()


@register.filter
def address_in(item: Item, queue: Queue | str) -> str:
    """Return the address of an item on the checking page, in the same tab."""
    tab = f"show={queue.tab}&" if isinstance(queue, Queue) and queue.tab else ""
    return f"{reverse('desk:check', args=[item.review.slug])}?{tab}item={item.anchor}#checking"


@register.filter
def with_page(query: QueryDict, page: int) -> str:
    """Return the same query string, for another page of the document."""
    changed = query.copy()
    changed["page"] = str(page)
    changed.pop("words", None)
    return changed.urlencode()


@register.filter
def lit_by(item: Item, words: str) -> str:
    """Return the query string that shows an item with these words lit on its page."""
    query = QueryDict(mutable=True)
    query.update({"item": item.anchor, "words": words[:300]})
    return query.urlencode()


@register.filter
def place_of(evidence: dict[str, Any]) -> str:
    """Return the query string that shows the page of a fact's evidence with its words lit."""
    query = QueryDict(mutable=True)
    query.update({"page": str(evidence["page"]), "words": str(evidence["words"])[:300]})
    return query.urlencode()


@register.filter
def share(value: float | None) -> str:
    """Return a share to two places: "0.83"; words where there is nothing to count."""
    return "not known yet" if value is None else f"{value:.2f}"


@register.filter
def groups(field: BoundField) -> list[PersonFields]:
    """Return the groups of fields of the people whom a review is about."""
    widget = field.field.widget
    return widget.groups(field.html_name, field.value()) if isinstance(widget, PeopleWidget) else []


@register.filter
def in_words_of(value: Any, field: BoundField) -> str:
    """Return a value as the field's choices name it."""
    choices = dict(getattr(field.field, "choices", ()))
    return str(choices.get(value, "")) or value_in_words(value)
