"""Editing an entry, and adding one in one's own words. What is typed is saved as it is typed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.generic import View

from packs.access import EditedPackMixin
from packs.arranging import edit
from packs.changing import ChangedMeanwhile
from packs.collecting import NewEntry, PackIsFull, collect
from packs.drafting import evaluation
from packs.forms.entries import EntryForm, events_for, initial_of
from packs.models import EntryKind, PackEntry
from packs.said import say
from packs.showing import part_of
from packs.sources import Sources
from reviews.models import Item

OWN = {EntryKind.SECTION, EntryKind.TEXT, EntryKind.AIM, EntryKind.QUESTION, EntryKind.HELP, EntryKind.EVALUATION}
# Added at once: there is nothing that must be entered first.
READY = {EntryKind.HELP, EntryKind.EVALUATION}


class EditView(EditedPackMixin, View):
    """One entry's form."""

    def get(self, request: HttpRequest, key: str, entry: str) -> HttpResponse:
        """Return the form."""
        return self._page(self._form(initial=initial_of(self._shown_entry(), self._events())))

    def post(self, request: HttpRequest, key: str, entry: str) -> HttpResponse:
        """Save it. By itself while somebody types (`autosave`), or at “Save”, which goes back to the pack."""
        form = self._form(request.POST)
        by_itself = "autosave" in request.POST
        if not form.is_valid():
            return self._answer(form, problem="Not saved: look at what is marked.") if by_itself else self._page(form)
        try:
            saved = edit(self.entry, form.values, revision=form.cleaned_data["revision"] or 0, by=self.person)
        except ChangedMeanwhile:
            return self._answer(form, conflict=True) if by_itself else self._conflict(form)
        if by_itself:
            return self._answer(form, revision=saved.revision)
        say(request, self.pack, "Saved.")
        return redirect(f"{self.pack.get_absolute_url()}#{self.entry.fragment}")

    def _form(self, *args: Any, **kwargs: Any) -> EntryForm:
        item = self.entry.item if self._is_shown else None
        return EntryForm(*args, kind=self.entry.kind, item=item, events=self._events(), **kwargs)

    @property
    def _is_shown(self) -> bool:
        return Sources.of([self.entry], self.person).state_of(self.entry).is_shown

    def _shown_entry(self) -> PackEntry:
        """Return the entry, without the words of a review that this person may not see."""
        if not self._is_shown:
            self.entry.item, self.entry.words = None, ""
        return self.entry

    def _events(self) -> tuple[Item, ...]:
        return events_for(self.entry, Item.objects.visible_to(self.person).standing())

    def _page(self, form: EntryForm, **more: Any) -> HttpResponse:
        context = {"pack": self.pack, "entry": self.entry, "form": form, "part": self._part(), **more}
        return render(self.request, "packs/edit.html", context)

    def _part(self) -> Any:
        return part_of(self.entry, Sources.of([self.entry], self.person), self.pack, self.person)

    def _answer(self, form: EntryForm, **said: Any) -> HttpResponse:
        """Return only how the saving went."""
        context = {"form": form, "now": timezone.now(), "entry": self.entry, **said}
        return render(self.request, "packs/_saved.html", context)

    def _conflict(self, form: EntryForm) -> HttpResponse:
        """Return both: what this person wrote, in the form, and what somebody else saved meanwhile."""
        current = self.pack.entries.with_sources().filter(key=self.entry.key).first()
        if current is None:
            say(self.request, self.pack, "Somebody has taken this out meanwhile. It is in the history.", can_undo=False)
            return redirect("packs:history", key=self.pack.key)
        theirs = self._form(initial=initial_of(current, self._events()))
        mine = self.request.POST.copy()
        mine["revision"] = str(current.revision)
        change = self.pack.changes.newest_first().filter(after__entries__has_key=current.key).first()
        return self._page(self._form(mine), theirs=theirs, change=change)


class AddOwnView(EditedPackMixin, View):
    """A section, text, aim, question, helplines or evaluation form, in the trainer's own words."""

    def get(self, request: HttpRequest, key: str, kind: str) -> HttpResponse:
        """Return the form."""
        return self._page(EntryForm(kind=self._kind(kind)), kind)

    def post(self, request: HttpRequest, key: str, kind: str) -> HttpResponse:
        """Add it, and go to it."""
        if self._kind(kind) in READY and "text" not in request.POST:
            return self._add(next(evaluation()) if kind == EntryKind.EVALUATION else NewEntry(kind))
        form = EntryForm(request.POST, kind=self._kind(kind))
        return self._add(NewEntry(kind, **form.values)) if form.is_valid() else self._page(form, kind)

    def _kind(self, kind: str) -> str:
        if kind not in OWN:
            raise Http404
        return kind

    def _page(self, form: EntryForm, kind: str) -> HttpResponse:
        sections = self.pack.entries.in_order().filter(kind=EntryKind.SECTION)
        context = {"pack": self.pack, "form": form, "kind": EntryKind(kind), "sections": sections}
        return render(self.request, "packs/add_own.html", context)

    def _add(self, new: NewEntry) -> HttpResponse:
        try:
            rows = collect(self.pack, [new], by=self.person, after=self.request.POST.get("after", ""))
        except PackIsFull as failure:
            say(self.request, self.pack, str(failure.__doc__), can_undo=False)
            return redirect(self.pack)
        say(self.request, self.pack, f"{EntryKind(new.kind).label} added.")
        return redirect(f"{self.pack.get_absolute_url()}#{rows[0].fragment}" if rows else self.pack)
