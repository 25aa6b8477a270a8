"""Who may check a review, and what every page of checking has in common."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property

from desk.access import DeskMixin
from reviews.models import Review

SAID = "said_while_checking"


class CheckMixin(DeskMixin):
    """Lets in who may work on the review; what somebody typed while their session ended is shown in its own form."""

    kwargs: dict[str, Any]

    @cached_property
    def review(self) -> Review:
        """The review that is checked. Raises Http404 where this person may not work on it."""
        return get_object_or_404(Review.objects.editable_by(self.person), slug=self.kwargs["slug"])

    def after_signing_in(self) -> str:
        """Return the address of the form: its page shows what was kept."""
        return self.request.get_full_path()


def say(request: HttpRequest, sentence: str) -> None:
    """Let the next page of checking say what was done."""
    request.session[SAID] = sentence


def said(request: HttpRequest) -> str:
    """Return what was done, once."""
    return str(request.session.pop(SAID, ""))
