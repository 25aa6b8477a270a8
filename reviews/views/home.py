"""The first page."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse

from reviews.coverage import coverage_of
from reviews.kept_parts import kept_page
from reviews.models import Review, Theme

if TYPE_CHECKING:
    from reviews.models.review import Visitor

LATEST = 5


def home(request: HttpRequest) -> HttpResponse:
    """Return the search box, the five themes as doors, the latest reviews, and what is here."""
    return kept_page(request, "reviews/home.html", lambda: what_is_here(request.user))


def what_is_here(user: "Visitor") -> dict[str, Any]:
    """Return what the first page shows of what `user` may see."""
    reviews = Review.objects.visible_to(user).published()
    return {
        "themes": Theme.objects.core().with_numbers(user),
        "latest": reviews.for_lists().newest_first()[:LATEST],
        "coverage": coverage_of(user),
    }
