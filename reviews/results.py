"""A page of results: everything that the search page and the list of reviews show."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.safestring import SafeString

from reviews.facets import Chip, Facet, Labels, chips, facets, labels_for
from reviews.models import Item
from reviews.opening import source_address, text_address, with_words
from reviews.search import KINDS_OF_ROW, ROWS_ON_A_PAGE, SearchParameters
from reviews.search.answer import Answer, answer, without_words
from reviews.search.correction import FEW, correction
from reviews.search.question import Question
from reviews.snippets import snippets
from reviews.words.meaning import Widening

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

    @property
    def counted(self) -> str:
        """Its number in words: "46 findings", "1 finding", "No findings"."""
        return in_words(self.show, self.count)


@dataclass(frozen=True)
class Order:
    """An order that rows can have."""

    title: str
    query: str
    is_used: bool


@dataclass(frozen=True)
class Row:
    """One result: a review, or an item with what is shown of its words. `words` are those that were asked for."""

    review: Any = None
    item: Item | None = None
    snippet: SafeString | None = None
    words: str = ""

    @property
    def address(self) -> str:
        """The very paragraph in the review's text, where the words will be marked."""
        return (
            text_address(self.item, self.words) if self.item else with_words(self.review.get_absolute_url(), self.words)
        )

    @property
    def source(self) -> str:
        """The picture of its page, where the words will be lit."""
        assert self.item is not None
        return source_address(self.item, self.words)


@dataclass(frozen=True)
class WayOut:
    """Where nothing answers: what there would be without one of the things that were asked."""

    asked: str
    count: int
    query: str


@dataclass(frozen=True)
class Results:
    """What answers, and what else there is. `meant` are the words with better spelling, empty where there is none."""

    parameters: SearchParameters
    question: Question
    labels: Labels
    tabs: tuple[Tab, ...]
    facets: tuple[Facet, ...]
    page: Page[Any]
    rows: tuple[Row, ...]
    ways_out: tuple[WayOut, ...]
    meant: str = ""

    @property
    def count(self) -> int:
        """How many rows of the shown kind answer."""
        return self.page.paginator.count

    @property
    def counted(self) -> str:
        """The number in words: "46 findings", "1 finding", "No findings"."""
        return in_words(self.parameters.show, self.count)

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
    def widened(self) -> tuple[Widening, ...]:
        """Words that were looked for under other names too."""
        return self.question.understood.widened

    @property
    def query_as_meant(self) -> str:
        """The query string of the same search with better spelling."""
        return self.parameters.query(words=self.meant)

    @property
    def query_word_for_word(self) -> str:
        """The query string of the same search without other names."""
        words = self.parameters.words
        for widening in self.widened:
            words = words.replace(widening.typed, f'"{widening.typed}"', 1)
        return self.parameters.query(words=words)

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


def in_words(show: str, count: int) -> str:
    """Return a number of rows in words: "46 findings", "1 finding", "No findings"."""
    one, several = NAMES[show]
    return f"No {several}" if not count else f"{count:,} {one if count == 1 else several}"


class RowsInOrder(Sequence[Any]):
    """The rows of an answer, fetched page by page."""

    def __init__(self, found: Answer) -> None:
        self.found = found

    def __len__(self) -> int:
        return self.found.count

    def __getitem__(self, part: Any) -> Any:
        """Return a stretch of rows."""
        return self.found.rows(part.start, part.stop)


def results(query: QueryDict, user: "Visitor", **fixed: str) -> Results:
    """Return what answers `query`; `fixed` stands whatever it says."""
    asked = SearchParameters.from_query(query, **fixed)
    found = answer(asked, user)
    labels = labels_for(found)
    page = Paginator(RowsInOrder(found), ROWS_ON_A_PAGE).get_page(query.get("page", "1"))
    return Results(
        parameters=asked,
        question=found.question,
        labels=labels,
        tabs=tuple(Tab(show, found.counts[show], asked.query(show=show), show == asked.show) for show in KINDS_OF_ROW),
        facets=tuple(facets(found, labels)),
        page=page,
        rows=tuple(rows_of(page, found)),
        ways_out=() if found.count else tuple(ways_out(found, labels, user)),
        meant=correction(found.question, user) if asked.words and sum(found.counts.values()) < FEW else "",
    )


def rows_of(page: Page[Any], found: Answer) -> list[Row]:
    """Return the page's rows with their snippets."""
    rows = list(page.object_list)
    if found.asked.kind is None:
        return [Row(review=review, words=found.asked.words) for review in rows]
    shown = snippets(rows, found.question)
    return [Row(item.review, item, shown[item.pk], found.asked.words) for item in rows]


def ways_out(found: Answer, labels: Labels, user: "Visitor") -> list[WayOut]:
    """Return what to leave out so that something answers."""
    asked = found.asked
    ways = [
        WayOut(chip.name, found.tally.count(chip.parameters), chip.parameters.query())
        for chip in chips(asked, labels)[:MOST_WAYS_OUT]
    ]
    if found.question.meaning is not None and (asked.values or asked.excluded):
        left = without_words(found)
        ways.append(WayOut(f"“{asked.words}”", left.count, left.asked.query()))
    return [way for way in ways if way.count]
