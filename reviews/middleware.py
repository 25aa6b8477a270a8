"""What every answer says to search engines, and how pages travel."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

# What is worth compressing; pictures, PDFs and office files are compressed already.
TEXTS = ("text/", "image/svg+xml", "application/json", "application/atom+xml")


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


class CompressedPagesMiddleware(GZipMiddleware):
    """Sends pages and other texts compressed to browsers that take them so.

    What the parent adds at random to their length keeps secrets in them from being guessed by it (BREACH).
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return the answer, compressed where it is a text."""
        if not response.get("Content-Type", "").startswith(TEXTS):
            return response
        return super().process_response(request, response)
