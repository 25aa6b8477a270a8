"""The filters that every list of reviews and of their items shares; they take the same words in an address.

Each narrows a list of rows: reviews, or items through their review.
"""

from collections.abc import Sequence
from functools import reduce
from operator import and_
from typing import Any

import django_filters
from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q, QuerySet

from reviews.forms import NOT_STATED, SearchForm, ValuesField, WordsField
from reviews.models import Item, Nation, Review, ReviewKind, Tagging
from reviews.search_language import SEARCH_CONFIG


def words_query(words: str) -> SearchQuery:
    """Return the question in PostgreSQL's form: plain words, "a phrase", OR, -not. No input is an error."""
    return SearchQuery(words, config=SEARCH_CONFIG, search_type="websearch")


def has_themes(keys: Sequence[str], *, match: str, **row: OuterRef) -> Q:
    """Return the condition that the row has any, or all, of the themes. `row` says which: review= or item=."""
    shown = Tagging.objects.shown().filter(**row)
    if match == "all":
        return reduce(and_, (Q(Exists(shown.filter(theme__key=key))) for key in keys))
    return Q(Exists(shown.filter(theme__key__in=keys)))


class WordsFilter(django_filters.Filter):  # type: ignore[misc]
    """The words to find."""

    field_class = WordsField


class ValuesFilter(django_filters.Filter):  # type: ignore[misc]
    """Any of the values; "not stated" is one of them."""

    field_class = ValuesField

    def __init__(self, *args: Any, nothing: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nothing = nothing

    def filter(self, queryset: QuerySet[Any], value: Sequence[str]) -> QuerySet[Any]:
        """Return the rows that have one of the values."""
        if not value:
            return queryset
        condition = Q(**{f"{self.field_name}__in": [one for one in value if one != NOT_STATED]})
        if NOT_STATED in value:
            condition |= Q(**(self.nothing or {self.field_name: ""}))
        return queryset.filter(condition)


def is_year(value: str) -> bool:
    """Return whether the value can be a year of publication."""
    return value.isascii() and value.isdigit() and len(value) == 4


class RowFilter(django_filters.FilterSet):  # type: ignore[misc]
    """What the filters of reviews and of items have in common."""

    q = WordsFilter(method="with_words")
    theme = ValuesFilter(method="with_themes")

    class Meta:
        form = SearchForm

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows that pass every filter; the form says more than filters do."""
        for name, one in self.filters.items():
            queryset = one.filter(queryset, self.form.cleaned_data[name])
        return queryset


class ReviewFilter(RowFilter):
    """Which reviews."""

    kind = ValuesFilter(field_name="kind", is_known=ReviewKind.values.__contains__)
    nation = ValuesFilter(field_name="nation", is_known=Nation.values.__contains__)
    area = ValuesFilter(field_name="area")
    year = ValuesFilter(field_name="published_latest__year", nothing={"published_latest": None}, is_known=is_year)

    def with_words(self, queryset: QuerySet[Review], name: str, words: str) -> QuerySet[Review]:
        """Return those that have the words in their name or in one of their items."""
        query = words_query(words)
        items = Item.objects.current().filter(review=OuterRef("pk"), search=query)
        return queryset.filter(Q(name_words=query) | Q(Exists(items)))

    def with_themes(self, queryset: QuerySet[Review], name: str, keys: Sequence[str]) -> QuerySet[Review]:
        """Return those that have the themes; a review is its own row, so `within` says nothing here."""
        return queryset.filter(has_themes(keys, match=self.form.cleaned_data["match"], review=OuterRef("pk")))


class ItemFilter(RowFilter):
    """Which items: those of the same reviews, and with the words and, where it is asked, the themes in themselves."""

    kind = ValuesFilter(field_name="review__kind", is_known=ReviewKind.values.__contains__)
    nation = ValuesFilter(field_name="review__nation", is_known=Nation.values.__contains__)
    area = ValuesFilter(field_name="review__area")
    year = ValuesFilter(
        field_name="review__published_latest__year", nothing={"review__published_latest": None}, is_known=is_year
    )

    def with_words(self, queryset: QuerySet[Item], name: str, words: str) -> QuerySet[Item]:
        """Return those that have the words."""
        return queryset.filter(search=words_query(words))

    def with_themes(self, queryset: QuerySet[Item], name: str, keys: Sequence[str]) -> QuerySet[Item]:
        """Return those that have the themes themselves, or those of reviews that do."""
        said = self.form.cleaned_data
        row = {"item": OuterRef("pk")} if said["within"] == "item" else {"review": OuterRef("review_id")}
        return queryset.filter(has_themes(keys, match=said["match"], **row))
