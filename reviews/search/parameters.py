"""What an address asks for, cleaned; and the address that asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from reviews.filters import FILTERS, asked_for
from reviews.models import ItemKind

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
# Filters that ask something of the item itself; `theme` is one of them where the item itself must have the themes.
FILTERS_OF_ITEMS = frozenset({"practice", "addressee", "checked"})
Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class SearchParameters:
    """What is asked for.

    `values` are the values in use of each filter, of which a row must have one; `excluded` those that it must not have.
    """

    words: str = ""
    show: str = "findings"
    match: str = "any"
    within: str = "review"
    sort: str = "best"
    values: Values = field(default_factory=dict)
    excluded: Values = field(default_factory=dict)

    @classmethod
    def from_query(cls, query: QueryDict, **fixed: str) -> "SearchParameters":
        """Return what `query` says; `fixed` stands whatever it says."""
        said = asked_for(query)
        plain = {name: said[name] for name in ("show", "match", "within", "sort")}
        return cls(
            words=said["q"],
            values={name: said[name] for name in FILTERS if said[name]},
            excluded={name: said[f"not_{name}"] for name in FILTERS if said[f"not_{name}"]},
            **{**plain, **fixed},
        )

    @property
    def kind(self) -> ItemKind | None:
        """The kind of the items that are shown; None where reviews are."""
        return KINDS_OF_ROW[self.show]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked, so that everything answers."""
        return not self.words and not self.values and not self.excluded

    @property
    def used_count(self) -> int:
        """How many values of filters are in use."""
        return sum(len(values) for used in (self.values, self.excluded) for values in used.values())

    @property
    def filters_of_items(self) -> frozenset[str]:
        """The filters that ask something of the item itself."""
        return FILTERS_OF_ITEMS | {"theme"} if self.within == "item" else FILTERS_OF_ITEMS

    def used(self, name: str) -> bool:
        """Return whether a filter has values in use."""
        return name in self.values or name in self.excluded

    def without(self, name: str, value: str | None = None) -> "SearchParameters":
        """Return the same without one value of a filter, wanted or excluded, or without the filter."""
        values, excluded = (_without(used, name, value) for used in (self.values, self.excluded))
        return replace(self, values=values, excluded=excluded)

    def with_value(self, name: str, value: str) -> "SearchParameters":
        """Return the same with one more value of a filter."""
        kept = self.without(name, value)
        return replace(kept, values={**kept.values, name: (*kept.values.get(name, ()), value)})

    def query(self, **changes: str) -> str:
        """Return the query string that says this, what is usual left out; `changes` are put into it."""
        asked = replace(self, **changes)  # type: ignore[arg-type]
        query = QueryDict(mutable=True)
        if asked.words:
            query["q"] = asked.words
        for name in ("show", "match", "within", "sort"):
            if getattr(asked, name) != getattr(USUAL, name):
                query[name] = getattr(asked, name)
        for name in FILTERS:
            for key, used in ((name, asked.values), (f"not_{name}", asked.excluded)):
                if name in used:
                    query.setlist(key, list(used[name]))
        return query.urlencode()


USUAL = SearchParameters()


def _without(used: Values, name: str, value: str | None) -> Values:
    left = tuple(one for one in used.get(name, ()) if value is not None and one != value)
    others = {other: values for other, values in used.items() if other != name}
    return {**others, **({name: left} if left else {})}
