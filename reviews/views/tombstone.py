"""What an address says when the review that was there has been withdrawn."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.models import Review
from reviews.models.review import ReviewQuerySet


def tombstone(request: HttpRequest, reviews: ReviewQuerySet) -> HttpResponse:
    """Return the tombstone of the one of `reviews` that this visitor may read of. Raises Http404 if there is none."""
    review: Review | None = reviews.remembered_by(request.user).select_related("partnership").first()
    if review is None:
        raise Http404
    return render(request, "410.html", {"review": review}, status=410)
