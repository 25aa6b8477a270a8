"""Words that count on from a date told before: "the following day", "three weeks later", "that September".

What cannot be counted without a guess gives None: weeks after a month, months after a year, "shortly afterwards".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from ingest.dates.printed_date import PrintedDate, month_later, of_day
from ingest.dates.vocabulary import LONE_MONTH, NUMBER, SEASONS, WEEKDAYS, count_of, month_number


class Unit(StrEnum):
    """What is counted, or what of the date told before is meant."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    CALENDAR_WEEK = "calendar week"
    WEEKEND = "weekend"
    WEEKDAY = "weekday"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units on (back where negative); `named` is the month or season, `weekday` the day (0 Monday) meant."""

    unit: Unit
    count: int = 0
    named: PrintedDate | None = None
    weekday: int = 0
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Relative:
    """A shift as printed from `start` to `end` of a text."""

    start: int
    end: int
    printed: str
    shift: Shift

    @property
    def looks_back(self) -> bool:
        """Whether it tells of something before the date that it counts from."""
        return self.shift.count < 0


Span = tuple[PrintedDate, PrintedDate | None]

_DAYTIME = r"(?:day|morning|afternoon|evening|night)"
_SAME = r"(?:(?:the|that|this)\s+(?:very\s+)?same|that)"
_LATER = r"(?:later|afterwards?|subsequently|after(?=\s*(?:[,.;]|$)|\s+(?:this|that|which)\b))"
_EARLIER = r"(?:earlier|previously|beforehand|(?:before|prior)(?=\s*(?:[,.;]|$)|\s+(?:to\s+)?(?:this|that)\b))"
_ABOUT = (
    r"(?P<about>(?:around|about|approximately|almost|nearly|roughly|just\s+(?:over|under)|over|some|less\s+than|"
    r"more\s+than)\s+)?"
)
_EXACTLY = r"(?:precisely\s+|exactly\s+|only\s+|just\s+)?"
_COUNTED = rf"\b{_ABOUT}{_EXACTLY}(?P<count>{NUMBER})\s+(?P<unit>day|week|fortnight|month|year)s?\s+"
_NAME = rf"(?P<name>(?-i:{LONE_MONTH})|{'|'.join(SEASONS)})"
_WEEKDAY = rf"(?P<weekday>(?-i:{'|'.join(WEEKDAYS)}))"
_OCCASION = (
    r"(?:home\s+)?(?:visit|meeting|appointment|conference|discussion|call|conversation|assessment|consultation|contact|"
    r"attendance|interview|hearing)"
)
_OF_PART = (
    r"(?:start|beginning|middle|end|latter\s+part|remainder|rest|course|(?:first|last|second|third)\s+week)\s+of\s+"
)


def _same(unit: Unit) -> Callable[[re.Match[str]], Shift]:
    return lambda _: Shift(unit)


def _next(unit: Unit, count: int) -> Callable[[re.Match[str]], Shift]:
    return lambda _: Shift(unit, count)


def _counted(sign: int) -> Callable[[re.Match[str]], Shift]:
    def read(match: re.Match[str]) -> Shift:
        unit, factor = COUNTED_UNITS[match["unit"].lower()]
        count = factor * sign * count_of(match["count"])
        return Shift(unit, count, is_about=match["about"] is not None)

    return read


# What a counted unit is counted in: years keep the month that they count from.
COUNTED_UNITS = {
    "day": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "year": (Unit.MONTH, 12),
}


def _named(count: int) -> Callable[[re.Match[str]], Shift]:
    return lambda match: Shift(Unit.NAMED, count, named=_month_or_season(match["name"]))


def _on_weekday(count: int) -> Callable[[re.Match[str]], Shift]:
    return lambda match: Shift(Unit.WEEKDAY, count, weekday=WEEKDAYS.index(match["weekday"]))


def _month_or_season(name: str) -> PrintedDate:
    season = SEASONS.get(name.lower())
    return PrintedDate(season=season) if season else PrintedDate(month=month_number(name))


# Every one of the ways has one of these words; most sentences have none.
_HINT = re.compile(
    rf"\b(?:days?|mornings?|afternoon|evening|night|weeks?|weekend|months?|years?|fortnights?|hours?|minutes|"
    rf"{'|'.join(WEEKDAYS)}|(?:during|at)\s+(?:this|that|the\s+same)|"
    rf"(?:that|same|following|next|previous|preceding)\s+{_NAME.replace('?P<name>', '')}|"
    rf"{_NAME.replace('?P<name>', '')}\s+(?:of\s+|in\s+)?(?:the|that))\b",
    re.IGNORECASE,
)
# In order: the first that matches at a place is taken. Each line begins with what it reads.
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Shift]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        # "November the same year", "September of that year"
        (rf"\b{_NAME}\s+(?:of\s+|in\s+)?{_SAME}\s+year\b", _named(0)),
        # "January of the following year"
        (rf"\b{_NAME}\s+(?:of\s+|in\s+)?the\s+(?:following|next)\s+year\b", _named(1)),
        # "the following September"
        (rf"\bthe\s+(?:following|next)\s+{_NAME}\b(?!\s+\d)", _named(1)),
        # "the previous October"
        (rf"\bthe\s+(?:previous|preceding)\s+{_NAME}\b(?!\s+\d)", _named(-1)),
        # "that same June"
        (rf"\b{_SAME}\s+{_NAME}\b(?!\s+\d)", _named(0)),
        # "the same day", "later that evening", "throughout the course of the day"
        (rf"\b(?:(?:later|earlier)\s+)?{_SAME}\s+{_DAYTIME}\b", _same(Unit.DAY)),
        (
            r"\b(?:throughout|over|during|later\s+(?:in|on)|earlier\s+in)\s+(?:the\s+course\s+of\s+)?the\s+day\b",
            _same(Unit.DAY),
        ),
        (r"\b(?:an|one|two|three|a\s+few|several)\s+hours?\s+later\b|\bminutes\s+later\b", _same(Unit.DAY)),
        # "during this visit", "at that meeting": on its day
        (rf"\b(?:during|at)\s+(?:this|that|the\s+same)\s+{_OCCASION}\b", _same(Unit.DAY)),
        # "the following day", "the next morning", "the day after", "the previous day", "the night before"
        (
            rf"\bthe\s+(?:following|next)\s+{_DAYTIME}\b|\bthe\s+(?:day|morning)\s+after(?=\s*[,.;]|\s+(?:this|that|the)\b)",
            _next(Unit.DAY, 1),
        ),
        (
            rf"\bthe\s+(?:previous|preceding)\s+{_DAYTIME}\b|\bthe\s+(?:day|night|evening)\s+before(?=\s*[,.;]|\s+(?:this|that)\b|$)",
            _next(Unit.DAY, -1),
        ),
        # "the end of the month", "the remainder of that year", "later that month"
        (
            rf"\b{_OF_PART}(?:the|that|this|{_SAME})\s+month\b|\b(?:(?:later|earlier)\s+)?{_SAME}\s+month\b|\b(?:later|earlier)\s+in\s+the\s+month\b",
            _same(Unit.MONTH),
        ),
        (rf"\b{_OF_PART}(?:that|this|{_SAME})\s+year\b|\b(?:(?:later|earlier)\s+)?{_SAME}\s+year\b", _same(Unit.YEAR)),
        # "the following month", "the previous year"
        (r"\bthe\s+(?:following|next)\s+week\b", _next(Unit.CALENDAR_WEEK, 1)),
        (r"\bthe\s+(?:following|next)\s+month\b", _next(Unit.MONTH, 1)),
        (r"\bthe\s+(?:following|next)\s+year\b", _next(Unit.YEAR, 1)),
        (r"\bthe\s+(?:previous|preceding)\s+month\b", _next(Unit.MONTH, -1)),
        (r"\bthe\s+(?:previous|preceding)\s+year\b", _next(Unit.YEAR, -1)),
        # "over the weekend", "that weekend"; "on the following Tuesday", "on the Monday"
        (r"\b(?:over|at|during|on)\s+(?:the|that)\s+(?:same\s+)?weekend\b|\bthat\s+weekend\b", _same(Unit.WEEKEND)),
        (rf"\bthe\s+(?:following|next)\s+{_WEEKDAY}\b(?!,?\s+(?:the\s+)?\d)", _on_weekday(1)),
        (rf"\bon\s+(?:the\s+)?{_WEEKDAY}\b(?!,?\s+(?:the\s+)?\d)", _on_weekday(0)),
        # "three weeks later", "nearly a month later"; "two days previously"
        (rf"{_COUNTED}{_LATER}", _counted(1)),
        (rf"{_COUNTED}{_EARLIER}", _counted(-1)),
    )
)


def find_relative(text: str) -> tuple[Relative, ...]:
    """Return the words of a text that count on from a date told before, in order, none over another."""
    if not _HINT.search(text):
        return ()
    found: list[Relative] = []
    for pattern, read in _WAYS:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(Relative(match.start(), match.end(), match.group().strip(), read(match)))
    return tuple(sorted(found, key=lambda relative: relative.start))


def count_on(shift: Shift, told: PrintedDate) -> Span | None:
    """Return the date that a shift from a date with a year gives, and its end where it is a span; None if not known."""
    try:
        return _COUNTING[shift.unit](shift, told)
    except (OverflowError, ValueError):
        return None


def _count_days(shift: Shift, told: PrintedDate) -> Span | None:
    if told.day:
        return of_day(told.earliest + timedelta(days=shift.count)), None
    # Days after an unknown day of a month mostly still lie in it; after a year nothing is known.
    return (told, None) if told.month and 0 <= shift.count <= 7 else None


def _count_weeks(shift: Shift, told: PrintedDate) -> Span | None:
    return (of_day(told.earliest + timedelta(weeks=shift.count)), None) if told.day else None


def _count_months(shift: Shift, told: PrintedDate) -> Span | None:
    if told.month or told.season:
        month = month_later(told.earliest, shift.count)
        return (PrintedDate(month.year, month.month), None) if told.month else None
    return _count_years(Shift(Unit.YEAR, shift.count // 12), told) if shift.count % 12 == 0 else None


def _count_years(shift: Shift, told: PrintedDate) -> Span | None:
    return None if told.year is None else (PrintedDate(told.year + shift.count), None)


def _count_calendar_week(shift: Shift, told: PrintedDate) -> Span | None:
    """Return the month in which a whole week after the day lies, or the week where it lies in two."""
    if not told.day:
        return None
    monday = told.earliest + timedelta(days=7 * shift.count - told.earliest.weekday())
    sunday = monday + timedelta(days=6)
    if monday.month == sunday.month:
        return of_day(monday).to_month, None
    return of_day(monday), of_day(sunday)


def _count_weekend(_: Shift, told: PrintedDate) -> Span | None:
    if not told.day:
        return None
    saturday = told.earliest + timedelta(days=min(5 - told.earliest.weekday(), 6) % 7)
    return of_day(saturday), of_day(saturday + timedelta(days=1))


def _count_to_weekday(shift: Shift, told: PrintedDate) -> Span | None:
    if not told.day:
        return None
    # "On the Sunday" may be the day itself; "the following Sunday" is not.
    days = (shift.weekday - told.earliest.weekday() - shift.count) % 7 + shift.count
    return of_day(told.earliest + timedelta(days=days)), None


def _count_to_named(shift: Shift, told: PrintedDate) -> Span | None:
    if told.year is None or shift.named is None:
        return None
    if shift.count == 0:
        return shift.named.in_year(told.year), None
    comes_later = shift.named.place_in_year > told.place_in_year
    year = told.year + (not comes_later) if shift.count > 0 else told.year - comes_later
    return shift.named.in_year(year), None


_COUNTING: dict[Unit, Callable[[Shift, PrintedDate], Span | None]] = {
    Unit.DAY: _count_days,
    Unit.WEEK: _count_weeks,
    Unit.MONTH: _count_months,
    Unit.YEAR: _count_years,
    Unit.CALENDAR_WEEK: _count_calendar_week,
    Unit.WEEKEND: _count_weekend,
    Unit.WEEKDAY: _count_to_weekday,
    Unit.NAMED: _count_to_named,
}
