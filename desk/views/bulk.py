"""Changing one fact of many reviews: chosen, shown, made, undone."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView, View

from desk.access import DeskMixin
from desk.forms.bulk import FIELDS, NAMES, BulkForm, ChoiceOfFactForm
from reviews.bulk import change, differences, undo
from reviews.models import BulkChange

MOST_UNDOABLE = 10


class BulkView(DeskMixin, TemplateView):
    """Choose the fact, its new value and the reviews; see what that changes; change it."""

    template_name = "desk/bulk.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the forms, and the changes that can be undone."""
        choice = self.choice()
        undoable = BulkChange.objects.undoable_by(self.person)[:MOST_UNDOABLE]
        made = [(one, NAMES.get(one.field, one.field)) for one in undoable]
        return super().get_context_data(
            **{"choice": choice, "form": self.form(choice), "made": made, "field": self.field, **kwargs}
        )

    def choice(self) -> ChoiceOfFactForm:
        """Return which fact is changed and which reviews are listed."""
        choice = ChoiceOfFactForm(self.request.GET)
        choice.is_valid()
        self.field = choice.cleaned_data.get("field") or FIELDS[0][0]
        return choice

    def form(self, choice: ChoiceOfFactForm) -> BulkForm:
        """Return the form for the value and the reviews."""
        sent = self.request.POST if self.request.method == "POST" else None
        initial = {"every": choice.is_begun}
        return BulkForm(sent, field=self.field, listed=choice.listed(self.person), initial=initial)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show what would change; or change it, once that was seen."""
        choice = self.choice()
        form = self.form(choice)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        chosen, value = form.cleaned_data["chosen"], form.cleaned_data["value"]
        if "change" not in request.POST:
            shown = differences(chosen, self.field, value)
            return self.render_to_response(self.get_context_data(form=form, differences=shown, seen=True))
        made = change(chosen, self.field, value, by=self.person)
        messages.success(
            request, f"{made.count} review{'' if made.count == 1 else 's'} changed. You can undo it below."
        )
        return redirect(request.get_full_path())


class UndoView(DeskMixin, View):
    """Undoes a change as one step."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put back what stood before, and say in how many reviews."""
        made = get_object_or_404(BulkChange.objects.undoable_by(self.person), pk=pk)
        count, kept = undo(made, by=self.person), made.count
        left = f" {kept - count} had been changed since and stay as they are." if kept > count else ""
        messages.success(request, f"Undone in {count} review{'' if count == 1 else 's'}.{left}")
        return redirect("desk:bulk")
