"""Dates that say no more than they know: a day, a month, a season, a year, or a span of them.

They are kept in EDTF (ISO 8601-2:2019; Library of Congress, "Extended Date/Time Format"): 2022-02-02, 2016-04,
2011, 2011-23 (21 spring to 24 winter), 2010-10-20/2014-08-27, ../2020-10, 2014-06~ (about June 2014).
This module knows no Django.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from edtf import EDTFParseException, parse_edtf

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
OPEN = ".."
# A year, a month or a day, without doubt or season: 2011, 2016-04, 2022-02-02.
PLAIN = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


class PartialDateError(ValueError):
    """The text is not a date in EDTF, as far as it is used here."""


@dataclass(frozen=True)
class PartialDate:
    """A date or a span of dates in EDTF; `edtf` is what was given, checked."""

    edtf: str

    def __post_init__(self) -> None:
        if not any(point != OPEN for point in self._points):
            raise PartialDateError(self.edtf)
        if self.earliest and self.latest and self.earliest > self.latest:
            raise PartialDateError(f"{self.edtf} ends before it begins")

    @cached_property
    def earliest(self) -> date | None:
        """The first day that it may mean; None where its beginning is open."""
        return None if self._points[0] == OPEN else _bounds(self._points[0])[0]

    @cached_property
    def latest(self) -> date | None:
        """The last day that it may mean; None where its end is open."""
        return None if self._points[-1] == OPEN else _bounds(self._points[-1])[1]

    @property
    def is_a_day(self) -> bool:
        """Whether it names one day exactly."""
        return len(self._points) == 1 and self.edtf.count("-") == 2 and self.edtf[-1] not in "~?%"

    @property
    def phrase(self) -> str:
        """The date in words: "4 May 2021", "May 2021", "spring 2019", "March to May 2020", "up to June 2018"."""
        if len(self._points) == 1:
            return _phrase(self._points[0])
        first, last = self._points
        if first == OPEN:
            return f"up to {_phrase(last)}"
        if last == OPEN:
            return f"from {_phrase(first)}"
        return f"{_without_what_follows(_phrase(first), _phrase(last))} to {_phrase(last)}"

    @property
    def _points(self) -> list[str]:
        points = self.edtf.split("/")
        if not self.edtf or len(points) > 2:
            raise PartialDateError(self.edtf)
        return points


@lru_cache(maxsize=4096)
def _bounds(point: str) -> tuple[date, date]:
    """Return the first and last day of one EDTF date without "/".

    Winter runs from December of the year that it names to the end of February, the weather's winter.
    The library takes 12 ms for a date; the plain ones, nearly all, do without it.
    """
    try:
        if PLAIN.fullmatch(point):
            return _plain_bounds(*map(int, point.split("-")))
        parsed = parse_edtf(point)
        first = date(*parsed.lower_strict()[:3])
        last = date(*parsed.upper_strict()[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError) as error:
        raise PartialDateError(point) from error
    if point[4:7] == "-24":
        last = date(first.year + 1, 3, 1) - timedelta(days=1)
    return first, last


def _plain_bounds(year: int, month: int = 0, day: int = 0) -> tuple[date, date]:
    """Return the first and last day of a year, a month or a day. Raises ValueError where there is no such day."""
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _phrase(point: str) -> str:
    bare = point.rstrip("~?%")
    year, *rest = bare.split("-")
    words = year
    if rest:
        number = int(rest[0])
        words = f"{SEASONS.get(number) or MONTHS[number - 1]} {year}"
    if len(rest) == 2:
        words = f"{int(rest[1])} {words}"
    return words if bare == point else f"about {words}"


def _without_what_follows(first: str, last: str) -> str:
    """Return `first` without the year, or month and year, that `last` repeats: "March 2020", "May 2020" → "March"."""
    ending, kept = last.split(), first.split()
    while len(kept) > 1 and len(ending) > 1 and kept[-1] == ending[-1]:
        kept.pop()
        ending.pop()
    return " ".join(kept)
