"""Pictures across reviews."""

from django.http import HttpRequest, HttpResponse

from reviews.insight.page import pictures
from reviews.kept_parts import kept_page


def insight(request: HttpRequest) -> HttpResponse:
    """Return the pictures of the reviews that answer the query string, each with its table."""
    return kept_page(request, "insight/insight.html", lambda: {"results": pictures(request.GET, request.user)})
