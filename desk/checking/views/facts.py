"""The facts of a review beside the page that they were read from."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.generic import View

from desk.checking.access import CheckMixin, said, say
from desk.checking.forms.facts import FactsForm
from desk.checking.queue import first_to_check, tabs_of
from desk.checking.saving import Clash, clashes, conflict_context
from desk.checking.views.page import frame_of
from desk.kept_words import forget_words, kept_words
from reviews import claims, corrections
from reviews.claim_history import sayings_of
from reviews.history import record
from reviews.models import Act, Partnership


class FactsView(CheckMixin, View):
    """Shows the facts as one form; saving it confirms them all, so that no later reading changes them."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Return the form, beside the first page or the one that a fact was read from."""
        kept = kept_words(request, request.path)
        return self._show(FactsForm.of(self.review, kept), kept=kept is not None)

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Save and confirm the facts, or put one back; show both versions where another editor was first."""
        act, _, field = request.POST.get("act", "").partition(" ")
        with transaction.atomic():
            review = corrections.in_hand(self.review)
            self.review = review
            if act == "put_back":
                claims.put_back(review, [field], by=self.person)
                say(request, "Put back as the machine read it.")
                return redirect("desk:check_facts", slug)
            form = FactsForm.of(review, request.POST)
            if not form.is_valid():
                return self._show(form, status=422)
            both = clashes(form.mine, form.shown_then, review)
            if both:
                return self._conflict(form, both)
            self._save(form)
        forget_words(request)
        say(request, "The facts are saved and confirmed.")
        return redirect(first_to_check(self.review))

    def _save(self, form: FactsForm) -> None:
        """Say what was changed, and of what was only read that it is right."""
        shown = claims.values_of(self.review)
        own = set(self.review.fields_by_people)
        values = {field: value for field, value in shown.items() if field not in own} | form.mine
        if values:
            claims.person_says(target=self.review, person=self.person, values=values)
        self._join(form.cleaned_data["partnership"])

    def _join(self, partnership: Partnership | None) -> None:
        if partnership != self.review.partnership:
            self.review.partnership = partnership
            self.review.save(update_fields=["partnership"])
            record(Act.SAID, by=self.person, review=self.review, fields=["partnership"])

    def _show(self, form: FactsForm, *, kept: bool = False, status: int = 200) -> HttpResponse:
        tabs = tabs_of(self.review)
        context = {
            "review": self.review, "form": form, "tabs": tabs,
            "here": "facts", "left": tabs[0].left, "said": said(self.request),
            "kept": kept, "rows": [(field, self.review.evidence.get(field.name)) for field in form.visible_fields()],
            "by_people": self.review.fields_by_people, "sayings": sayings_of(self.review),
            **frame_of(self.request, self.review, None),
        }  # fmt: skip
        return render(self.request, "desk/checking/facts.html", context, status=status)

    def _conflict(self, form: FactsForm, both: list[Clash]) -> HttpResponse:
        context = {"review": self.review, **conflict_context(form, both, self.review)}
        context["others"].append(("partnership", self.request.POST.get("partnership", "")))
        return render(self.request, "desk/checking/conflict.html", context, status=409)
