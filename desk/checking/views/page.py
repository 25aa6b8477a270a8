"""The checking page: a page's picture on one side, one found item on the other, the doubtful ones first."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import TemplateView, View

from desk.checking.access import CheckMixin, said
from desk.checking.forms.items import ItemForm, ThemesForm, shown_taggings_of
from desk.checking.page_beside import page_beside
from desk.checking.queue import EVERYTHING, Queue, is_doubtful, queue_of, tabs_of
from desk.kept_words import kept_words
from reviews.claim_history import sayings_of
from reviews.conflicts import differences
from reviews.corrections import version_of
from reviews.models import Item, ItemState, Tagging


class CheckView(CheckMixin, TemplateView):
    """Shows one item of a queue beside its page."""

    template_name = "desk/checking/check.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the chosen item with its form and page, and what stands before and after it."""
        asked = self.request.GET
        queue = queue_of(self.review, asked.get("show", EVERYTHING))
        item = self._wanted(queue, asked.get("item", ""))
        tabs = tabs_of(self.review)
        return {
            "review": self.review, "queue": queue, "tabs": tabs, "left": tabs[0].left, "item": item,
            "said": said(self.request), "differing": len(differences(self.review)),
            **frame_of(self.request, self.review, item), **(item_context(self.request, queue, item) if item else {}),
            **super().get_context_data(**kwargs),
        }  # fmt: skip

    def _wanted(self, queue: Queue, anchor: str) -> Item | None:
        """Return the item that is asked for, also one that the tab does not list; else the first to check."""
        if anchor and all(item.anchor != anchor for item in queue.items):
            found = self.review.items.exclude(kind="passage").with_details().with_places().filter(anchor=anchor).first()
            if found:
                return found
        return queue.chosen(anchor)


def frame_of(request: HttpRequest, review: Any, item: Item | None) -> dict[str, Any]:
    """Return the page beside the record: of the item, or the page and words that the address asks for."""
    document = item.document if item else review.documents.filter(gives_items=True).order_by("role").first()
    page = request.GET.get("page", "")
    if document is None:
        return {"beside": None}
    number = int(page) if page.isdecimal() and len(page) < 6 else None
    return {"beside": page_beside(document, item=item, page=number, words=request.GET.get("words", ""))}


def item_context(request: HttpRequest, queue: Queue, item: Item) -> dict[str, Any]:
    """Return what the panel of one item shows: its form, themes, history and neighbours."""
    kept = kept_words(request, reverse("desk:check_item", args=[item.review.slug, item.anchor]))
    return {
        "form": ItemForm.of(item, kept),
        "themes_form": ThemesForm(kept, taggings=shown_taggings_of(item)),
        "rejected_themes": Tagging.objects.rejected().filter(item=item).select_related("theme"),
        "kept": kept is not None,
        "seen": version_of(item),
        "is_doubtful": is_doubtful(item),
        "sayings": sayings_of(item),
        "with_it": with_it(queue, item),
        "before": queue.beside(item, -1),
        "after": queue.beside(item, 1),
        "place": queue.items.index(item) + 1 if item in queue.items else None,
    }


def with_it(queue: Queue, item: Item) -> list[tuple[Item, str, bool]]:
    """Return what else is to be checked on the item's page: each with its version and whether it is doubtful."""
    others = queue.with_it(item) if item.state == ItemState.CURRENT else []
    return [(one, version_of(one), is_doubtful(one)) for one in others]


class ItemPageView(CheckMixin, View):
    """The address of an item's form, opened by itself: leads to the item on the checking page."""

    def get(self, request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
        """Return the way there. Raises Http404 where this person may not work on the review."""
        get_object_or_404(self.review.items.all(), anchor=anchor)
        return redirect(f"{reverse('desk:check', args=[slug])}?item={anchor}#checking")
