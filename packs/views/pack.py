"""A pack's own page: for who may change it, and for who may look."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.generic import View

from packs.access import SeenPackMixin
from packs.exports import blocks
from packs.models import EntryKind
from packs.models.in_use import pack_in_use_by
from packs.said import said
from packs.shapes import SHAPES
from packs.showing import show

# What a trainer can add in their own words, with what the link says.
OWN_KINDS = (
    (EntryKind.SECTION, "Section"),
    (EntryKind.TEXT, "Text"),
    (EntryKind.AIM, "Learning aim"),
    (EntryKind.HELP, "Helplines"),
    (EntryKind.EVALUATION, "Evaluation form"),
)


class PackView(SeenPackMixin, View):
    """What is in it, to be arranged by who may change it and read by the others."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Return the page."""
        shown = show(self.pack, self.person)
        context: dict[str, Any] = {"pack": self.pack, "content": shown.content, "may_edit": self.may_edit}
        if not self.may_edit:
            document = blocks.guide(shown.content)
            return render(request, "packs/read.html", {**context, "document": document})
        return render(request, "packs/pack.html", {**context, **self._to_arrange(shown)})

    def _to_arrange(self, shown: Any) -> dict[str, Any]:
        planned = SHAPES[self.pack.shape].minutes
        return {
            "rows": shown.rows,
            "changed": shown.changed,
            "said": said(self.request, self.pack),
            "own_kinds": OWN_KINDS,
            "planned_minutes": planned if planned != shown.content.minutes else 0,
            "is_in_use": pack_in_use_by(self.person) == self.pack,
            "is_owner": self.is_owner,
            "now": timezone.now(),
        }
