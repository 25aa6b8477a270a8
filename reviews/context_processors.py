"""What every page knows of the site and of how this reader wants to see it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the switches that the frame of every page depends on."""
    appearance = request.COOKIES.get("appearance", "")
    return {
        "site_url": settings.SITE_URL,
        "contact": settings.CONTACT_EMAIL,
        "demonstration": settings.DEMONSTRATION,
        "public_browsing": settings.PUBLIC_BROWSING,
        "appearance": appearance if appearance in {"light", "dark"} else "",
        "note_is_folded": request.COOKIES.get("note") == "folded",
    }
