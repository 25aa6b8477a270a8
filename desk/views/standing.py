"""Where a review stands, and the rules of every desk."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.generic import UpdateView

from desk.access import AdministratorMixin, DeskMixin
from desk.forms.standing import RulesForm, StandingForm
from reviews.history import record
from reviews.models import Act, DeskRules, Review
from reviews.standing import say_standing


class StandingView(DeskMixin, UpdateView[Review, StandingForm]):
    """Where a review comes from, where it stands, and who may see it."""

    template_name = "desk/standing.html"
    form_class = StandingForm

    def get_queryset(self) -> Any:
        """Return the reviews that this person may work on."""
        return Review.objects.editable_by(self.person)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form needs: also who asks."""
        return {**super().get_form_kwargs(), "person": self.person}

    def form_valid(self, form: StandingForm) -> HttpResponse:
        """Store what changed, and go back to the review's page at the desk."""
        say_standing(form.instance, changed=form.changed_data, published=form.cleaned_data["published"], by=self.person)
        messages.success(self.request, "Saved where this review stands.")
        return redirect("desk:review", slug=form.instance.slug)


class RulesView(AdministratorMixin, UpdateView[DeskRules, RulesForm]):
    """The rules of every desk."""

    template_name = "desk/rules.html"
    form_class = RulesForm

    def get_object(self, queryset: Any = None) -> DeskRules:
        """Return the rules that hold."""
        return DeskRules.now()

    def form_valid(self, form: RulesForm) -> HttpResponse:
        """Store the rules, and go back to the desk."""
        form.save()
        record(Act.RULES, by=self.person, **form.cleaned_data)
        messages.success(self.request, "The rules are saved.")
        return redirect("desk:desk")
