"""One review."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.content_note import content_note
from reviews.facts import facts_of
from reviews.forms import words_asked
from reviews.full_text import texts_of
from reviews.marks import marker_for
from reviews.models import Item, Review
from reviews.views.tombstone import tombstone


def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a review's page: facts, timeline, findings, recommendations, actions, full text."""
    here = Review.objects.filter(slug=slug)
    one = here.visible_to(request.user).standing().for_lists().first()
    if one is None:
        return tombstone(request, here)
    people, documents = list(one.people.all()), list(one.documents.latest_editions().in_order())
    passages, items = list(one.items.text_passages()), items_by_kind(one)
    marker = marker_for(words_asked(request.GET), texts_shown(passages, items))
    context = {
        "review": one,
        "note": content_note(one, people),
        "facts": facts_of(one, people, documents),
        "documents": documents,
        "texts": texts_of(passages, documents),
        "marker": marker,
        "places": [passage for passage in passages if marker and marker.spans(passage.text)],
        **items,
    }
    return render(request, "reviews/review.html", context)


def texts_shown(passages: Iterable[Item], items: Mapping[str, Iterable[Item]]) -> Iterator[str]:
    """Yield every text of a review's page in which words can be marked."""
    for passage in passages:
        yield passage.text
        yield from chain.from_iterable(passage.passage.rows or ())
    for item in chain.from_iterable(items.values()):
        yield item.text


def items_by_kind(one: Review) -> dict[str, list[Item]]:
    """Return what was drawn out of a review: findings, recommendations, actions; events by date."""
    by_kind: dict[str, list[Item]] = defaultdict(list)
    for item in one.items.drawn_out().with_details().with_places():
        by_kind[item.kind].append(item)
    return {
        "events": sorted(by_kind["event"], key=lambda item: item.event.order),
        "findings": by_kind["finding"],
        "recommendations": by_kind["recommendation"],
        "actions": by_kind["action"],
    }
