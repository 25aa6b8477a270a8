"""What every answer says to search engines."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class NoIndexMiddleware:
    """Keeps every page, picture and file out of search engines.

    robots.txt lets their crawlers in, since one that is shut out never reads that it should not index.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer, marked."""
        response = self.get_response(request)
        response["X-Robots-Tag"] = "noindex"
        return response
