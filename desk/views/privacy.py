"""The privacy check: words that may tell who somebody is, with their places, to be found fine or hidden."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView, View

from desk.access import DeskMixin
from desk.forms.privacy import DecisionsForm, HideForm
from reviews.models import Decision, Review
from reviews.privacy.listing import NotInTheText, decide, hide, look_again, places_of


class PrivacyMixin(DeskMixin):
    """The review whose words are looked at."""

    kwargs: dict[str, Any]

    def review(self) -> Review:
        """Return the review, if this person may work on it."""
        return get_object_or_404(Review.objects.editable_by(self.person), slug=self.kwargs["slug"])


class PrivacyView(PrivacyMixin, TemplateView):
    """Every one of the words with some of its places, and what was decided."""

    template_name = "desk/privacy.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the words, those that nobody has looked at first."""
        review = self.review()
        listed = list(review.private_words.open_first())
        form, places = DecisionsForm(listed=listed), places_of(review, listed)
        rows = [(one, form[f"words-{one.pk}"], places[one.pk]) for one in listed]
        return super().get_context_data(
            review=review, rows=rows, open=sum(one.is_open for one in listed),
            hidden=sum(one.is_hidden for one in listed), **{"form": HideForm(), **kwargs},
        )  # fmt: skip

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Store the decisions, and show what is left."""
        review = self.review()
        form = DecisionsForm(request.POST, listed=review.private_words.all())
        form.is_valid()
        decisions = form.decisions
        if "rest_is_fine" in request.POST:
            left = [
                one.pk for one in review.private_words.open() if decisions.get(one.pk, one.decision) == one.decision
            ]
            decisions |= dict.fromkeys(left, Decision.FINE.value)
        count = decide(review, decisions, by=self.person)
        messages.success(request, f"{count} decision{'' if count == 1 else 's'} saved.")
        return redirect("desk:privacy", slug=slug)


class HideView(PrivacyView):
    """Hides words that an editor names."""

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Hide them, or say why that cannot be."""
        review, form = self.review(), HideForm(request.POST)
        if form.is_valid():
            try:
                hide(review, form.cleaned_data["words"], by=self.person)
            except NotInTheText as refusal:
                form.add_error("words", str(refusal.__doc__))
            else:
                messages.success(request, "These words are hidden wherever they stand in this review.")
                return redirect("desk:privacy", slug=slug)
        return self.render_to_response(self.get_context_data(form=form))


class LookAgainView(PrivacyMixin, View):
    """Looks through the text once more."""

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """List what is in the text now, and go back to the list."""
        look_again(self.review())
        messages.success(request, "The text has been looked through.")
        return redirect("desk:privacy", slug=slug)
