"""The codebook at the desk: themes are edited, what a change would tag is shown first, and agreement is measured."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.views.generic import DetailView, TemplateView, View

from desk.access import AdministratorMixin
from desk.codebook.forms import NewThemeForm, ThemeForm
from ingest.retagging import preview
from ingest.tasks import how_far_tagging_is, is_tagging_again, queue_tagging_again
from reviews.agreement import agreements, cues_of, missed
from reviews.history import record
from reviews.models import Act, Theme

MOST_SHOWN = 50


class CodebookView(AdministratorMixin, TemplateView):
    """Every theme with how far machine and people agree on it; tags everything again."""

    template_name = "desk/codebook/themes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the themes in their order."""
        rows, (done, reviews) = agreements(Theme.objects.in_order()), how_far_tagging_is()
        far = {"is_tagging": is_tagging_again(), "done": done, "reviews": reviews}
        return super().get_context_data(rows=rows, **far, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Queue the tagging, and stay."""
        queue_tagging_again()
        record(Act.CODEBOOK, by=self.person, about="everything is tagged again")
        messages.success(request, "Everything is being tagged again. What people decided stays.")
        return redirect("desk:codebook")


class ThemeEditView(AdministratorMixin, View):
    """One theme's form: what a change would tag is shown before it is saved."""

    form_class: type[ThemeForm] = ThemeForm

    @cached_property
    def theme(self) -> Theme:
        """The theme that is edited. Raises Http404 for no such theme."""
        return get_object_or_404(Theme, key=self.kwargs["key"])

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Return the form."""
        return self._show(self.form_class(instance=self.theme))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show what the change would tag, or save it, and tag everything again where that is asked for."""
        before = self.theme.entry() if self.theme.pk else None
        with transaction.atomic():
            form = self.form_class(request.POST, instance=self._locked())
            if not form.is_valid():
                return self._show(form, status=422)
            if request.POST.get("act") == "preview":
                return self._show(form, found=self._preview(before, form))
            theme = form.save()
            record(Act.CODEBOOK, by=self.person, about=theme.label, fields=sorted(form.changed_data))
        if request.POST.get("act") == "save_and_tag":
            queue_tagging_again()
        messages.success(request, f"“{theme.label}” is saved.")
        return redirect("desk:codebook")

    def _locked(self) -> Theme:
        """Return the theme, fresh and locked where it is stored already."""
        if not self.theme.pk:
            return self.theme
        return Theme.objects.select_for_update(of=("self",)).get(pk=self.theme.pk)

    def _preview(self, before: Any, form: ThemeForm) -> Any:
        """Return what the change would do; a new theme has tagged nothing yet."""
        after = form.instance.entry()
        children = [child.entry() for child in form.instance.children.all()] if form.instance.pk else []
        return preview(before or replace(after, cues=(), weak_cues=(), guards=()), after, children)

    def _show(self, form: ThemeForm, *, found: Any = None, status: int = 200) -> HttpResponse:
        context = {
            "form": form, "theme": self.theme, "found": found, "most": MOST_SHOWN,
            "changes": [("Would be tagged", found.gained), ("Would no longer be tagged", found.lost)] if found else [],
        }  # fmt: skip
        return render(self.request, "desk/codebook/theme.html", context, status=status)


class NewThemeView(ThemeEditView):
    """A theme of the administrators' own."""

    form_class = NewThemeForm

    @cached_property
    def theme(self) -> Theme:
        """A theme that is not stored yet."""
        return Theme()


class AgreementView(AdministratorMixin, DetailView[Theme]):
    """Machine against people on one theme, and which cues go wrong."""

    template_name = "desk/codebook/agreement.html"
    model = Theme
    slug_field = slug_url_kwarg = "key"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the counts, the cues by how often they were wrong, and what the machine missed."""
        (agreement,) = agreements([self.object])
        return super().get_context_data(
            agreement=agreement, cues=cues_of(self.object), missed=missed(self.object)[:MOST_SHOWN], **kwargs
        )
