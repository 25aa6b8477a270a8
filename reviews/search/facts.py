"""Reviews with what filters ask of them, as arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from numpy.typing import NDArray

from reviews.filters import AGE_BANDS, NOT_EXTRACTED
from reviews.forms import NOT_STATED
from reviews.models import Item, ItemKind, Person, Review, Tagging
from reviews.search.order import in_order_of_reviews
from reviews.search.parameters import USUAL

COLUMNS = (
    "pk", "published_latest", "kind", "nation", "area", "published_latest__year", "incident_latest__year",
    "partnership__key", "partnership__name", "partnership__region", "its_themes", "its_agencies", "its_ages",
    "has_timeline",
)  # fmt: skip
VALUES_OF_AGE_BANDS = {band: value for value, band in AGE_BANDS.items()}


@dataclass(frozen=True, eq=False)
class Dimension:
    """What the rows have of one filter: pairs of a row's number and the number of one of `values`."""

    values: tuple[str, ...]
    rows: NDArray[np.int64]
    codes: NDArray[np.int64]

    @classmethod
    def of_lists(cls, values_of_rows: Iterable[Sequence[str]]) -> "Dimension":
        """Return the dimension of rows that each have some values."""
        numbers: dict[str, int] = {}
        pairs = [
            (row, numbers.setdefault(value, len(numbers)))
            for row, values in enumerate(values_of_rows)
            for value in values
        ]
        rows, codes = np.array(pairs, np.int64).reshape(-1, 2).T
        return cls(tuple(numbers), rows, codes)

    def rows_with(self, wanted: Iterable[str], count: int) -> NDArray[np.bool_]:
        """Return which of `count` rows have any of the values."""
        codes = [self.values.index(value) for value in wanted if value in self.values]
        found = np.zeros(count, bool)
        found[self.rows[np.isin(self.codes, codes)]] = True
        return found

    def counts(self, weights: NDArray[np.int64]) -> dict[str, int]:
        """Return how much weighs each value; `weights` are of the rows."""
        summed = np.bincount(self.codes, weights=weights[self.rows], minlength=len(self.values))
        return {value: int(number) for value, number in zip(self.values, summed, strict=True) if number}


@dataclass(frozen=True, eq=False)
class YearsSince:
    """In which year each row is, 0 where it is not known; a row answers to its year and to every year before."""

    years: NDArray[np.int64]

    def rows_with(self, wanted: Iterable[str], count: int) -> NDArray[np.bool_]:
        """Return which of `count` rows are of the earliest of these years or later."""
        return np.asarray(self.years[:count] >= min(map(int, wanted)))

    def counts(self, weights: NDArray[np.int64], others: Iterable[str] = ()) -> dict[str, int]:
        """Return how much weighs each of the rows' years, and of `others`, with all after it."""
        asked = {*np.unique(self.years[self.years > 0]).tolist(), *map(int, others)}
        numbers = {f"{year:04}": int(weights[self.years >= year].sum()) for year in asked}
        return {year: number for year, number in numbers.items() if number}


@dataclass(frozen=True, eq=False)
class Facts:
    """The reviews, newest first, each with its number in this order."""

    rows: tuple[tuple[Any, ...], ...]
    themes: dict[int, str]
    agencies: dict[int, str]

    def column(self, name: str) -> list[Any]:
        """Return one column of all reviews."""
        at = COLUMNS.index(name)
        return [row[at] for row in self.rows]

    @property
    def count(self) -> int:
        """How many reviews there are."""
        return len(self.rows)

    @cached_property
    def ids(self) -> NDArray[np.int64]:
        """The reviews' ids."""
        return np.array(self.column("pk"), np.int64)

    @cached_property
    def oldest_first(self) -> NDArray[np.int64]:
        """The place of each review when the oldest come first, those without a date last."""
        dates = self.column("published_latest")
        order = sorted(range(self.count), key=lambda one: (dates[one] is None, dates[one]))
        places = np.empty(self.count, np.int64)
        places[order] = np.arange(self.count)
        return places

    @cached_property
    def partnership_names(self) -> dict[str, str]:
        """What the partnerships of these reviews are called, by their keys."""
        return dict(zip(self.column("partnership__key"), self.column("partnership__name"), strict=True))

    def numbers_of(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of the review with each id; -1 for those that are not among them."""
        known = self._number_by_id
        return known[np.where(ids < len(known), ids, 0)]

    def only(self, ids: NDArray[np.int64]) -> "Facts":
        """Return the facts of those of the reviews that have one of the ids."""
        wanted = set(ids.tolist())
        return replace(self, rows=tuple(row for row in self.rows if row[0] in wanted))

    def dimension(self, name: str) -> Dimension:
        """Return what the reviews have of one filter."""
        if name not in self._dimensions:
            self._dimensions[name] = Dimension.of_lists(self._values(name))
        return self._dimensions[name]

    @cached_property
    def since(self) -> YearsSince:
        """When the reviews were published, for the filter that asks for a year and all after it."""
        return YearsSince(np.array([year or 0 for year in self.column("published_latest__year")], np.int64))

    @cached_property
    def _dimensions(self) -> dict[str, Dimension]:
        return {}

    @cached_property
    def everything(self) -> dict[tuple[int, ...], Any]:
        """All items of these reviews, by the blocks that they were read from; reviews.search.found keeps them here."""
        return {}

    @cached_property
    def _number_by_id(self) -> NDArray[np.int64]:
        # No review has the id 0, which stands for every id that is too great.
        numbers = np.full(int(self.ids.max(initial=0)) + 1, -1, np.int64)
        numbers[self.ids] = np.arange(self.count)
        return numbers

    def _values(self, name: str) -> Iterable[Sequence[str]]:
        """Return the values that each review has of one filter; none is a value too."""
        match name:
            case "theme":
                return ([self.themes[key] for key in keys] or [NOT_STATED] for keys in self.column("its_themes"))
            case "agency":
                return ([self.agencies[key] for key in keys] or [NOT_STATED] for keys in self.column("its_agencies"))
            case "age":
                return (_ages(bands) for bands in self.column("its_ages"))
            case "timeline":
                return (["yes" if has else "no"] for has in self.column("has_timeline"))
            case _:
                return ([str(value or NOT_STATED)] for value in self.column(COLUMN_OF[name]))


COLUMN_OF = {
    "kind": "kind", "nation": "nation", "area": "area", "year": "published_latest__year",
    "incident": "incident_latest__year", "partnership": "partnership__key", "region": "partnership__region",
}  # fmt: skip


def facts_of_published(*, themes: dict[int, str], agencies: dict[int, str]) -> Facts:
    """Return every published review, whoever may see it, in one query. `themes` and `agencies` are the keys by id."""
    of_review = {"review": OuterRef("pk")}
    reviews = in_order_of_reviews(Review.objects.published(), USUAL).annotate(
        its_themes=ArraySubquery(Tagging.objects.shown().filter(**of_review).order_by().values("theme")),
        its_agencies=ArraySubquery(Review.agencies.through.objects.filter(**of_review).order_by().values("agency")),
        its_ages=ArraySubquery(Person.objects.filter(**of_review).order_by().values("age_band")),
        has_timeline=Exists(Item.objects.current().of_kind(ItemKind.EVENT).filter(**of_review)),
    )
    return Facts(tuple(reviews.values_list(*COLUMNS)), themes, agencies)


def _ages(bands: Sequence[str]) -> Sequence[str]:
    return sorted({VALUES_OF_AGE_BANDS[band] for band in bands}) or [NOT_EXTRACTED]
