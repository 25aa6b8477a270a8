"""Pictures across reviews."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.insight.page import pictures


def insight(request: HttpRequest) -> HttpResponse:
    """Return the pictures of the reviews that answer the query string, each with its table."""
    return render(request, "insight/insight.html", {"results": pictures(request.GET, request.user)})
