"""Reading a review again: what a better machine would change is shown first, and no person is overwritten."""

from typing import Any

import msgspec
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import View

from desk.checking.access import CheckMixin, said, say
from desk.checking.queue import tabs_of
from ingest.models import Rereading
from ingest.rereading import put_in_place, read_again, what_changes
from ingest.store.changes import Changes
from reviews.conflicts import differences


class RereadView(CheckMixin, View):
    """Asks for a new reading, shows what it would change, and puts it in place or leaves it out."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Return where the new reading stands, and what it would change."""
        rows = [(one, self._changes(one)) for one in Rereading.objects.of_review(self.review)]
        tabs = tabs_of(self.review)
        context = {
            "review": self.review, "rows": [(one, found, found and summary(found)) for one, found in rows],
            "tabs": tabs, "here": "again", "left": tabs[0].left, "said": said(request),
            "waits": any(found is None and not one.message for one, found in rows),
        }  # fmt: skip
        return render(request, "desk/checking/again.html", context)

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Ask for a reading, put one in place, or leave it out."""
        act, _, pk = request.POST.get("act", "").partition(" ")
        if act == "read":
            read_again(self.review, by=self.person)
            return redirect("desk:check_again", slug)
        with transaction.atomic():
            found = Rereading.objects.of_review(self.review).select_for_update(of=("self",))
            rereading = get_object_or_404(found, pk=pk if pk.isdecimal() else 0)
            if act == "leave":
                rereading.delete()
                say(request, "Left as it is.")
            elif act == "put" and rereading.is_ready:
                put_in_place(rereading, by=self.person)
                return self._placed()
        return redirect("desk:check_again", slug)

    def _placed(self) -> HttpResponse:
        """Return the way to what is now to be settled, else to what is to be checked."""
        differing = len(differences(self.review))
        say(self.request, "The new reading is in place. What people said stands.")
        return redirect(reverse("desk:check_differences" if differing else "desk:check", args=[self.review.slug]))

    def _changes(self, rereading: Rereading) -> Changes | None:
        """Return what it would change; None where it is not there, or was read by a program that is gone."""
        try:
            return what_changes(rereading) if rereading.is_ready else None
        except msgspec.MsgspecError:
            rereading.fail("This was read by an older version of the program. Read it again.")
            return None


def summary(changes: Changes) -> dict[str, Any]:
    """Return the counts that are said in one line: what people confirmed or corrected is counted apart."""
    kept = [one for one in (*changes.gone, *changes.changed) if one.kept]
    return {
        "new": len(changes.new),
        "gone": sum(not one.kept for one in changes.gone),
        "differ": sum(not one.kept for one in changes.changed),
        "kept": changes.confirmed + len(kept),
        "same": changes.same - changes.confirmed,
    }
