"""Parts of a review on pages of their own: its timeline, with the picture as a file too, and its action plan."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from reviews.contents import Entry, contents_of
from reviews.forms import TimelineForm
from reviews.full_text import contents_of_texts, texts_of
from reviews.models import Agency, Item, ItemKind, Review
from reviews.timeline.showing import timeline_of
from reviews.views.tombstone import tombstone


def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the picture and the list of a review's events, of the lanes and themes that the address names."""
    one = review_here(request, slug)
    if one is None:
        return tombstone(request, Review.objects.filter(slug=slug))
    wanted = TimelineForm.wanted_by(request.GET)
    context = {
        "review": one,
        "timeline": timeline_of(one, events_of(one), Agency.objects.names_by_key(), wanted=wanted),
        "contents": outline_of(one, here="timeline"),
    }
    return render(request, "reviews/timeline.html", context)


def picture(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the picture of a timeline as SVG, to be kept or put into other documents."""
    one = review_here(request, slug)
    if one is None:
        return tombstone(request, Review.objects.filter(slug=slug))
    page = request.build_absolute_uri(reverse("review_timeline", args=[slug]))
    wanted = TimelineForm.wanted_by(request.GET)
    drawn = timeline_of(one, events_of(one), Agency.objects.names_by_key(), wanted=wanted, page=page)
    svg = render_to_string("reviews/timeline/picture.svg", {"timeline": drawn, "drawing": drawn.drawing, "review": one})
    response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-timeline.svg"'
    return response


def actions(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the action plan of a review."""
    one = review_here(request, slug)
    if one is None:
        return tombstone(request, Review.objects.filter(slug=slug))
    planned = items_of(one, ItemKind.ACTION)
    context = {"review": one, "actions": planned, "contents": outline_of(one, here="actions")}
    return render(request, "reviews/actions.html", context)


def review_here(request: HttpRequest, slug: str) -> Review | None:
    """Return the review, if this visitor may read it."""
    return Review.objects.filter(slug=slug).visible_to(request.user).standing().for_lists().first()


def outline_of(one: Review, *, here: str) -> list[Entry]:
    """Return the outline beside one of the pages of a review."""
    headings = texts_of(one.items.text_passages().in_short(), list(one.documents.latest_editions().in_order()))
    return contents_of(one, one.items.current().counts_by_kind(), contents_of_texts(headings), here=here)


def events_of(one: Review) -> list[Item]:
    """Return the events of a review by date."""
    return sorted(items_of(one, ItemKind.EVENT), key=lambda item: item.event.order)


def items_of(one: Review, kind: ItemKind) -> list[Item]:
    """Return the items of one kind in reading order, each knowing its review."""
    items = list(one.items.current().of_kind(kind).in_reading_order().with_details().with_places())
    for item in items:
        item.review = one
    return items
