"""Who did what, when: a list that is read and taken away, never changed."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.generic import ListView, View

from desk.access import DeskMixin
from desk.forms.history import HistoryForm
from reviews.models import HistoryEntry
from reviews.models.history import HistoryQuerySet
from reviews.spreadsheets import csv_response

COLUMNS = ("When", "Who", "What", "Review", "About", "Details")


class HistoryMixin(DeskMixin):
    """The part of the history that is asked for, within what this person may read."""

    def form(self) -> HistoryForm:
        """Return the filters as they are set."""
        return HistoryForm(self.request.GET, reader=self.person)

    def entries(self, form: HistoryForm) -> HistoryQuerySet:
        """Return the entries that answer, the last act first."""
        visible = HistoryEntry.objects.visible_to(self.person).select_related("review")
        return form.parameters.narrow(visible).newest_first()


class HistoryView(HistoryMixin, ListView[HistoryEntry]):
    """The history, page by page."""

    template_name = "desk/history.html"
    context_object_name = "entries"
    paginate_by = 50

    def get_queryset(self) -> HistoryQuerySet:
        """Return what answers the filters."""
        self.filters = self.form()
        return self.entries(self.filters)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the page with its filters and the query string that keeps them."""
        query = self.request.GET.copy()
        query.pop("page", None)
        asked = self.filters.parameters
        return super().get_context_data(form=self.filters, review=asked.review, query=query.urlencode(), **kwargs)


class HistoryFileView(HistoryMixin, View):
    """The same as a CSV file."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Return every entry that answers."""
        entries = self.entries(self.form())
        return csv_response("history.csv", COLUMNS, (_row(entry) for entry in entries.iterator(chunk_size=1000)))


def _row(entry: HistoryEntry) -> tuple[str, ...]:
    at = timezone.localtime(entry.at).isoformat(timespec="seconds")
    details = json.dumps(entry.details, ensure_ascii=False) if entry.details else ""
    return at, entry.who, entry.deed, entry.review_name, entry.about, details
