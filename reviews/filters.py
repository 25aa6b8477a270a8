"""The filters that every list of reviews and of their items shares; an address, a form and a query say them alike.

Each filter has a twin, `not_` and its name, for values that a row must not have. docs/search.md says what they mean.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from functools import cache, reduce
from operator import and_, or_
from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from reviews.forms import NOT_STATED, SearchForm, ValuesField, WordsField
from reviews.models import (
    Agency,
    Finding,
    FindingKind,
    Item,
    ItemKind,
    Nation,
    Person,
    Region,
    Review,
    ReviewKind,
    Tagging,
    Valence,
)
from reviews.models.person import AgeBand

# In the order in which they stand beside a list.
FILTERS = (
    "theme", "kind", "area", "year", "since", "practice", "addressee", "agency", "age", "incident", "partnership",
    "region", "nation", "timeline", "checked",
)  # fmt: skip
NOT_EXTRACTED = "not-extracted"
# "Not stated in the review", "withheld" and "not yet extracted" are three things.
AGE_BANDS = {
    **{band.value: band.value for band in AgeBand if band not in {AgeBand.NOT_STATED, AgeBand.NOT_EXTRACTED}},
    NOT_STATED: AgeBand.NOT_STATED.value,
    NOT_EXTRACTED: AgeBand.NOT_EXTRACTED.value,
}
PRACTICES = {"gap": Valence.GAP, "good": Valence.GOOD_PRACTICE}
Condition = Callable[[Sequence[str]], Q]


def stated(path: str, nothing: Q | None = None) -> Condition:
    """Return the condition that a column has one of the values; `nothing` is the one that none is stated."""

    def condition(values: Sequence[str]) -> Q:
        found = Q(**{f"{path}__in": [one for one in values if one != NOT_STATED]})
        return found | (nothing or Q(**{path: ""})) if NOT_STATED in values else found

    return condition


def or_nothing(is_known: Callable[[str], bool]) -> Callable[[str], bool]:
    """Return whether a value is known, "not stated" being one."""
    return lambda value: value == NOT_STATED or is_known(value)


def any_of(conditions: Iterable[Q]) -> Q:
    """Return the condition that one of these holds."""
    return reduce(or_, conditions)


def of_agencies(values: Sequence[str]) -> Q:
    """Return the condition that one of the agencies took part in the review."""
    found = Q(Exists(Agency.objects.filter(reviews=OuterRef("pk"), key__in=values)))
    return found | ~Q(Exists(Agency.objects.filter(reviews=OuterRef("pk")))) if NOT_STATED in values else found


def of_ages(values: Sequence[str]) -> Q:
    """Return the condition that one of the people of the review is of one of the ages."""
    people = Person.objects.filter(review=OuterRef("pk"))
    found = Q(Exists(people.filter(age_band__in=[AGE_BANDS[one] for one in values])))
    return found | ~Q(Exists(people)) if NOT_EXTRACTED in values else found


def of_timeline(values: Sequence[str]) -> Q:
    """Return the condition that the review has, or has not, events with dates."""
    has = Exists(Item.objects.current().of_kind(ItemKind.EVENT).filter(review=OuterRef("pk")))
    return any_of(Q(has) if value == "yes" else ~Q(has) for value in values)


def of_practice(values: Sequence[str]) -> Q:
    """Return the condition that the item speaks of a gap, of good practice, or of neither."""
    gap = Q(Exists(Tagging.objects.shown().filter(item=OuterRef("pk"), valence=Valence.GAP)))
    good = Q(Exists(Tagging.objects.shown().filter(item=OuterRef("pk"), valence=Valence.GOOD_PRACTICE)))
    good |= Q(Exists(Finding.objects.filter(item=OuterRef("pk"), kind=FindingKind.GOOD_PRACTICE)))
    said = {"gap": gap, "good": good, NOT_STATED: ~gap & ~good}
    return any_of(said[value] for value in values)


def of_checks(values: Sequence[str]) -> Q:
    """Return the condition that a person, or no person, has checked the item."""
    return any_of(Q(checked_at__isnull=value == "machine") for value in values)


def is_year(value: str) -> bool:
    """Return whether the value can be a year."""
    return value.isascii() and value.isdigit() and len(value) == 4 and value != "0000"


def published_since(values: Sequence[str]) -> Q:
    """Return the condition that the review was published in one of the years or later."""
    return Q(published_latest__year__gte=min(map(int, values)))


class WordsFilter(django_filters.Filter):  # type: ignore[misc]
    """The words to find; reviews.search looks for them, since they must be understood first."""

    field_class = WordsField

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Return the rows as they are."""
        return queryset


