"""Themes, across reviews."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reviews.forms import OverlayForm
from reviews.models import Theme
from reviews.theme_story import story_of

# Beyond this next to no review has all of them.
MOST_LAID_OVER = 4


def themes(request: HttpRequest) -> HttpResponse:
    """Return every theme with the number of reviews that have it."""
    return render(request, "reviews/themes.html", {"themes": Theme.objects.with_numbers(request.user)})


def theme(request: HttpRequest, key: str) -> HttpResponse:
    """Return the story of a theme; of several laid over each other where the query string names more."""
    one = get_object_or_404(Theme, key=key)
    form = OverlayForm(request.GET)
    form.is_valid()
    others = Theme.objects.called(form.cleaned_data["with"]).exclude(pk=one.pk)[: MOST_LAID_OVER - 1]
    laid = [one, *others]
    context = {
        "theme": one,
        "laid": [(each, way_without(each, laid)) for each in laid],
        "story": story_of(laid, request.user),
        "offered": Theme.objects.exclude(pk__in=[each.pk for each in laid]).order_by("position"),
        "can_add": len(laid) < MOST_LAID_OVER,
    }
    return render(request, "reviews/theme.html", context)


def way_without(left_out: Theme, laid: list[Theme]) -> str:
    """Return the address of the themes without one of them; empty where it is the only one."""
    kept = [theme for theme in laid if theme != left_out]
    if not kept:
        return ""
    query = urlencode([("with", theme.key) for theme in kept[1:]])
    return f"{kept[0].get_absolute_url()}?{query}" if query else kept[0].get_absolute_url()
