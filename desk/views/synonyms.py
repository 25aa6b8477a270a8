"""Synonyms: administrators say which terms mean the same; a search for one finds the others at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView, ListView, View

from desk.access import AdministratorMixin
from desk.forms.synonyms import SynonymsFilterForm, SynonymsForm
from reviews.models import SynonymGroup
from reviews.synonyms.changes import change, remove


class SynonymsView(AdministratorMixin, ListView[SynonymGroup]):
    """Every group."""

    template_name = "desk/synonyms.html"
    context_object_name = "groups"
    paginate_by = 50

    def get_queryset(self) -> Any:
        """Return the groups that are asked for, by their first terms."""
        self.filters = SynonymsFilterForm(self.request.GET)
        self.filters.is_valid()
        return SynonymGroup.objects.with_words(self.filters.cleaned_data["words"]).for_lists()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the list with its filter."""
        query = self.request.GET.copy()
        query.pop("page", None)
        return super().get_context_data(form=self.filters, query=query.urlencode(), **kwargs)


class AddSynonymsView(AdministratorMixin, FormView[SynonymsForm]):
    """Makes a group."""

    template_name = "desk/synonym_group.html"
    form_class = SynonymsForm

    def form_valid(self, form: SynonymsForm) -> HttpResponse:
        """Store the group and go back to the list."""
        said = form.cleaned_data
        group = change(SynonymGroup(), terms=said["terms"], note=said["note"], by=self.person)
        messages.success(self.request, f"A search for any of these now finds the others: {group}.")
        return redirect("desk:synonyms")


class SynonymGroupView(AddSynonymsView):
    """One group, to be changed."""

    @property
    def group(self) -> SynonymGroup:
        """The group that the page is about."""
        return get_object_or_404(SynonymGroup, pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        """Return what stands."""
        return {"terms": "\n".join(self.group.names), "note": self.group.note}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form is made with: its own terms are no other group's."""
        return {**super().get_form_kwargs(), "group": self.group}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the form with the group that it is about."""
        return super().get_context_data(group=self.group, **kwargs)

    def form_valid(self, form: SynonymsForm) -> HttpResponse:
        """Change the group and go back to the list."""
        said = form.cleaned_data
        group = change(self.group, terms=said["terms"], note=said["note"], by=self.person)
        messages.success(self.request, f"Changed: {group}.")
        return redirect("desk:synonyms")


class RemoveSynonymsView(AdministratorMixin, View):
    """Removes a group."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove it, say so, and go back to the list."""
        group = get_object_or_404(SynonymGroup, pk=pk)
        messages.success(request, f"Removed: {group}. A search for one no longer finds the others.")
        remove(group, by=self.person)
        return redirect("desk:synonyms")