class ValuesFilter(django_filters.Filter):  # type: ignore[misc]
    """Any of the values; of its twin, none of them."""

    field_class = ValuesField

    def __init__(self, condition: Condition | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.condition = condition

    def filter(self, queryset: QuerySet[Any], value: Sequence[str]) -> QuerySet[Any]:
        """Return the rows that have one of the values, or none of them."""
        if not value:
            return queryset
        condition = self.condition_for(value)
        return queryset.exclude(condition) if self.exclude else queryset.filter(condition)

    def condition_for(self, value: Sequence[str]) -> Q:
        """Return the condition that a row has one of the values."""
        assert self.condition is not None
        return self.condition(value)


class ThemesFilter(ValuesFilter):
    """Any or all of the themes, as `match` says, in the review or in the item itself, as `within` says."""

    def __init__(self, *, within: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.within = within

    def filter(self, queryset: QuerySet[Any], value: Sequence[str]) -> QuerySet[Any]:
        """Return the rows that have the themes, where it is these rows that are asked."""
        if self.parent.form.cleaned_data["within"] != self.within:
            return queryset
        return super().filter(queryset, value)

    def condition_for(self, value: Sequence[str]) -> Q:
        """Return the condition that a row has the themes."""
        shown = Tagging.objects.shown().filter(**{self.within: OuterRef("pk")})
        each = [Q(Exists(shown.filter(theme__key=key))) for key in value if key != NOT_STATED]
        if NOT_STATED in value:
            each.append(~Q(Exists(shown)))
        wants_all = self.parent.form.cleaned_data["match"] == "all" and not self.exclude
        return reduce(and_ if wants_all else or_, each)


class RowFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What the filters of reviews and of items have in common."""

    class Meta:
        form = SearchForm

    @classmethod
    def get_filters(cls) -> dict[str, Any]:
        """Return the filters, and for each one that takes values its twin."""
        filters: dict[str, Any] = super().get_filters()
        for name, one in list(filters.items()):
            if isinstance(one, ValuesFilter):
                filters[f"not_{name}"] = deepcopy(one)
                filters[f"not_{name}"].exclude = True
        return filters

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows that pass every filter; the form says more than filters do."""
        for name, one in self.filters.items():
            queryset = one.filter(queryset, self.form.cleaned_data[name])
        return queryset


class ReviewFilter(RowFilter):
    """Which reviews, and the items of which reviews."""

    theme = ThemesFilter(within="review")
    kind = ValuesFilter(stated("kind"), is_known=ReviewKind.values.__contains__)
    nation = ValuesFilter(stated("nation"), is_known=or_nothing(Nation.values.__contains__))
    region = ValuesFilter(
        stated("partnership__region", Q(partnership=None) | Q(partnership__region="")),
        is_known=or_nothing(Region.values.__contains__),
    )
    partnership = ValuesFilter(stated("partnership__key", Q(partnership=None)))
    area = ValuesFilter(stated("area"))
    year = ValuesFilter(stated("published_latest__year", Q(published_latest=None)), is_known=or_nothing(is_year))
    since = ValuesFilter(published_since, is_known=is_year)
    incident = ValuesFilter(stated("incident_latest__year", Q(incident_latest=None)), is_known=or_nothing(is_year))
    age = ValuesFilter(of_ages, is_known=AGE_BANDS.__contains__)
    agency = ValuesFilter(of_agencies)
    timeline = ValuesFilter(of_timeline, is_known={"yes", "no"}.__contains__)


class ItemFilter(RowFilter):
    """Which items, of whatever reviews."""

    q = WordsFilter()
    theme = ThemesFilter(within="item")
    practice = ValuesFilter(of_practice, is_known=or_nothing(PRACTICES.__contains__))
    addressee = ValuesFilter(stated("recommendation__agency__key", Q(recommendation__agency=None)))
    checked = ValuesFilter(of_checks, is_known={"person", "machine"}.__contains__)


def asked_for(query: QueryDict) -> dict[str, Any]:
    """Return what a query string says of every filter, cleaned, and of how rows are matched and shown."""
    said: dict[str, Any] = {}
    for form_class in _form_classes():
        form = form_class(query)
        form.is_valid()
        said.update(form.cleaned_data)
    return said


@cache
def _form_classes() -> tuple[type[SearchForm], ...]:
    # A set of filters makes its form anew for every query string, which takes longer than to read one.
    sets = (ReviewFilter(QueryDict(), Review.objects.none()), ItemFilter(QueryDict(), Item.objects.none()))
    return tuple(one.get_form_class() for one in sets)
