"""A page of results: everything that the search page and the list of reviews show."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.safestring import SafeString

from reviews.facets import Chip, Facet, chips, facets, labels_of_values
from reviews.models import Item
from reviews.search import KINDS_OF_ROW, SearchParameters, counts, page_of_rows, rows
from reviews.snippets import snippets

if TYPE_CHECKING:
    from reviews.models.review import Visitor

MOST_WAYS_OUT = 6
# One row, several rows, as they are counted in words.
NAMES = {
    "reviews": ("review", "reviews"),
    "findings": ("finding", "findings"),
    "recommendations": ("recommendation", "recommendations"),
    "actions": ("action", "actions"),
    "events": ("event", "events"),
    "passages": ("passage", "passages"),
}


@dataclass(frozen=True)
class Tab:
    """A kind of row, how many rows of it answer, and its address."""

    show: str
    count: int
    query: str
    is_shown: bool

    @property
    def title(self) -> str:
        """Its name: "Findings"."""
        return self.show.capitalize()


@dataclass(frozen=True)
class Order:
    """An order that rows can have."""

    title: str
    query: str
    is_used: bool


@dataclass(frozen=True)
class Row:
    """One result: a review, or an item with what is shown of its words."""

    review: Any = None
    item: Item | None = None
    snippet: SafeString | None = None


@dataclass(frozen=True)
class WayOut:
    """Where nothing answers: what there would be without one of the things that were asked."""

    asked: str
    count: int
    query: str


@dataclass(frozen=True)
class Results:
    """What answers, and what else there is."""

    parameters: SearchParameters
    labels: dict[str, dict[str, str]]
    tabs: tuple[Tab, ...]
    facets: tuple[Facet, ...]
    page: Page[Any]
    rows: tuple[Row, ...]
    ways_out: tuple[WayOut, ...]

    @property
    def count(self) -> int:
        """How many rows of the shown kind answer."""
        return self.page.paginator.count

    @property
    def counted(self) -> str:
        """The number in words: "46 findings", "1 finding", "No findings"."""
        one, several = NAMES[self.parameters.show]
        return f"No {several}" if not self.count else f"{self.count:,} {one if self.count == 1 else several}"

    @property
    def heading(self) -> str:
        """What stands over the list: the number, or that nothing matches."""
        nothing = not self.count and not self.parameters.is_empty
        return f"{self.counted} match all of this" if nothing else self.counted

    @property
    def title(self) -> str:
        """What the window is called: "school neglect – Findings (46)", with the page where it is not the first."""
        words = f"{self.parameters.words} – " if self.parameters.words else ""
        page = f" – Page {self.page.number} of {self.page.paginator.num_pages}" if self.page.number > 1 else ""
        return f"{words}{self.parameters.show.capitalize()} ({self.count:,}){page}"

    @cached_property
    def chips(self) -> list[Chip]:
        """The values of filters that are in use."""
        return chips(self.parameters, self.labels)

    @property
    def query(self) -> str:
        """The query string of this search, for links to its other pages."""
        return self.parameters.query()

    @property
    def query_without_filters(self) -> str:
        """The query string of the words alone."""
        return SearchParameters(words=self.parameters.words, show=self.parameters.show).query()

    @property
    def elsewhere(self) -> list[Tab]:
        """The other kinds of row that answer."""
        return [tab for tab in self.tabs if tab.count and not tab.is_shown]

    @property
    def orders(self) -> list[Order]:
        """The orders that rows can have; without words, or for reviews, the newest first is the usual one."""
        asked = self.parameters
        has_best = bool(asked.words) and asked.show != "reviews"
        with_best = {"best": "Best match", "newest": "Newest first", "oldest": "Oldest first"}
        offered = with_best if has_best else {"best": "Newest first", "oldest": "Oldest first"}
        used = asked.sort if asked.sort in offered else "best"
        return [Order(title, asked.query(sort=name), name == used) for name, title in offered.items()]


def results(query: QueryDict, user: "Visitor", **fixed: str) -> Results:
    """Return what answers `query`; `fixed` stands whatever it says."""
    parameters = SearchParameters.from_query(query, **fixed)
    labels = labels_of_values()
    counted = counts(parameters, user)
    page = page_of_rows(parameters, user, count=counted[parameters.show], number=query.get("page", "1"))
    return Results(
        parameters=parameters,
        labels=labels,
        tabs=tuple(
            Tab(show, counted[show], parameters.query(show=show), show == parameters.show) for show in KINDS_OF_ROW
        ),
        facets=tuple(facets(parameters, user, labels)),
        page=page,
        rows=tuple(rows_of(page, parameters)),
        ways_out=() if counted[parameters.show] else tuple(ways_out(parameters, user, labels)),
    )


def rows_of(page: Page[Any], parameters: SearchParameters) -> list[Row]:
    """Return the page's rows with their snippets."""
    found = list(page.object_list)
    if parameters.show == "reviews":
        return [Row(review=review) for review in found]
    shown = snippets(found, parameters.words)
    return [Row(review=item.review, item=item, snippet=shown[item.pk]) for item in found]


def ways_out(parameters: SearchParameters, user: "Visitor", labels: dict[str, dict[str, str]]) -> list[WayOut]:
    """Return what to leave out so that something answers, for as many filters as can be counted in reason."""
    asked = [(f"{chip.title}: {chip.label}", chip.parameters) for chip in chips(parameters, labels)[:MOST_WAYS_OUT]]
    if parameters.words:
        asked.append((f"“{parameters.words}”", replace(parameters, words="")))
    counted = ((name, rows(left, user).count(), left.query()) for name, left in asked)
    return [WayOut(name, count, query) for name, count, query in counted if count]
