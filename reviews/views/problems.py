"""Readers report a problem, and read its answer at an address of its own."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from reviews.models import Item, Problem, ProblemKind, Review
from reviews.problems import report

# One browser may report so many problems in an hour.
MOST_IN_AN_HOUR = 8
AN_HOUR = 60 * 60


class ProblemForm(forms.Form):
    """What is wrong, and how to reach whoever says so."""

    kind = forms.ChoiceField(
        label="What is the problem?", choices=ProblemKind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Choose what the problem is"},
    )  # fmt: skip
    words = forms.CharField(
        label="Tell us about it", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000,
        help_text="Do not write what only you may know of other people.",
        error_messages={"required": "Tell us what the problem is"},
    )  # fmt: skip
    name = forms.CharField(label="Your name, if you want to give it", required=False, max_length=150)
    email = forms.EmailField(
        label="Your e-mail address, if you want the answer by mail", required=False,
        error_messages={"invalid": "Enter an e-mail address, like asha@example.gov.uk"},
    )  # fmt: skip


def report_problem(request: HttpRequest, slug: str = "", anchor: str = "") -> HttpResponse:
    """Take a report on a review or on an item of it, then show where its answer will stand."""
    review, item = about(request, slug, anchor)
    form = ProblemForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if _reported_lately(request) >= MOST_IN_AN_HOUR:
            form.add_error(None, "You have sent many reports in the last hour. Try again later.")
        else:
            person = request.user if request.user.is_authenticated else None
            problem = report(review, item, by=person, **form.cleaned_data)
            request.session["reported"] = [*_times(request), timezone.now().timestamp()]
            return redirect(problem)
    return render(request, "reviews/report_problem.html", {"form": form, "review": review, "item": item})


def problem(request: HttpRequest, token: str) -> HttpResponse:
    """Return a report with its answer, to whoever has its address."""
    one = get_object_or_404(Problem.objects.select_related("review", "item"), token=token)
    sees_review = Review.objects.visible_to(request.user).standing().filter(pk=one.review_id).exists()
    return render(request, "reviews/problem.html", {"problem": one, "sees_review": sees_review})


def about(request: HttpRequest, slug: str, anchor: str) -> tuple[Review, Item | None]:
    """Return the review and the item that the report is about. Raises Http404 where this visitor may not see them."""
    if anchor:
        items: Any = Item.objects.visible_to(request.user).standing().with_details()
        item: Item = get_object_or_404(items, anchor=anchor)
        return item.review, item
    review = Review.objects.visible_to(request.user).standing().filter(slug=slug).first()
    if review is None:
        raise Http404
    return review, None


def _times(request: HttpRequest) -> list[float]:
    kept: list[float] = request.session.get("reported", [])
    return [time for time in kept if time > timezone.now().timestamp() - AN_HOUR]


def _reported_lately(request: HttpRequest) -> int:
    return len(_times(request))
