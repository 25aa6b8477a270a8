"""Addresses that stand outside this site: in citations, exports and feeds."""

from django.conf import settings


def absolute(path: str) -> str:
    """Return the whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"
