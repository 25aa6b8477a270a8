"""What the headings above a paragraph say of its date, kept while a report is read from top to bottom."""

from dataclasses import dataclass, replace

from ingest.dates.expressions import Expression, date_of_all, find_dates
from ingest.dates.inheritance import Heading, Setting, resolve
from ingest.dates.printed_date import PrintedDate

# A paragraph that is only a date stands for a heading below all real ones.
LOWEST_LEVEL = 99
# Before a date in a heading these say where a section ends or begins, not what lies in it: "prior to October 2010".
_OPEN_ENDED = frozenset({"prior to", "before", "until", "till", "by", "after", "following", "since"})


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that is open: its depth, and its dates where it has any."""

    level: int
    dates: Heading | None


class HeadingDates:
    """The dates of the headings that are open, as headings are passed one after the other."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def current(self) -> Heading | None:
        """The dates of the nearest open heading that has some."""
        return next((heading.dates for heading in reversed(self._open) if heading.dates), None)

    def pass_heading(self, level: int, text: str) -> None:
        """Close the headings that a new one ends, and open it."""
        sibling: Heading | None = None
        while self._open and self._open[-1].level >= level:
            sibling = self._open.pop().dates or sibling
        self._open.append(_Open(level, dates_of_heading(text, self.current, sibling)))

    def pass_date(self, text: str) -> None:
        """Take a line that is only a date for a heading of the lowest level."""
        self.pass_heading(LOWEST_LEVEL, text)

    def end_lines(self) -> None:
        """Close the lines that stood for headings."""
        self._open = [heading for heading in self._open if heading.level < LOWEST_LEVEL]


def dates_of_heading(text: str, above: Heading | None, before: Heading | None) -> Heading | None:
    """Return the dates that a heading prints; years it lacks come from the heading above it, or the one before it."""
    printed = _expressions(text)
    if not printed:
        return None
    expression = printed[-1]
    told = before.last if before else None
    setting = Setting(above, told, runs_in_order=True)
    first = resolve(replace(expression, last=None), setting)
    if first is None:
        return None
    last = _end_of(expression, first.at)
    return Heading(text.strip(), first.at, last) if last.latest >= first.at.earliest else None


def _expressions(text: str) -> tuple[Expression, ...]:
    """Return a heading's dates; a year at its end counts for itself ("... – August 2014 2010" goes on with 2010)."""
    whole = date_of_all(text)
    if whole:
        return whole
    words = text.split()
    last_word = date_of_all(words[-1]) if words else ()
    found = tuple(expression for expression in find_dates(text) if expression.lead not in _OPEN_ENDED)
    if last_word and last_word[0].first.is_dated and not last_word[0].first.month:
        ends = any(expression.end >= len(text.rstrip(" .:")) for expression in found)
        return found if ends else (*found, *last_word)
    return found


def _end_of(expression: Expression, first: PrintedDate) -> PrintedDate:
    if expression.last is None:
        return first
    if expression.last.is_dated or first.year is None:
        return expression.last
    return expression.last.in_year(first.year + (expression.last.place_in_year < first.place_in_year))
