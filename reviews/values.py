"""All values of one filter, on a page of their own: for lists that are too long to stand beside results."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import QueryDict

from reviews.facets import Facet, FacetValue, facet, labels_for
from reviews.forms import NOT_STATED, WordsField
from reviews.search import SearchParameters
from reviews.search.answer import answer

if TYPE_CHECKING:
    from reviews.models.review import Visitor

OTHERS = "Others"


@dataclass(frozen=True)
class Letter:
    """The values that begin with one letter."""

    letter: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Values:
    """One filter with all its values, under the rest of a search; `find` are letters that labels must have."""

    asked: SearchParameters
    facet: Facet
    find: str

    @property
    def shown(self) -> list[FacetValue]:
        """The values to choose from; those in use always."""
        wanted = self.find.casefold()
        return [one for one in self.facet.values if one.is_in_use or wanted in one.label.casefold()]

    @property
    def groups(self) -> list[Letter]:
        """The values by their first letters, in the order of the alphabet."""
        in_order = sorted(self.shown, key=lambda one: (_letter(one) == OTHERS, _letter(one), one.label.casefold()))
        return [Letter(letter, tuple(group)) for letter, group in groupby(in_order, key=_letter)]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The names and values of the whole search, for a form that asks it again."""
        return _pairs(QueryDict(self.asked.query()))

    @property
    def others(self) -> list[tuple[str, str]]:
        """The names and values of the rest of the search, and those of this filter that are not shown."""
        shown = {one.value for one in self.shown}
        ours = {self.facet.name, self.facet.name_to_exclude}
        return [(name, value) for name, value in self.kept if name not in ours or value not in shown]


def values_of(name: str, query: QueryDict, user: "Visitor") -> Values:
    """Return all values of a filter for a search."""
    asked = SearchParameters.from_query(query)
    found = answer(asked, user)
    return Values(asked, facet(name, found, labels_for(found)), WordsField(required=False).clean(query.get("find")))


def _letter(one: FacetValue) -> str:
    first = one.label[:1].upper()
    return OTHERS if one.value == NOT_STATED or not first.isalpha() else first


def _pairs(query: QueryDict) -> list[tuple[str, str]]:
    def every() -> Iterable[tuple[str, str]]:
        for name, values in query.lists():
            yield from ((name, str(value)) for value in values)

    return list(every())
