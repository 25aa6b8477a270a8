"""The filters beside a list: each value with the number of rows that there would be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reviews.filters import FILTERS, NOT_EXTRACTED
from reviews.forms import NOT_STATED
from reviews.models import Nation, Region, ReviewKind
from reviews.models.person import AgeBand
from reviews.search import SearchParameters
from reviews.search.answer import Answer

TITLES = {
    "theme": "Theme", "kind": "Kind of review", "area": "Area", "year": "Year published",
    "since": "Earliest year published", "practice": "Gap or good practice", "addressee": "For whom",
    "agency": "Agency involved", "age": "Age", "incident": "Year of the incident", "partnership": "Partnership",
    "region": "Region", "nation": "Nation", "timeline": "Timeline", "checked": "Checked",
}  # fmt: skip
# Asked of recommendations only: nothing else is addressed to anybody.
SHOWN_WITH = {"addressee": ("recommendations", "reviews")}
# So many values are shown at once; the others unfold, or where they are very many stand on a page of their own.
SHOWN_AT_ONCE = 10
MOST_UNFOLDED = 40
NOTHING_IS_CALLED = {
    "theme": "No theme", "practice": "Neither", "addressee": "Not said, or not known", "partnership": "Not known",
    "region": "Not known", "age": "Not stated in the review", "agency": "Not yet known",
}  # fmt: skip
LABELS: dict[str, dict[str, str]] = {
    "kind": dict(ReviewKind.choices),
    "nation": dict(Nation.choices),
    "region": dict(Region.choices),
    "practice": {"gap": "Gap", "good": "Good practice"},
    "age": {**dict(AgeBand.choices), NOT_EXTRACTED: "Not yet extracted"},
    "timeline": {"yes": "Has a timeline", "no": "Has none"},
    "checked": {"person": "Checked by an editor", "machine": "Found by machine, not yet checked"},
}
Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class FacetValue:
    """One value of a filter: the number of rows of the shown kind that have it, under all other filters.

    None where the number is kept back (reviews.insight.suppression).
    """

    value: str
    label: str
    count: int | None
    is_used: bool = False
    is_excluded: bool = False

    @property
    def is_in_use(self) -> bool:
        """Whether rows must have it, or must not."""
        return self.is_used or self.is_excluded


@dataclass(frozen=True)
class Facet:
    """One filter, its values in the order in which they are shown: those in use first."""

    name: str
    title: str
    values: tuple[FacetValue, ...]

    @property
    def used(self) -> tuple[FacetValue, ...]:
        """The values in use."""
        return tuple(one for one in self.values if one.is_in_use)

    @property
    def excluded(self) -> tuple[FacetValue, ...]:
        """The values that rows must not have."""
        return tuple(one for one in self.values if one.is_excluded)

    @property
    def without_numbers(self) -> "Facet":
        """The same, telling of no value how many rows have it."""
        return replace(self, values=tuple(replace(one, count=None) for one in self.values))

    @property
    def name_to_exclude(self) -> str:
        """The filter's name in an address where its values are left out."""
        return f"not_{self.name}"

    @property
    def first(self) -> tuple[FacetValue, ...]:
        """The values shown at once."""
        return self.values[: max(SHOWN_AT_ONCE, len(self.used))]

    @property
    def rest(self) -> tuple[FacetValue, ...]:
        """The values that unfold; none where they are too many to look through here."""
        rest = self.values[len(self.first) :]
        return rest if len(rest) <= MOST_UNFOLDED else ()

    @property
    def is_cut(self) -> bool:
        """Whether there are more values than stand here."""
        return len(self.first) + len(self.rest) < len(self.values)


@dataclass(frozen=True)
class Chip:
    """One value in use; `parameters` are what is left without it."""

    title: str
    label: str
    is_excluded: bool
    parameters: SearchParameters

    @property
    def name(self) -> str:
        """What it says: "Area: Ambermoor", "not Area: Ambermoor"."""
        return f"{'not ' if self.is_excluded else ''}{self.title}: {self.label}"


def labels_for(answer: Answer) -> Labels:
    """Return what the coded values of the filters are called."""
    agencies = dict(answer.names.agencies.values())
    return {
        **LABELS,
        "theme": dict(answer.names.themes.values()),
        "agency": agencies,
        "addressee": agencies,
        "partnership": answer.tally.facts.partnership_names,
    }


def facets(answer: Answer, labels: Labels) -> list[Facet]:
    """Return every filter with its counts. A value in use stays, even with none; other values with none do not."""
    asked = answer.asked
    offered = [name for name in FILTERS if asked.show in SHOWN_WITH.get(name, (asked.show,)) or asked.used(name)]
    return [facet(name, answer, labels) for name in offered]


def facet(name: str, answer: Answer, labels: Labels) -> Facet:
    """Return one filter with its counts."""
    used, excluded = answer.asked.values.get(name, ()), answer.asked.excluded.get(name, ())
    numbers = {**dict.fromkeys((*used, *excluded), 0), **answer.of_values(name)}
    values = [
        FacetValue(value, label_of(name, value, labels), number, value in used, value in excluded)
        for value, number in numbers.items()
    ]
    return Facet(name, TITLES[name], tuple(sorted(values, key=_order_of(name))))


def chips(asked: SearchParameters, labels: Labels) -> list[Chip]:
    """Return the values in use, each with the way to be without it."""
    return [
        Chip(TITLES[name], label_of(name, value, labels), is_excluded, asked.without(name, value))
        for name in FILTERS
        for is_excluded, used in ((False, asked.values), (True, asked.excluded))
        for value in used.get(name, ())
    ]


def label_of(name: str, value: str, labels: Labels) -> str:
    """Return what a value is called."""
    if value == NOT_STATED:
        return NOTHING_IS_CALLED.get(name, "Not stated")
    return f"{value} or later" if name == "since" else labels.get(name, {}).get(value, value)


def _order_of(name: str) -> Any:
    """Return the order of a filter's values: in use first; newest years, youngest ages, then highest numbers first."""
    if name in {"year", "since", "incident"}:
        return lambda one: (not one.is_in_use, 0 if one.value == NOT_STATED else -int(one.value))
    if name == "age":
        ages = list(LABELS["age"])
        return lambda one: (not one.is_in_use, ages.index(one.value) if one.value in ages else len(ages))
    return lambda one: (not one.is_in_use, one.value == NOT_STATED, -(one.count or 0), one.label.casefold())
