"""What somebody typed while their session ended, to be saved after they have signed in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from desk.access import DeskMixin
from desk.kept_words import forget_words, kept_forms
from reviews.typed_words import everything_sent, typed_words


class UnsavedView(DeskMixin, TemplateView):
    """Shows what was kept of each form, with a button that sends it where it was going."""

    template_name = "desk/unsaved.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return each form's address with what was sent and what of it was typed."""
        forms = [
            (address, everything_sent(sent), typed_words(sent)) for address, sent in kept_forms(self.request).items()
        ]
        return super().get_context_data(forms=forms, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Leave it out, and go to the desk."""
        forget_words(request)
        return redirect("desk:desk")
