"""Putting things into the pack in use, from wherever they are read."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import TemplateView, View

from packs.access import EditedPackMixin, TrainerMixin
from packs.collecting import NewEntry, PackIsFull, collect, quotation, timeline
from packs.forms.collecting import WantedForm, WhichPackForm, way_back
from packs.forms.entries import not_the_words
from packs.making import make
from packs.models import EntryKind, Pack
from packs.models.in_use import pack_in_use_by, use
from packs.picking import story_of
from packs.pictures import wanted_at
from packs.quoting import NotTheWords, shorten
from packs.showing import show
from people.models import User
from reviews.models import Item, Review

# Sent by the script of the page, which shows the answer in place.
IN_PLACE = "X-In-Place"
LONGEST_TITLE = 200


class CollectView(TrainerMixin, View):
    """Adds one thing of a review to the pack in use, or asks which pack."""

    def post(self, request: HttpRequest) -> HttpResponse:
        """Add it and go back; what is not there for this person is not found."""
        wanted = WantedForm(request.POST)
        if not wanted.is_valid():
            raise Http404
        try:
            new = entry_of(wanted.said, self.person)
        except NotTheWords as failure:
            return self._back(wanted, not_the_words(failure), ok=False)
        pack = pack_in_use_by(self.person) if "pack" not in request.POST else None
        if pack is None:
            which = WhichPackForm(request.POST if "pack" in request.POST else None, person=self.person)
            if not which.is_valid():
                return render(request, "packs/choose.html", {"form": which, "wanted": wanted.said, "new": new})
            pack = which.chosen or make(name=which.cleaned_data["name"].strip(), by=self.person)
            use(pack, by=self.person)
        return self._add(pack, new, wanted)

    def _add(self, pack: Pack, new: NewEntry, wanted: WantedForm) -> HttpResponse:
        try:
            rows = collect(pack, [new], by=self.person)
        except PackIsFull as failure:
            return self._back(wanted, str(failure.__doc__), ok=False)
        return self._back(wanted, f"Added to “{pack}”." if rows else f"“{pack}” has this already.")

    def _back(self, wanted: WantedForm, sentence: str, *, ok: bool = True) -> HttpResponse:
        """Say what was done: in place where the page's script asked, else on the page that the person came from."""
        if IN_PLACE in self.request.headers:
            return render(self.request, "packs/_tray.html", {"said": sentence, "next": wanted.said.get("next", "")})
        (messages.success if ok else messages.error)(self.request, sentence)
        return redirect(way_back(self.request, wanted.said.get("next", "")))


def entry_of(said: dict[str, str], person: User) -> NewEntry:
    """Return what is to be added. Raises Http404 for what this person may not see, NotTheWords."""
    if anchor := said.get("item"):
        item = get_object_or_404(Item.objects.visible_to(person).standing().current(), anchor=anchor)
        words = said.get("words", "")
        return quotation(item, shorten(item.text, words) if words else "", note=said.get("note", ""))
    reviews = Review.objects.visible_to(person).standing()
    if picture := said.get("picture"):
        wanted = wanted_at(picture)
        if wanted is None:
            raise Http404
        return NewEntry(EntryKind.PICTURE, picture=picture, title=wanted.title[:LONGEST_TITLE])
    if slug := said.get("timeline"):
        review = get_object_or_404(reviews, slug=slug)
        story = story_of(review, person)
        if not story:
            raise Http404
        return timeline(review, story)
    review = get_object_or_404(reviews, slug=said.get("review", ""))
    return NewEntry(EntryKind.REVIEW, review=review)


class QuoteView(TrainerMixin, View):
    """Quoting some words of an item: by deleting those that are not wanted."""

    def get(self, request: HttpRequest, anchor: str) -> HttpResponse:
        """Return the item's words, to be shortened."""
        items = Item.objects.visible_to(self.person).standing().current().with_details().with_places()
        item = get_object_or_404(items, anchor=anchor)
        return render(request, "packs/quote.html", {"item": item, "next": item.place_in_review})


class TrayView(TrainerMixin, TemplateView):
    """What is in the pack in use, in short."""

    template_name = "packs/tray.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the pack's sections with the name of each part."""
        pack = pack_in_use_by(self.person)
        content = show(pack, self.person).content if pack else None
        return super().get_context_data(pack=pack, content=content, **kwargs)


class UseView(EditedPackMixin, View):
    """Makes a pack the one that is filled."""

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Use it, and go back to it."""
        use(self.pack, by=self.person)
        messages.success(request, f"“Add to pack” now adds to “{self.pack}”.")
        return redirect(self.pack)
