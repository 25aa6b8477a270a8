"""Adding an item that the machine missed, and splitting one that is two."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import View

from desk.checking.access import CheckMixin, say
from desk.checking.forms.adding import AddKindForm, SplitForm
from desk.checking.forms.items import ItemForm
from desk.checking.queue import tabs_of
from desk.checking.views.items import empty_values, shared_values
from desk.checking.views.page import frame_of
from desk.kept_words import forget_words, kept_words
from reviews import corrections
from reviews.claims import values_of
from reviews.models import Item, ItemKind


class AddView(CheckMixin, View):
    """Shows the fields of a new item, its words filled in where they were selected on the page; adds it."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Return the form of the kind that is asked for."""
        kept = kept_words(request, request.path)
        kind, page, text = self._asked(kept or request.GET)
        form = self._form(kept, kind, {**empty_values(kind), **shared_values({"text": text}, kind)})
        return self._show(form, kind, page)

    def post(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Add the item as checked: a person wrote it."""
        kind, page, _ = self._asked(request.POST)
        form = self._form(request.POST, kind)
        if not form.is_valid():
            return self._show(form, kind, page, status=422)
        with transaction.atomic():
            review = corrections.in_hand(self.review)
            item = corrections.add(review, kind, form.values, by=self.person, page=page)
            corrections.confirm([item], by=self.person)
        forget_words(request)
        say(request, f"{item.name} added.")
        return redirect(f"{reverse('desk:check', args=[slug])}?item={item.anchor}#checking")

    def _form(self, data: Any, kind: str, shown: dict[str, Any] | None = None) -> ItemForm:
        return ItemForm(data, item_kind=kind, shown=shown, review=self.review)

    def _asked(self, given: Any) -> tuple[str, int | None, str]:
        """Return the kind, page and words that are asked for; odd values are passed over."""
        form = AddKindForm(given)
        form.is_valid()
        said = form.cleaned_data
        return said.get("item_kind") or ItemKind.FINDING, said.get("page"), said.get("text") or ""

    def _show(self, form: ItemForm, kind: str, page: int | None, status: int = 200) -> HttpResponse:
        context = {
            "review": self.review, "form": form, "kind": ItemKind(kind), "page_number": page or "",
            "kinds": AddKindForm(initial={"item_kind": kind, "page": page}), "tabs": tabs_of(self.review),
            "kept": form.is_bound and self.request.method == "GET", **frame_of(self.request, self.review, None),
        }  # fmt: skip
        return render(self.request, "desk/checking/add.html", context, status=status)


class SplitView(CheckMixin, View):
    """Asks where the second item begins; splits there."""

    def get(self, request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
        """Return the places to choose from."""
        item = self._item(anchor)
        return self._show(item, SplitForm(text=_parted(item), initial={"seen": corrections.version_of(item)}))

    def post(self, request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
        """Split it; where somebody changed it meanwhile, show the places anew."""
        with transaction.atomic():
            corrections.in_hand(self.review)
            item = self._item(anchor)
            form = SplitForm(request.POST, text=_parted(item))
            if request.POST.get("seen") != corrections.version_of(item):
                say(request, f"Somebody changed {item.name} meanwhile: choose again.")
                return redirect("desk:check_split", slug, anchor)
            if not form.is_valid():
                return self._show(item, form, status=422)
            new = corrections.split(item, *form.halves, by=self.person)
        say(request, f"{item.name} is now two. This is the second.")
        return redirect(f"{reverse('desk:check', args=[slug])}?item={new.anchor}#checking")

    def _item(self, anchor: str) -> Item:
        items = self.review.items.current().exclude(kind=ItemKind.PASSAGE)
        return get_object_or_404(items, anchor=anchor)

    def _show(self, item: Item, form: SplitForm, status: int = 200) -> HttpResponse:
        context = {"review": self.review, "item": item, "text": form.text, "form": form}
        return render(self.request, "desk/checking/split.html", context, status=status)


def _parted(item: Item) -> str:
    """Return the words of an item that are parted when it is split."""
    return str(values_of(item)[corrections.parted_field(item)])
