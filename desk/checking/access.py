"""Who may check a review, and what every page of checking has in common."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from desk.access import DeskMixin
from desk.checking.kept_words import keep_words
from reviews.models import Review

SAID = "said_while_checking"


class CheckMixin(DeskMixin):
    """Lets in who may work on the review; keeps what somebody typed while their session ended."""

    kwargs: dict[str, Any]

    @cached_property
    def review(self) -> Review:
        """The review that is checked. Raises Http404 where this person may not work on it."""
        return get_object_or_404(Review.objects.editable_by(self.person), slug=self.kwargs["slug"])

    def handle_no_permission(self) -> HttpResponseRedirect:
        """Return the way to the sign-in page, with what was typed kept for afterwards."""
        if self.request.method == "POST" and not self.request.user.is_authenticated:
            keep_words(self.request)
        return super().handle_no_permission()


def say(request: HttpRequest, sentence: str) -> None:
    """Let the next page of checking say what was done."""
    request.session[SAID] = sentence


def said(request: HttpRequest) -> str:
    """Return what was done, once."""
    return str(request.session.pop(SAID, ""))
