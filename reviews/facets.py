"""The filters beside a list: each value with the number of rows that there would be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, FilteredRelation, Q, QuerySet

from reviews.forms import NOT_STATED
from reviews.models import Nation, ReviewKind, Theme
from reviews.models.tagging import SHOWN_STATES
from reviews.search import FACETS, SearchParameters, rows

if TYPE_CHECKING:
    from reviews.models.review import Visitor

TITLES = {"theme": "Theme", "kind": "Kind of review", "area": "Area", "year": "Year published", "nation": "Nation"}
# So many values are shown at once; the others unfold.
SHOWN_AT_ONCE = 10


@dataclass(frozen=True)
class FacetValue:
    """One value of a filter: the number of rows of the shown kind that have it, under all other filters."""

    value: str
    label: str
    count: int
    is_used: bool


@dataclass(frozen=True)
class Facet:
    """One filter, its values in the order in which they are shown: those in use first."""

    name: str
    title: str
    values: tuple[FacetValue, ...]

    @property
    def used(self) -> tuple[FacetValue, ...]:
        """The values in use."""
        return tuple(one for one in self.values if one.is_used)

    @property
    def first(self) -> tuple[FacetValue, ...]:
        """The values shown at once."""
        return self.values[: max(SHOWN_AT_ONCE, len(self.used))]

    @property
    def rest(self) -> tuple[FacetValue, ...]:
        """The values that unfold."""
        return self.values[len(self.first) :]


@dataclass(frozen=True)
class Chip:
    """One value in use; `parameters` are what is left without it."""

    title: str
    label: str
    parameters: SearchParameters


def facets(parameters: SearchParameters, user: "Visitor", labels: dict[str, dict[str, str]]) -> list[Facet]:
    """Return every filter with its counts. A value in use stays, even with none; other values with none do not."""
    return [facet(name, parameters, user, labels) for name in FACETS]


def facet(name: str, parameters: SearchParameters, user: "Visitor", labels: dict[str, dict[str, str]]) -> Facet:
    """Return one filter with its counts."""
    # With "all of these themes", a theme's number is of the rows that would be left; else each filter counts alone.
    others = parameters if name == "theme" and parameters.match == "all" else parameters.without(name)
    counted = count_values(name, rows(others, user), others)
    used = parameters.values.get(name, ())
    numbers = {**dict.fromkeys(used, 0), **counted}
    values = [
        FacetValue(value, label_of(name, value, labels), number, value in used) for value, number in numbers.items()
    ]
    return Facet(name, TITLES[name], tuple(sorted(values, key=_order_of(name))))


def count_values(name: str, found: QuerySet[Any], parameters: SearchParameters) -> dict[str, int]:
    """Return how many of the rows have each value of a filter."""
    to_review = "" if parameters.show == "reviews" else "review__"
    if name == "theme":
        to_tagging = "" if to_review and parameters.within == "item" else to_review
        shown = Q(**{f"{to_tagging}taggings__state__in": SHOWN_STATES})
        tagging = FilteredRelation(f"{to_tagging}taggings", condition=shown)
        found, path = found.annotate(tagging=tagging).filter(tagging__isnull=False), "tagging__theme__key"
    else:
        path = f"{to_review}{'published_latest__year' if name == 'year' else name}"
    counted = found.order_by().values_list(path).annotate(Count("pk"))
    return {NOT_STATED if value in {None, ""} else str(value): number for value, number in counted}


def chips(parameters: SearchParameters, labels: dict[str, dict[str, str]]) -> list[Chip]:
    """Return the values in use, each with the way to be without it."""
    return [
        Chip(TITLES[name], label_of(name, value, labels), parameters.without(name, value))
        for name in FACETS
        for value in parameters.values.get(name, ())
    ]


def labels_of_values() -> dict[str, dict[str, str]]:
    """Return what the coded values of the filters are called. Asks the database for the themes."""
    return {
        "theme": dict(Theme.objects.values_list("key", "label")),
        "kind": dict(ReviewKind.choices),
        "nation": dict(Nation.choices),
    }


def label_of(name: str, value: str, labels: dict[str, dict[str, str]]) -> str:
    """Return what a value is called."""
    if value == NOT_STATED:
        return "Not stated"
    return labels.get(name, {}).get(value, value)


def _order_of(name: str) -> Any:
    """Return the order of a filter's values: in use first; years newest first, others by number."""
    if name == "year":
        return lambda one: (not one.is_used, 0 if one.value == NOT_STATED else -int(one.value))
    return lambda one: (not one.is_used, -one.count, one.label.casefold())
