"""What an editor does with one item: each act is the button of the item's form that was pressed."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from desk.checking.access import say
from desk.checking.forms.items import ItemForm, ThemesForm, shown_taggings_of
from desk.checking.queue import queue_of, tabs_of
from desk.checking.saving import clashes, conflict_context, last_change
from desk.checking.views.page import ItemPageView, frame_of, item_context
from desk.kept_words import forget_words
from reviews import claims, corrections
from reviews.models import Item, ItemKind, Review, Tagging
from reviews.theme_decisions import add_theme, decide_themes, put_theme_back

# Acts that save what stands in the form first.
SAVING = {"save", "confirm", "confirm_page", "earlier", "later", "join_before", "join_after"}
# After these the next item comes; after the others the same stays.
GOES_ON = {"confirm", "confirm_page", "reject"}


class ItemView(ItemPageView):
    """Takes the item's form and does what its button says."""

    item: Item

    def post(self, request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
        """Do it while nobody else can touch the review; where somebody did before, show what both wrote."""
        with transaction.atomic():
            corrections.in_hand(self.review)
            self.item = get_object_or_404(self.review.items.exclude(kind=ItemKind.PASSAGE), anchor=anchor)
            act, _, about = request.POST.get("act", "save").partition(" ")
            changed = request.POST.get("seen") != corrections.version_of(self.item)
            answer = self._save(act, changed=changed) if act in SAVING else None
            if answer is None and changed and act != "save":
                return self._look_again()
            if answer is None:
                say(request, self._do(act, about))
        if answer is not None:
            return answer
        forget_words(request)
        return self._on(act)

    def _save(self, act: str, *, changed: bool) -> HttpResponse | None:
        """Save what this editor typed; return a page where it cannot be, None where all went well."""
        form = ItemForm.of(self.item, self.request.POST)
        themes = ThemesForm(self.request.POST, taggings=shown_taggings_of(self.item))
        if not (form.is_valid() & themes.is_valid()):
            return self._again(form, themes)
        both = clashes(form.mine, form.shown_then, self.item)
        if both:
            return self._conflict(form, both, act)
        corrections.correct(self.item, form.mine, by=self.person)
        self._save_themes(themes, decide=act in {"confirm", "confirm_page"} and not changed)
        if form.new_kind:
            values = {**empty_values(form.new_kind), **shared_values(form.values, form.new_kind)}
            return self._change_kind(form.new_kind, values)
        return None

    def _save_themes(self, themes: ThemesForm, *, decide: bool) -> None:
        """Confirm the ticked themes and reject the others where the item is confirmed; else only reject and add."""
        chosen = themes.cleaned_data
        kept, shown = chosen["themes"], chosen["themes_shown"]
        decide_themes(self.item, kept, by=self.person, among=shown if decide else shown - kept)
        if chosen["more"]:
            evidence, valence = chosen["evidence"], chosen["valence"]
            add_theme(self.item, chosen["more"], evidence=evidence, valence=valence, by=self.person)

    def _change_kind(self, kind: str, values: dict[str, Any]) -> HttpResponse:
        """Make it an item of another kind, and show that one, to be completed and confirmed."""
        if kind == ItemKind.EVENT and not values["date"]:
            values["date"] = self._date_of_event()
        new = corrections.change_kind(self.item, kind, values, by=self.person)
        article = "an" if kind in {ItemKind.ACTION, ItemKind.EVENT} else "a"
        say(self.request, f"It is now {article} {new.get_kind_display().lower()}. Look at it and confirm it.")
        return redirect(f"{self._page()}?item={new.anchor}#checking")

    def _date_of_event(self) -> str:
        """Return the year of the review's period: an event needs a date, and an editor corrects it."""
        first = self.review.period_earliest or self.review.published_earliest or timezone.localdate()
        return f"{first.year:04d}"

    def _do(self, act: str, about: str) -> str:
        """Do what remains of an act after saving; return the sentence that says what was done."""
        acts: dict[str, Callable[[str], str]] = {
            "save": lambda _: "saved", "confirm": self._confirm, "confirm_page": self._confirm_page,
            "reject": self._reject, "restore": self._restore, "uncheck": self._uncheck, "put_back": self._put_back,
            "theme_back": self._theme_back, "earlier": lambda _: self._move(-1), "later": lambda _: self._move(1),
            "join_before": lambda _: self._join(-1), "join_after": lambda _: self._join(1),
        }  # fmt: skip
        done = acts[act](about) if act in acts else "not changed"
        return f"{self.item.name} {done}. {tabs_of(self.review)[0].left} left to check."

    def _confirm(self, _: str) -> str:
        corrections.confirm([Item.objects.get(pk=self.item.pk)], by=self.person)
        return "confirmed"

    def _confirm_page(self, _: str) -> str:
        """Confirm it and those that were shown with it, unless somebody changed one meanwhile."""
        shown = dict(pair.split(":", 1) for pair in self.request.POST.getlist("with_it") if ":" in pair)
        others = self.review.items.drawn_out().filter(anchor__in=shown)
        same = [item for item in others if corrections.version_of(item) == shown[item.anchor]]
        corrections.confirm([Item.objects.get(pk=self.item.pk), *same], by=self.person)
        for item in same:
            decide_themes(item, set(item.taggings.shown().values_list("pk", flat=True)), by=self.person)
        return f"and {len(same)} more confirmed"

    def _reject(self, _: str) -> str:
        corrections.reject(self.item, by=self.person)
        return "rejected"

    def _restore(self, _: str) -> str:
        corrections.restore(self.item, by=self.person)
        return "put back"

    def _uncheck(self, _: str) -> str:
        corrections.uncheck(self.item, by=self.person)
        return "is to be checked again"

    def _put_back(self, field: str) -> str:
        fields = [field, "joined"] if field == "text" else [field]
        corrections.put_back(self.item, fields, by=self.person)
        return "put back as the machine read it"

    def _theme_back(self, pk: str) -> str:
        tagging = get_object_or_404(Tagging, pk=int(pk) if pk.isdecimal() else 0, item=self.item)
        put_theme_back(tagging, by=self.person)
        return f"has the theme “{tagging.theme.label}” as the machine suggested it"

    def _move(self, step: int) -> str:
        """Move it past its neighbour of the same kind."""
        kin = self._kin()
        place = kin.index(self.item)
        if not 0 <= place + step < len(kin):
            return "stays where it is"
        after = place + step if step > 0 else place - 2
        corrections.move(self.item, after=kin[after] if after >= 0 else None, by=self.person)
        return "moved"

    def _join(self, step: int) -> str:
        """Join it with its neighbour of the same kind; the earlier of the two stays."""
        kin = self._kin()
        place = kin.index(self.item) + step
        if not 0 <= place < len(kin):
            return "stays as it is"
        first, second = (self.item, kin[place]) if step > 0 else (kin[place], self.item)
        corrections.join(Item.objects.get(pk=first.pk), Item.objects.get(pk=second.pk), by=self.person)
        self.item = first
        return "joined with the one after it"

    def _kin(self) -> list[Item]:
        return list(self.review.items.current().of_kind(self.item.kind).in_reading_order())

    def _on(self, act: str) -> HttpResponse:
        """Return the way to the next item after an act that ends one, else to the same."""
        tab = self.request.POST.get("show", "")
        following = queue_of(self.review, tab).next_to_check(self.item.anchor) if act in GOES_ON else self.item
        item = f"&item={following.anchor}" if following else ""
        return redirect(f"{self._page()}?show={tab}{item}#checking")

    def _page(self) -> str:
        return reverse("desk:check", args=[self.review.slug])

    def _look_again(self) -> HttpResponse:
        """Return the way back to the item, which somebody changed while this editor looked at it."""
        say(self.request, f"{_who(self.item)} changed {self.item.name} meanwhile. Look at it again before you go on.")
        forget_words(self.request)
        return redirect(f"{self._page()}?item={self.item.anchor}#checking")

    def _again(self, form: ItemForm, themes: ThemesForm) -> HttpResponse:
        """Return the page with what was typed, and what is wrong with it."""
        context = {**_context(self.request, self.review, self.item), "form": form, "themes_form": themes}
        return render(self.request, "desk/checking/check.html", context, status=422)

    def _conflict(self, form: ItemForm, both: list[Any], act: str) -> HttpResponse:
        """Return both versions of what two editors changed, to choose from."""
        context = {
            "review": self.review, "item": self.item, "act": act, "seen": corrections.version_of(self.item),
            "item_kind": form.cleaned_data["item_kind"], **conflict_context(form, both, self.item),
            "themes": [(name, self.request.POST.getlist(name)) for name in ThemesForm.base_fields],
        }  # fmt: skip
        return render(self.request, "desk/checking/conflict.html", context, status=409)


def _who(item: Item) -> str:
    change = last_change(item)
    return f"At {timezone.localtime(change.at):%H:%M} {change.who}" if change else "Somebody"


def _context(request: HttpRequest, review: Review, item: Item) -> dict[str, Any]:
    queue, tabs = queue_of(review, request.POST.get("show", "")), tabs_of(review)
    whole = review.items.with_details().with_places().get(pk=item.pk)
    return {
        "review": review, "queue": queue, "tabs": tabs, "left": tabs[0].left, "item": whole,
        **frame_of(request, review, whole), **item_context(request, queue, whole),
    }  # fmt: skip


def empty_values(kind: str) -> dict[str, Any]:
    """Return an empty value for each field of a kind."""
    return {field: "finding" if (kind, field) == ("finding", "kind") else "" for field in claims.fields_of(kind)}


def shared_values(values: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return the values that an item of the other kind has too; an action's steps hold the text."""
    shared = {field: value for field, value in values.items() if field in {"label", "text"}}
    return {**shared, "steps": values["text"]} if kind == ItemKind.ACTION else shared
