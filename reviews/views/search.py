"""Lists with filters: the search page, and the list of reviews."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.results import results


def search(request: HttpRequest) -> HttpResponse:
    """Return what answers the query string, over every kind of row."""
    return render(request, "search/search.html", {"results": results(request.GET, request.user)})


def reviews(request: HttpRequest) -> HttpResponse:
    """Return the reviews that answer the query string."""
    return render(request, "search/reviews.html", {"results": results(request.GET, request.user, show="reviews")})
