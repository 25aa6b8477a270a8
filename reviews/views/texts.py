"""The full text of a review on a page of its own, long texts in parts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from reviews.forms import TextForm, words_asked
from reviews.full_text import texts_of
from reviews.marked_places import places_of, texts_in
from reviews.marks import marker_for
from reviews.models import Review
from reviews.text_parts import TextPart, part_at, parts_of
from reviews.views.review_parts import outline_of, review_here
from reviews.views.tombstone import tombstone

NOTHING = TextPart(1, (), frozenset(), None, None)


def text(request: HttpRequest, slug: str) -> HttpResponse:
    """Return one part of a review's text: the one with the passage or of the number that the address names."""
    one = review_here(request, slug)
    if one is None:
        return tombstone(request, Review.objects.filter(slug=slug))
    words = words_asked(request.GET)
    parts = parts_of(one.items.text_passages().outline()) or [NOTHING]
    here = part_at(parts, **TextForm.asked_by(request.GET))
    if here is None:
        raise Http404
    # What is marked is counted in the whole text, so that the way to every place can be shown.
    passages = list(one.items.text_passages() if words else one.items.text_passages().within(here.passages))
    marker = marker_for(words, texts_in(passages))
    shown = [passage for passage in passages if passage.anchor in here.anchors]
    context = {
        "review": one, "parts": parts, "part": here,
        "texts": texts_of(shown, list(one.documents.latest_editions().in_order()), first_level=2),
        "contents": outline_of(one, here="text"),
        "marker": marker,
        "places": places_of(marker, one, passages, here.passages),
        "plain_address": f"{reverse('review_text', args=[slug])}?part={here.number}",
    }  # fmt: skip
    return render(request, "reviews/text.html", context)
