"""Timelines of two to four reviews on one axis."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.forms import CompareForm
from reviews.models import Item, ItemKind, Person, Review
from reviews.timeline.comparing import MOST_COMPARED, comparison_of

OFFERED = 10


@dataclass(frozen=True)
class Asked:
    """The reviews by their slugs, and the axis."""

    slugs: tuple[str, ...]
    by: str

    def query(self, **changes: str | tuple[str, ...]) -> str:
        """Return the query string that asks this, with changes."""
        said = {"review": self.slugs, "by": self.by, **changes}
        return urlencode({name: value for name, value in said.items() if value != "date"}, doseq=True)


@dataclass(frozen=True)
class Choice:
    """A review that is compared, or could be, and the query string that takes it away or adds it."""

    review: Review
    query: str


def compare(request: HttpRequest) -> HttpResponse:
    """Return the timelines of the reviews that the address names, and others to add."""
    form = CompareForm(request.GET)
    form.is_valid()
    shown = Review.objects.visible_to(request.user).published()
    by_slug = {one.slug: one for one in shown.filter(slug__in=form.cleaned_data["review"][:MOST_COMPARED])}
    slugs = tuple(slug for slug in form.cleaned_data["review"] if slug in by_slug)
    asked, words = Asked(slugs, form.cleaned_data["by"]), form.cleaned_data["q"]
    reviews = [by_slug[slug] for slug in slugs]
    events = Item.objects.current().of_kind(ItemKind.EVENT).filter(review__in=reviews).with_details(ItemKind.EVENT)
    people = Person.objects.filter(review__in=reviews)
    found = shown.with_name(words).exclude(slug__in=slugs).newest_first()[:OFFERED] if words else []
    context = {
        "asked": asked,
        "words": words,
        "chosen": [Choice(one, asked.query(review=tuple(s for s in slugs if s != one.slug))) for one in reviews],
        "offered": [Choice(one, asked.query(review=(*slugs, one.slug))) for one in found],
        "is_full": len(slugs) >= MOST_COMPARED,
        "by_date": asked.query(by="date"),
        "by_age": asked.query(by="age"),
        "comparison": comparison_of(reviews, list(events.with_places()), list(people), by_age=asked.by == "age"),
    }
    return render(request, "reviews/comparing.html", context)
