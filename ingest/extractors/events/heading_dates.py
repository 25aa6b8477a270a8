"""What the headings above a paragraph say of its date, kept while a report is read from top to bottom."""

import re
from dataclasses import dataclass, replace

from ingest.dates.expressions import Expression, date_of_all, find_dates
from ingest.dates.inheritance import Heading, Setting, resolve
from ingest.dates.printed_date import PrintedDate

# A paragraph that is only a date stands for a heading below all real ones.
LOWEST_LEVEL = 99
_YEAR_LIKE = r"(?:19|20)\d\d"
# Before a date in a heading these say where a section ends or begins, not what lies in it: "prior to October 2010".
_OPEN_ENDED = frozenset({"prior to", "before", "until", "till", "by", "after", "following", "since"})


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that is open: its depth, and its dates where it has any."""

    level: int
    dates: Heading | None


# What a stretch of the account is called where nothing but its words shows that it is a title, as in scraped text.
_TITLE = re.compile(
    r"(?:key\s+(?:practice\s+)?)?(?:episode|phase|period|stage)\s+(?:\d{1,2}|one|two|three|four|five|six|[A-F])\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\s*\((?:aged?|age)\b[^)]*\)\W*$", re.IGNORECASE)
WORDS_OF_A_TITLE = 16
# "Year 9 (2019/20)", "2013/14": a school year runs from September to August; other such years begin in April.
_TWO_YEARS = re.compile(rf"\b(?P<first>{_YEAR_LIKE})\s*(?P<sign>[/–-])\s*(?P<last>(?:19|20)?\d\d)(?!\d)")
_OF_SCHOOL = re.compile(
    r"\b(?:year\s+(?:\d{1,2}|one|two|three|four|five|six)|reception|nursery|school|academic|terms?|college)\b",
    re.IGNORECASE,
)
SCHOOL_BEGINS, FINANCE_BEGINS, SCHOOL_ENDS = 9, 4, 8


def is_title_of_a_time(text: str) -> bool:
    """Return whether a paragraph is a title with its dates: "Phase 1: January to June 2017", "2012 (aged 3)"."""
    if len(text.split()) > WORDS_OF_A_TITLE or text.rstrip().endswith((".", ";")):
        return False
    bare = _AGED.sub("", text)
    return bool(date_of_all(bare)) if bare != text else bool(_TITLE.match(text)) and bool(find_dates(text))


class HeadingDates:
    """The dates of the headings that are open, as headings are passed one after the other."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def current(self) -> Heading | None:
        """The dates of the nearest open heading that has some."""
        return next((heading.dates for heading in reversed(self._open) if heading.dates), None)

    def pass_heading(self, level: int, text: str, *, is_section: bool = False) -> None:
        """Close the headings that a new one ends, and open it; a numbered section ends all that have dates."""
        sibling: Heading | None = None
        while self._open and (self._open[-1].level >= level or (is_section and self._open[-1].dates)):
            closed = self._open.pop()
            sibling = sibling or closed.dates
        dates = dates_of_heading(text, self.current, sibling)
        is_label = level == LOWEST_LEVEL and dates is not None and bool(date_of_all(text))
        self._open.append(_Open(level, replace(dates, is_label=is_label) if dates else None))

    def pass_date(self, text: str) -> None:
        """Take a line that is only a date for a heading of the lowest level."""
        self.pass_heading(LOWEST_LEVEL, text)


def dates_of_heading(text: str, above: Heading | None, before: Heading | None) -> Heading | None:
    """Return the dates that a heading prints, from its first to its last.

    Years that it lacks come from the heading above it, or the one before it.
    """
    told = before.last if before else None
    reach: list[PrintedDate] = []
    for expression in _expressions(text):
        resolved = [resolve(end, Setting(above, told, runs_in_order=True)) for end in _ends(expression)]
        reach.extend(end.at for end in resolved if end)
        told = reach[-1] if reach else told
    if not reach:
        return None
    return Heading(text.strip(), min(reach, key=lambda at: at.earliest), max(reach, key=lambda at: at.latest))


def _expressions(text: str) -> tuple[Expression, ...]:
    """Return a heading's dates; a year at its end is all that it means ("... – August 2014 2010" goes on with 2010)."""
    year = _school_year(text)
    whole = (year,) if year else date_of_all(text)
    if whole:
        return whole
    found = tuple(expression for expression in find_dates(text) if expression.lead not in _OPEN_ENDED)
    if re.search(rf"{_YEAR_LIKE}\s+{_YEAR_LIKE}[\s.:]*$", text):
        return date_of_all(text.rsplit(maxsplit=1)[-1])
    years = (
        date_of_all(year.group())[0] for year in re.finditer(rf"\b{_YEAR_LIKE}\b", text) if not _holds(found, year)
    )
    return (*years, *found)


def _school_year(text: str) -> Expression | None:
    """Return the school or financial year that a heading names as "2019/20"; None where it names none."""
    match = _TWO_YEARS.search(text)
    if match is None:
        return None
    is_of_school = _OF_SCHOOL.search(text) is not None
    first, last = int(match["first"]), int(match["last"]) % 100
    if last != (first + 1) % 100 or not (is_of_school or match["sign"] == "/"):
        return None
    begins = PrintedDate(first, SCHOOL_BEGINS if is_of_school else FINANCE_BEGINS)
    return Expression(*match.span(), match.group(), begins, PrintedDate(first + 1, SCHOOL_ENDS))


def _holds(found: tuple[Expression, ...], year: re.Match[str]) -> bool:
    """Return whether a year is part of a date that is found already, or of one that is left out."""
    return any(date.start <= year.start() < date.end for date in (*found, *find_dates(year.string)))


def _ends(expression: Expression) -> tuple[Expression, ...]:
    """Return both ends of a span as dates of their own."""
    if expression.last is None:
        return (expression,)
    return replace(expression, last=None), replace(expression, first=expression.last, last=None)
