"""Words that count on from a date told before: "the following day", "three weeks later", "that September"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ingest.dates.printed_date import PrintedDate
from ingest.dates.vocabulary import LONE_MONTH, NUMBER, SEASONS, WEEKDAYS, count_of, month_number


class Unit(StrEnum):
    """What is counted, or what of the date told before is meant.

    NAMED is the next month or season of that name, or the last; NAMED_IN_YEAR that of so many years on; STRETCH the
    time from the date told before to so many days after it.
    """

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    CALENDAR_WEEK = "calendar week"
    WEEKEND = "weekend"
    WEEKDAY = "weekday"
    STRETCH = "stretch"
    NAMED = "named"
    NAMED_IN_YEAR = "named in a year"


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


_DAYTIME = r"(?:day|morning|afternoon|evening|night)"
_SAME = r"(?:(?:the|that|this)\s+(?:very\s+)?same|that)"
_LATER = r"(?:later|afterwards?|subsequently|after(?=\s*(?:[,.;]|$)|\s+(?:this|that|which)\b))"
_EARLIER = r"(?:earlier|previously|beforehand|(?:before|prior)(?=\s*(?:[,.;]|$)|\s+(?:to\s+)?(?:this|that)\b))"
_ABOUT = (
    r"(?P<about>(?:around|about|approximately|almost|nearly|roughly|just\s+(?:over|under)|over|some|less\s+than|"
    r"more\s+than)\s+)?"
)
_EXACTLY = r"(?:precisely\s+|exactly\s+|only\s+|just\s+)?"
_COUNT = rf"(?P<count>{NUMBER})\s+(?P<unit>day|night|week|fortnight|month|year)s?"
_MANY = rf"(?P<count>{NUMBER})\s+(?P<unit>week|month)s"
_COUNTED = rf"\b{_ABOUT}{_EXACTLY}{_COUNT}\s+"
_NAME = rf"(?P<name>(?-i:{LONE_MONTH})|{'|'.join(SEASONS)})"
_WEEKDAY = rf"(?P<weekday>(?-i:{'|'.join(WEEKDAYS)}))"
# Not "Monday 3 May", nor "the Thursday before his death".
_ALONE = r"\b(?!,?\s+(?:the\s+)?\d)(?!\s+(?:before|after|prior|following|preceding|of)\b)"
_AFTER_IT = r"(?:after|following)(?=\s*[,.;]|\s+(?:this|that)\b)"
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
    "night": (Unit.DAY, 1),
    "week": (Unit.WEEK, 1),
    "fortnight": (Unit.WEEK, 2),
    "month": (Unit.MONTH, 1),
    "year": (Unit.MONTH, 12),
}


def _stretch(match: re.Match[str]) -> Shift:
    days = {"week": 7, "month": 30}[match["unit"].lower()]
    return Shift(Unit.STRETCH, days * count_of(match["count"]))


def _named(count: int) -> Callable[[re.Match[str]], Shift]:
    return lambda match: Shift(Unit.NAMED, count, named=_month_or_season(match["name"]))


def _named_in_year(count: int) -> Callable[[re.Match[str]], Shift]:
    return lambda match: Shift(Unit.NAMED_IN_YEAR, count, named=_month_or_season(match["name"]))


def _on_weekday(count: int) -> Callable[[re.Match[str]], Shift]:
    return lambda match: Shift(Unit.WEEKDAY, count, weekday=WEEKDAYS.index(match["weekday"]))


def _month_or_season(name: str) -> PrintedDate:
    season = SEASONS.get(name.lower())
    return PrintedDate(season=season) if season else PrintedDate(month=month_number(name))


# A sentence is asked several times for what it counts on from.
KEPT_TEXTS = 2_000
# Every one of the ways has one of these words; most sentences have none.
_HINT = re.compile(
    rf"\b(?:days?|mornings?|afternoon|evening|nights?|weeks?|weekend|months?|years?|fortnights?|hours?|minutes|"
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
        (rf"\b{_NAME}\s+(?:of\s+|in\s+)?{_SAME}\s+year\b", _named_in_year(0)),
        # "January of the following year", "November the year before"
        (rf"\b{_NAME}\s+(?:of\s+|in\s+)?the\s+(?:following|next)\s+year\b", _named_in_year(1)),
        (rf"\b{_NAME}\s+(?:of\s+|in\s+)?the\s+(?:(?:previous|preceding)\s+year|year\s+before)\b", _named_in_year(-1)),
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
        (rf"\b(?:the\s+(?:following|next)|(?<![\w,] )next)\s+{_DAYTIME}\b", _next(Unit.DAY, 1)),
        (
            r"\bthe\s+(?:day|morning|evening|night)\s+(?:after|following)(?=\s*[,.;]|\s+(?:this|that|the)\b)",
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
        # "For the next thirteen weeks he received no education"
        (rf"(?<![\w,] )\b(?:for|over|during|in)\s+the\s+(?:next|following|ensuing)\s+{_MANY}\b", _stretch),
        # "the following month", "the previous year"
        (rf"\bthe\s+(?:(?:following|next)\s+week\b|week\s+{_AFTER_IT})", _next(Unit.CALENDAR_WEEK, 1)),
        (r"\b(?:later\s+)?(?:that|the\s+same)\s+week\b|\blater\s+in\s+the\s+week\b", _same(Unit.CALENDAR_WEEK)),
        (rf"\b(?:{_OF_PART})?the\s+(?:(?:following|next)\s+month\b|month\s+{_AFTER_IT})", _next(Unit.MONTH, 1)),
        (rf"\bthe\s+(?:(?:following|next)\s+year\b|year\s+{_AFTER_IT})", _next(Unit.YEAR, 1)),
        # "early in the new year"
        (r"\bin\s+(?:the\s+)?(?:early\s+)?new\s+year\b(?!['’])", lambda _: Shift(Unit.NAMED, 1, PrintedDate(month=1))),
        (r"\bthe\s+(?:previous|preceding)\s+month\b", _next(Unit.MONTH, -1)),
        (r"\bthe\s+(?:previous|preceding)\s+year\b", _next(Unit.YEAR, -1)),
        # "over the weekend", "that weekend"; "on the following Tuesday", "on the Monday"
        (r"\b(?:over|at|during|on)\s+(?:the|that)\s+(?:same\s+)?weekend\b|\bthat\s+weekend\b", _same(Unit.WEEKEND)),
        (rf"\bthe\s+(?:following|next)\s+{_WEEKDAY}{_ALONE}", _on_weekday(1)),
        (rf"\bthe\s+{_WEEKDAY}\s+{_AFTER_IT}", _on_weekday(1)),
        (rf"\bthe\s+(?:previous|preceding)\s+{_WEEKDAY}{_ALONE}", _on_weekday(-7)),
        (rf"\bthe\s+{_WEEKDAY}\s+before(?=\s*[,.;])", _on_weekday(-7)),
        (rf"\bon\s+(?:the\s+|that\s+)?{_WEEKDAY}{_ALONE}", _on_weekday(0)),
        # "three weeks later", "nearly a month later"; "two days previously"
        (rf"{_COUNTED}{_LATER}", _counted(1)),
        (
            rf"(?<![\w,] ){_COUNTED}on(?=,|\s+(?:the|s?he|they|it|his|her|nothing|mother|father|no|there)\b)",
            _counted(1),
        ),
        (r"\b(?:24|twenty-?\s?four)\s+hours\s+later\b", _next(Unit.DAY, 1)),
        (r"\b(?:48|forty-?\s?eight)\s+hours\s+later\b", _next(Unit.DAY, 2)),
        # "After a fortnight the school", not "after two weeks of absence"
        (
            rf"(?<![\w,] )\bafter\s+{_ABOUT}(?:another\s+)?{_COUNT}(?=,|\s+(?:the|s?he|they|it|his|her|an?)\b)",
            _counted(1),
        ),
        (rf"{_COUNTED}{_EARLIER}", _counted(-1)),
    )
)


@lru_cache(maxsize=KEPT_TEXTS)
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
