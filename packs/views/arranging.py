"""Moving, removing, updating, undoing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import TemplateView, View

from packs.access import EditedPackMixin
from packs.arranging import DOWN, UP, move, remove, update_from_source
from packs.changing import ChangedMeanwhile, undo
from packs.said import say

MEANWHILE = "Somebody has changed this since. Look at it as it is now, and try again."


class EntryActView(EditedPackMixin, View):
    """An act on one entry, after which the pack's page says what was done."""

    def post(self, request: HttpRequest, key: str, entry: str) -> HttpResponse:
        """Do it, and go back to the pack, to the entry where it is still there."""
        try:
            sentence = self.act()
        except ChangedMeanwhile:
            say(request, self.pack, MEANWHILE, can_undo=False)
            return redirect(self.pack)
        say(request, self.pack, sentence)
        return redirect(f"{self.pack.get_absolute_url()}#{self.entry.fragment}")

    def act(self) -> str:
        """Do what is asked and return what to say of it. Raises ChangedMeanwhile."""
        raise NotImplementedError


class MoveView(EntryActView):
    """Moves an entry up, down, or to a place."""

    def act(self) -> str:
        """Move it. What is no place leaves it where it is."""
        where = self.request.POST.get("to", "")
        if where not in {UP, DOWN} and not (where.isascii() and where.isdigit() and len(where) < 5):
            return "It stays where it is: enter a place, like 3."
        place = move(self.entry, where if where in {UP, DOWN} else int(where), by=self.person)
        return f"Moved to {place} of {self.pack.entries.count()}."


class RemoveView(EntryActView):
    """Takes an entry out."""

    def act(self) -> str:
        """Remove it."""
        remove(self.entry, by=self.person)
        return f"{self.entry.get_kind_display()} taken out."


class UpdateView(EntryActView):
    """Takes a quotation as its review has it now."""

    def act(self) -> str:
        """Update it."""
        update_from_source(self.entry, by=self.person)
        return "Updated to what the review says now."


class HistoryView(EditedPackMixin, TemplateView):
    """Every change of a pack, the last first, each with a way to undo it."""

    template_name = "packs/history.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the changes."""
        changes = self.pack.changes.newest_first().select_related("person", "undone_by")[:200]
        return super().get_context_data(pack=self.pack, changes=changes, **kwargs)


class UndoView(EditedPackMixin, View):
    """Takes a change back."""

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponse:
        """Undo it, and go back to the pack or to where the act was."""
        change = get_object_or_404(self.pack.changes.standing(), number=number)
        try:
            undo(change, by=self.person)
        except ChangedMeanwhile:
            say(request, self.pack, MEANWHILE, can_undo=False)
            messages.error(request, MEANWHILE)
            return redirect("packs:history", key=self.pack.key)
        say(request, self.pack, f"Undone: {change.said[:1].lower()}{change.said[1:]}.", can_undo=False)
        return redirect(self.pack)
