"""Lists with filters: the search page, and the list of reviews."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.filters import FILTERS
from reviews.kept_parts import kept_page
from reviews.results import results
from reviews.values import values_of


def search(request: HttpRequest) -> HttpResponse:
    """Return what answers the query string, over every kind of row."""
    return render(request, "search/search.html", {"results": results(request.GET, request.user)})


def reviews(request: HttpRequest) -> HttpResponse:
    """Return the reviews that answer the query string."""
    return kept_page(
        request, "search/reviews.html", lambda: {"results": results(request.GET, request.user, show="reviews")}
    )


def values(request: HttpRequest, name: str) -> HttpResponse:
    """Return all values of one filter, to choose from."""
    if name not in FILTERS:
        raise Http404
    chosen = values_of(name, request.GET, request.user)
    context = {
        "facet": chosen.facet, "asked": chosen.asked, "find": chosen.find, "groups": chosen.groups,
        "kept": chosen.kept, "others": chosen.others, "shown_count": len(chosen.shown),
    }  # fmt: skip
    return render(request, "search/values.html", context)
