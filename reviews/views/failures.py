"""What is said where a request cannot be answered: too large, the database away, a fault of ours."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.defaults import bad_request, server_error

SECONDS_TO_WAIT = 60


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
