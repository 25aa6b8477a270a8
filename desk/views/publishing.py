"""A review at the desk: publish it, make it a draft again, withdraw it."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.views.generic import DetailView, FormView, View

from desk.access import DeskMixin
from desk.checking.queue import first_to_check
from desk.forms.publishing import WithdrawForm
from desk.gate import causes_against, waits_for_second
from reviews.models import ItemKind, Review
from reviews.publishing import propose, publish, unpublish, withdraw


class DeskReviewView(DeskMixin, DetailView[Review]):
    """What an editor can do with a review, and what of it nobody has checked."""

    template_name = "desk/review.html"

    def get_queryset(self) -> Any:
        """Return the reviews that this person may work on."""
        return Review.objects.editable_by(self.person)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the review with its documents and the number of items by kind."""
        found = self.object.items.current().counts_by_kind()
        return super().get_context_data(
            documents=self.object.documents.in_order().with_editions(),
            first_to_check=first_to_check(self.object),
            not_looked_at=self.object.private_words.open().count(),
            causes=causes_against(self.object),
            waits_for_second=waits_for_second(self.object, self.person),
            counts=[(kind.plural, found.get(kind, 0)) for kind in ItemKind],
            **kwargs,
        )


class PublishView(DeskMixin, View):
    """Publishes a draft, where nothing stands against it."""

    @method_decorator(transaction.atomic)
    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Publish, and show the review as readers see it; or go back to what stands against it."""
        review = get_object_or_404(Review.objects.editable_by(self.person).select_for_update(of=("self",)), slug=slug)
        if causes_against(review) or waits_for_second(review, self.person):
            messages.error(request, "This review cannot be published yet. The causes are below.")
            return redirect("desk:review", slug=slug)
        publish(review, by=self.person)
        messages.success(request, f"“{review.display_name}” is published.")
        return redirect(review)


class ProposeView(DeskMixin, View):
    """Asks a second person to publish."""

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Propose it, and stay at the desk."""
        review = get_object_or_404(Review.objects.editable_by(self.person).drafts(), slug=slug)
        propose(review, by=self.person)
        messages.success(request, f"“{review.display_name}” waits for a second person to publish it.")
        return redirect("desk:review", slug=slug)


class UnpublishView(DeskMixin, View):
    """Makes a published review a draft again."""

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Take it back, and stay at the desk."""
        review = get_object_or_404(Review.objects.editable_by(self.person).published(), slug=slug)
        unpublish(review, by=self.person)
        messages.success(request, f"“{review.display_name}” is a draft again. Readers no longer find it.")
        return redirect("desk:review", slug=slug)


class WithdrawView(DeskMixin, FormView[WithdrawForm]):
    """Withdraws a review, with the reason that its address will give."""

    template_name = "desk/withdraw.html"
    form_class = WithdrawForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form with the review that it is about."""
        return super().get_context_data(review=self._review(), **kwargs)

    def form_valid(self, form: WithdrawForm) -> HttpResponse:
        """Withdraw, and stay at the desk."""
        review = self._review()
        withdraw(review, by=self.person, reason=form.cleaned_data["reason"])
        messages.success(self.request, f"“{review.display_name}” is withdrawn.")
        return redirect("desk:review", slug=review.slug)

    def _review(self) -> Review:
        return get_object_or_404(Review.objects.editable_by(self.person), slug=self.kwargs["slug"])
