"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.coverage import coverage_of
from reviews.models import Review, Theme

LATEST = 5


def home(request: HttpRequest) -> HttpResponse:
    """Return the search box, the five themes as doors, the latest reviews, and what is here."""
    reviews = Review.objects.visible_to(request.user).published()
    return render(
        request,
        "reviews/home.html",
        {
            "themes": Theme.objects.core().with_numbers(request.user),
            "latest": reviews.for_lists().newest_first()[:LATEST],
            "coverage": coverage_of(request.user),
        },
    )
