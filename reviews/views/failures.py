"""What is said where a request cannot be answered: too large, the database away, a fault of ours."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.defaults import bad_request, server_error

from reviews.typed_words import everything_sent, typed_words

SECONDS_TO_WAIT = 60
# Passwords are never written into a page.
NEVER_SHOWN = "/accounts/"


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Return that the request makes no sense, or that it is too large."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return bad_request(request, exception)


def failed(request: HttpRequest) -> HttpResponse:
    """Return that something failed; that it will be back, where only the database is away."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        # Nothing of the page may ask the database: it has no request, so no reader.
        page = loader.get_template("503.html").render()
        return HttpResponse(page, status=503, headers={"Retry-After": str(SECONDS_TO_WAIT)})
    return server_error(request)


def not_from_this_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return that the form has grown old, as it does where somebody signs in elsewhere meanwhile.

    What was typed is on the page, to be sent again, where the browser says that it was typed on this site.
    """
    ours = request.headers.get("origin") == f"{request.scheme}://{request.get_host()}"
    offered = ours and not request.FILES and not request.path.startswith(NEVER_SHOWN)
    context = {
        "address": request.get_full_path(),
        "fields": everything_sent(request.POST) if offered else [],
        "typed": typed_words(request.POST) if offered else [],
    }
    return render(request, "403_csrf.html", context, status=403)
