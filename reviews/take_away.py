"""A list taken away: exactly the rows that the screen shows, page after page, in columns that the reader chose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format

from reviews.addresses import absolute
from reviews.columns import Cell, Column, chosen
from reviews.facets import labels_for
from reviews.forms import TakeAwayForm
from reviews.in_words import said
from reviews.results import NAMES
from reviews.search import SearchParameters
from reviews.search.answer import Answer, answer

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# More is no list to work through by hand; the page says so where a list is cut.
MOST_ROWS = 5000
MOST_PRINTED = 500
# Divides the number of rows that are ranked by closeness, so that the order is that of the screen.
ROWS_AT_A_TIME = 100


@dataclass(frozen=True)
class TakenList:
    """The list that answers a search, in some columns."""

    found: Answer
    columns: Sequence[Column]
    asks: Sequence[str]

    @property
    def asked(self) -> SearchParameters:
        """The search."""
        return self.found.asked

    @property
    def is_cut(self) -> bool:
        """Whether there are more rows than can be taken away."""
        return self.found.count > MOST_ROWS

    @property
    def counted(self) -> str:
        """How many rows answer: "46 findings"."""
        one, several = NAMES[self.asked.show]
        return f"{self.found.count:,} {one if self.found.count == 1 else several}"

    @property
    def heading(self) -> list[str]:
        """The columns' headings."""
        return [column.title for column in self.columns]

    def rows(self, most: int = MOST_ROWS) -> Iterator[Any]:
        """Return the rows in the order of the screen, fetched a hundred at a time."""
        end = min(self.found.count, most)
        for begin in range(0, end, ROWS_AT_A_TIME):
            yield from self.found.rows(begin, min(begin + ROWS_AT_A_TIME, end), in_full=True)

    def cells(self, most: int = MOST_ROWS) -> Iterator[list[Cell]]:
        """Return what the columns say of each row."""
        return ([column.value(row) for column in self.columns] for row in self.rows(most))

    def first(self, number: int) -> list[list[Cell]]:
        """Return what the columns say of the first rows."""
        return list(islice(self.cells(number), number))

    def about(self) -> list[tuple[str, Cell]]:
        """Return what the list is, for whoever is handed the file."""
        cut = f"{self.counted}; the first {MOST_ROWS:,} are here" if self.is_cut else self.counted
        return [
            ("What is here", cut),
            ("What was asked", "; ".join(self.asks) or "Everything"),
            ("Taken away on", date_format(timezone.localtime(), "j F Y, H:i")),
            ("The list as it is now", absolute(f"/search/?{self.asked.query()}")),
            ("Which reviews", "Those that are here and that you may see; not every published review is here"),
            ("Not yet checked", "Found by machine, and no person has confirmed it: check the page before you quote"),
        ]

    def file_name(self, ending: str) -> str:
        """Return the name of a file of it: "crossread-findings-2026-05-04.csv"."""
        return f"crossread-{self.asked.show}-{timezone.localdate():%Y-%m-%d}.{ending}"


def taken_list(query: QueryDict, user: "Visitor") -> TakenList:
    """Return the list that answers `query` for `user`, in the columns that it names."""
    form = TakeAwayForm(query)
    form.is_valid()
    found = answer(SearchParameters.from_query(query), user)
    columns = chosen(found.asked.show, form.cleaned_data["column"])
    return TakenList(found, columns, said(found.asked, labels_for(found)))
