"""What is like a review, and recommendations that are made again and again."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from reviews.alike.reading import repetition, repetitions, reviews_like
from reviews.models import Repeated, Review

ON_A_PAGE = 20


def like_review(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the reviews that are most like one, with the reasons."""
    review = get_object_or_404(Review.objects.visible_to(request.user).published().for_lists(), slug=slug)
    return render(request, "alike/like_review.html", {"review": review, "alike": reviews_like(review, request.user)})


def all_repeated(request: HttpRequest) -> HttpResponse:
    """Return the recommendations that reviews make again and again, the most often made first."""
    page = Paginator(Repeated.objects.met_by(request.user), ON_A_PAGE).get_page(request.GET.get("page", "1"))
    context = {"page": page, "repetitions": repetitions(list(page.object_list), request.user)}
    return render(request, "alike/all_repeated.html", context)


def repeated(request: HttpRequest, anchor: str) -> HttpResponse:
    """Return the recommendations that say nearly the same, the newest first."""
    one = repetition(anchor, request.user)
    if one is None:
        raise Http404
    return render(request, "alike/repeated.html", {"repetition": one})
