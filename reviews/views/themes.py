"""Themes, across reviews."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse

from reviews.forms import OverlayForm
from reviews.kept_parts import kept_page
from reviews.models import Theme
from reviews.theme_story import story_of

# Beyond this next to no review has all of them.
MOST_LAID_OVER = 4


def themes(request: HttpRequest) -> HttpResponse:
    """Return every theme with the number of reviews that have it."""
    return kept_page(request, "reviews/themes.html", lambda: {"themes": Theme.objects.with_numbers(request.user)})


def theme(request: HttpRequest, key: str) -> HttpResponse:
    """Return the story of a theme; of several laid over each other where the query string names more."""
    return kept_page(request, "reviews/theme.html", lambda: told_of(key, request))


def told_of(key: str, request: HttpRequest) -> dict[str, Any]:
    """Return what the page of a theme tells. Raises Http404 where there is no such theme."""
    themes = {theme.key: theme for theme in Theme.objects.order_by("position")}
    if key not in themes:
        raise Http404
    form = OverlayForm(request.GET)
    form.is_valid()
    others = [one for other, one in themes.items() if other in form.cleaned_data["with"] and other != key]
    laid = [themes[key], *others[: MOST_LAID_OVER - 1]]
    return {
        "theme": themes[key],
        "laid": [(each, way_without(each, laid)) for each in laid],
        "story": story_of(laid, request.user),
        "offered": [theme for theme in themes.values() if theme not in laid],
        "can_add": len(laid) < MOST_LAID_OVER,
    }


def way_without(left_out: Theme, laid: list[Theme]) -> str:
    """Return the address of the themes without one of them; empty where it is the only one."""
    kept = [theme for theme in laid if theme != left_out]
    if not kept:
        return ""
    query = urlencode([("with", theme.key) for theme in kept[1:]])
    return f"{kept[0].get_absolute_url()}?{query}" if query else kept[0].get_absolute_url()
