"""Searching: what is asked, which rows answer, and how many there are of each kind.

`search` is all that a page needs. Everything goes through `visible_to(user)` and `published()`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchRank
from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import QueryDict

from reviews.filters import ItemFilter, ReviewFilter, words_query
from reviews.models import Item, ItemKind, Review
from reviews.models.item import ItemQuerySet
from reviews.models.review import ReviewQuerySet

if TYPE_CHECKING:
    from reviews.models.review import Visitor

ROWS_ON_A_PAGE = 20
# The kinds of row, in the order of their tabs; None is for reviews, which are no items.
KINDS_OF_ROW = {
    "reviews": None,
    "findings": ItemKind.FINDING,
    "recommendations": ItemKind.RECOMMENDATION,
    "actions": ItemKind.ACTION,
    "events": ItemKind.EVENT,
    "passages": ItemKind.PASSAGE,
}
FACETS = ("theme", "kind", "area", "year", "nation")


@dataclass(frozen=True)
class SearchParameters:
    """What an address asks for, cleaned. `values` are the values in use of each filter."""

    words: str = ""
    show: str = "findings"
    match: str = "any"
    within: str = "review"
    sort: str = "best"
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def from_query(cls, query: QueryDict, **fixed: str) -> "SearchParameters":
        """Return what `query` says; `fixed` stands whatever it says."""
        form = ReviewFilter(query, queryset=Review.objects.none()).form
        form.is_valid()
        said = form.cleaned_data
        plain = {name: said[name] for name in ("show", "match", "within", "sort")}
        values = {name: said[name] for name in FACETS if said[name]}
        return cls(words=said["q"], values=values, **{**plain, **fixed})

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that everything answers."""
        return not self.words and not self.values

    @property
    def used_count(self) -> int:
        """How many values of filters are in use."""
        return sum(len(values) for values in self.values.values())

    def without(self, name: str, value: str | None = None) -> "SearchParameters":
        """Return the same without one value of a filter, or without the filter."""
        left = tuple(one for one in self.values.get(name, ()) if value is not None and one != value)
        others = {other: values for other, values in self.values.items() if other != name}
        return replace(self, values={**others, **({name: left} if left else {})})

    def query(self, **changes: str) -> str:
        """Return the query string that says this, what is usual left out; `changes` are put into it."""
        asked = replace(self, **changes)  # type: ignore[arg-type]
        query = QueryDict(mutable=True)
        if asked.words:
            query["q"] = asked.words
        for name in ("show", "match", "within", "sort"):
            if getattr(asked, name) != getattr(USUAL, name):
                query[name] = getattr(asked, name)
        for name in FACETS:
            if name in asked.values:
                query.setlist(name, list(asked.values[name]))
        return query.urlencode()


USUAL = SearchParameters()


def review_rows(parameters: SearchParameters, user: "Visitor") -> ReviewQuerySet:
    """Return the reviews that answer."""
    found: ReviewQuerySet = ReviewFilter(_asked(parameters), Review.objects.visible_to(user).published()).qs
    return found


def item_rows(parameters: SearchParameters, user: "Visitor") -> ItemQuerySet:
    """Return the items of every kind that answer."""
    found: ItemQuerySet = ItemFilter(_asked(parameters), Item.objects.visible_to(user).published().current()).qs
    return found


def rows(parameters: SearchParameters, user: "Visitor") -> ReviewQuerySet | ItemQuerySet:
    """Return the rows of the shown kind that answer."""
    kind = KINDS_OF_ROW[parameters.show]
    return item_rows(parameters, user).of_kind(kind) if kind else review_rows(parameters, user)


def counts(parameters: SearchParameters, user: "Visitor") -> dict[str, int]:
    """Return how many rows of each kind answer."""
    items = item_rows(parameters, user).counts_by_kind()
    reviews = review_rows(parameters, user).count()
    return {show: items.get(kind, 0) if kind else reviews for show, kind in KINDS_OF_ROW.items()}


class KnownCountPaginator(Paginator[Any]):
    """Pages of rows whose number is known already."""

    def __init__(self, rows: QuerySet[Any], count: int) -> None:
        super().__init__(rows, ROWS_ON_A_PAGE)
        self.count = count


def page_of_rows(parameters: SearchParameters, user: "Visitor", *, count: int, number: str) -> Page[Any]:
    """Return one page of rows, in order, with what is shown of them; the last page where there is none of `number`."""
    kind = KINDS_OF_ROW[parameters.show]
    ordered: QuerySet[Any]
    if kind is None:
        ordered = in_order_of_reviews(review_rows(parameters, user), parameters).for_lists()
    else:
        found = item_rows(parameters, user).of_kind(kind)
        ordered = in_order_of_items(found, parameters).with_details().with_places()
    return KnownCountPaginator(ordered, count).get_page(number)


def in_order_of_reviews(reviews: ReviewQuerySet, parameters: SearchParameters) -> ReviewQuerySet:
    """Return the reviews by date of publication, newest first unless the oldest are asked for."""
    if parameters.sort == "oldest":
        return reviews.order_by(F("published_latest").asc(nulls_last=True), "display_name")
    return reviews.order_by(F("published_latest").desc(nulls_last=True), "display_name")


def in_order_of_items(items: ItemQuerySet, parameters: SearchParameters) -> ItemQuerySet:
    """Return the items in the order that is asked for; the best match first where there are words."""
    date = F("review__published_latest")
    newest = date.asc(nulls_last=True) if parameters.sort == "oldest" else date.desc(nulls_last=True)
    as_they_stand = (newest, "review__display_name", "position", "pk")
    if parameters.sort == "best" and parameters.words:
        rank = SearchRank(F("search"), words_query(parameters.words), cover_density=True)
        return items.annotate(rank=rank).order_by("-rank", *as_they_stand)
    return items.order_by(*as_they_stand)


def _asked(parameters: SearchParameters) -> QueryDict:
    return QueryDict(parameters.query())
