"""Themes, across reviews."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reviews.models import Theme
from reviews.theme_story import story_of


def themes(request: HttpRequest) -> HttpResponse:
    """Return every theme with the number of reviews that have it."""
    return render(request, "reviews/themes.html", {"themes": Theme.objects.with_numbers(request.user)})


def theme(request: HttpRequest, key: str) -> HttpResponse:
    """Return what reviews found and recommended on a theme."""
    one = get_object_or_404(Theme, key=key)
    return render(request, "reviews/theme.html", {"theme": one, "story": story_of(one, request.user)})
