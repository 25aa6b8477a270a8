"""What of a review is still to be checked, and in which order: the doubtful first, then page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from desk.checking.forms.items import KINDS
from reviews.claims import REVIEW_FIELDS
from reviews.models import Item, ItemKind, ItemState, Review, Tagging

EVERYTHING, REJECTED = "", "rejected"
# Not surer than this, and a person should look first.
UNSURE = 0.5


@dataclass(frozen=True)
class Tab:
    """One list of the checking page: its address's word, its name, and how many items of it are not checked."""

    key: str
    name: str
    left: int
    total: int


@dataclass(frozen=True)
class Queue:
    """The items of one tab in the order in which they are checked."""

    tab: str
    items: tuple[Item, ...]

    @cached_property
    def left(self) -> tuple[Item, ...]:
        """Those that nobody has checked."""
        return tuple(item for item in self.items if not item.is_checked)

    def chosen(self, anchor: str) -> Item | None:
        """Return the item with this anchor, else the first that is not checked, else the first; None for no items."""
        wanted = next((item for item in self.items if item.anchor == anchor), None)
        return wanted or (self.left or self.items or (None,))[0]

    def beside(self, item: Item, step: int) -> Item | None:
        """Return the item so many steps after this one; None past either end."""
        place = self.items.index(item) + step if item in self.items else -1
        return self.items[place] if 0 <= place < len(self.items) else None

    def next_to_check(self, anchor: str) -> Item | None:
        """Return the next unchecked item after the one with this anchor, from the beginning again at the end."""
        place = next((place for place, item in enumerate(self.items) if item.anchor == anchor), -1)
        later = [item for item in (*self.items[place + 1 :], *self.items[: place + 1]) if item.anchor != anchor]
        return next((item for item in later if not item.is_checked), None)

    def with_it(self, item: Item) -> list[Item]:
        """Return the others on the same page that nobody has checked, as they stand on it."""
        here = (one for one in self.left if one.page == item.page and one.document_id == item.document_id)
        return sorted((one for one in here if one != item), key=place_on_page)


def first_to_check(review: Review) -> str:
    """Return the address at which checking goes on: the facts, then the themes of the whole, then the items."""
    if not set(review.fields_by_people).issuperset(REVIEW_FIELDS):
        name = "desk:check_facts"
    elif Tagging.objects.suggested().filter(review=review).exists():
        name = "desk:check_themes"
    else:
        name = "desk:check"
    return f"{reverse(name, args=[review.slug])}#checking"


def is_doubtful(item: Item) -> bool:
    """Return whether the machine doubts it: it says why, or is not sure."""
    return bool(item.doubt) or (item.confidence is not None and item.confidence <= UNSURE)


def queue_of(review: Review, tab: str = EVERYTHING) -> Queue:
    """Return the queue of a tab; an unknown tab is everything."""
    if tab == REJECTED:
        gone = review.items.filter(state=ItemState.REJECTED).exclude(kind=ItemKind.PASSAGE)
        return Queue(tab, tuple(gone.with_details().with_places().in_reading_order()))
    tab = tab if tab in {kind.value for kind in KINDS} else EVERYTHING
    items = review.items.drawn_out().with_details().with_places()
    return Queue(tab, tuple(sorted(items.of_kind(tab) if tab else items, key=_order)))


def tabs_of(review: Review) -> list[Tab]:
    """Return the tabs with their counts; kinds that the review has none of are left out but for the first."""
    rows = list(review.items.drawn_out().values_list("kind", "checked_at"))
    found = [_tab(kind.value, kind.plural, [at for one, at in rows if one == kind]) for kind in KINDS]
    every = _tab(EVERYTHING, "Everything", [at for _, at in rows])
    return [every, *(tab for tab in found if tab.total)]


def _tab(key: str, name: str, checked: Sequence[object]) -> Tab:
    return Tab(key, name, sum(at is None for at in checked), len(checked))


def _order(item: Item) -> tuple[bool, float, int, int, float, int]:
    """Return where an item comes: the least sure first, then as it stands on the pages."""
    doubtful = is_doubtful(item)
    return not doubtful, (item.confidence or 0.0) if doubtful else 1.0, item.document_id, *place_on_page(item)


def place_on_page(item: Item) -> tuple[int, float, int]:
    """Return where an item stands: its page, how far down, and its place among others."""
    top = min((box[2] for box in item.boxes if box[0] == item.page), default=0.0)
    return item.page or 0, top, item.position
