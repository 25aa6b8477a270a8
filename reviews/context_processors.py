"""What every page knows of the site."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the switches that the frame of every page depends on."""
    return {"demonstration": settings.DEMONSTRATION, "public_browsing": settings.PUBLIC_BROWSING}
