"""Text → the calendar dates that it prints, in order, with the words around each that change what it means."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.dates.form import Form, Reading
from ingest.dates.forms import FORMS
from ingest.dates.printed_date import MONTH_NAMES, PrintedDate
from ingest.dates.vocabulary import (
    LISTED,
    LONE_MONTH,
    NUMBER,
    SEASONS,
    SHORT_MONTH_ALONE,
    THROUGH,
    YEAR,
    count_of,
    month_number,
)

LONGEST_TEXT = 5_000
# How far before a date the words are looked at that belong to it.
REACH = 70
_ABOUT = r"(?:around|about|approximately|approx\.?|circa|c\.|roughly|in\s+or\s+around|sometime\s+(?:in|around))"
_PART = (
    r"(?:(?:toward|towards|by|at|near|until|from|since)?\s*(?:the\s+)?(?:very\s+)?"
    r"(?:start|beginning|middle|end|latter\s+part|early\s+part|first\s+half|second\s+half|remainder|rest|course|"
    r"(?:first|last)\s+day|(?:first|second|third|last)\s+week|(?:first|last)\s+weekend|week\s+commencing|week\s+beginning|week(?=\s+of\s+(?:the\s+)?$)|week\s+ending|w/c|"
    r"w/e|month)(?:\s+(?:of|in))?|early|late|later|mid|middle)"
)
_LEAD = (
    r"(?:on|in|during|since|from|until|till|by|before|prior\s+to|after|following|between|throughout|over|of|for|"
    r"dated|born|to|as\s+of|as\s+at|across|at|within)"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<lead>{_LEAD})\s+)?(?:the\s+)?(?:(?P<about>\b{_ABOUT})\s+)?(?:the\s+)?"
    rf"(?:(?P<part>\b{_PART})[\s-]*)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "March 20XX", "5th May 20--", "June 201*": a year that is hidden on purpose, so the date means no known one.
_HIDDEN_YEAR = re.compile(r"[\s,]*(?:19|20)?\d?(?:[Xx]{1,4}|\*{1,4}|-{2,4}|_{2,4}|YY(?:YY)?)(?![A-Za-z0-9])")
# Without a figure, a month, a season or a feast a text prints no date; most sentences have none.
_HINT = re.compile(
    rf"\d|\b(?:{LONE_MONTH}|(?i:{'|'.join(SEASONS)}|christmas|xmas|easter|good\s+friday|boxing|new\s+year|hallowe?[’']?en|bonfire|\w+['’]s\s+day|valentine|burns\s+night|hogmanay|twelfth\s+of|palm|ash\s+wed|shrove|mothering))"
)
_HINTS = tuple(dict.fromkeys(form.hint for form in FORMS))
# A review's sentences are asked for their dates by several extractors, one after the other.
KEPT_TEXTS = 2_000
# "Between Wednesday 30th September 2014 and Thursday 1st October 2015", with room.
LONGEST_DATE = 80
# What may stand beside the dates in a cell that holds nothing else: joining words, times of day, signs.
_JOINING = re.compile(
    r"\b(?:in|on|the|and|to|from|between|of|until|approx|at|am|pm|hrs|hours|onwards?)\b|[\W\d_]+", re.IGNORECASE
)
_SHORT_MONTH = re.compile(rf"\b{SHORT_MONTH_ALONE}")
_YEAR = re.compile(YEAR)
# Not "missed 26 days before Christmas": so many days of something.
_COUNTED_FROM = re.compile(
    r"(?<!\bmissed )(?<!\blost )(?<!\bspent )(?<!\battended )(?<!\babsent )"
    rf"\b(?P<count>{NUMBER})\s+(?P<unit>days?|weeks?)\s+(?P<side>before|after)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# The months in which school terms begin and end (England and Wales); the spring term ends with Easter.
_TERM = re.compile(rf"\b(?P<season>{'|'.join(SEASONS)})\s+term\b", re.IGNORECASE)
_TERM_BEGINS = {"autumn": 9, "spring": 1, "summer": 4}
_TERM_ENDS = {"autumn": 12, "summer": 7}
# Before two months that follow each other these make one stretch of them: "over September and October".
_STRETCH = ("over", "during", "throughout", "across")


@dataclass(frozen=True, slots=True)
class Expression:
    """A date, or a span from `first` to `last`, as printed from `start` to `end` of a text.

    `lead` is the preposition before it ("since", "by"), `part` what of it is meant ("end of", "early"), `is_about`
    where the words say that it is not exact; `printed` holds these, without the preposition. `offset` are the days by
    which it lies after the date printed ("two days before Christmas": -2).
    """

    start: int
    end: int
    printed: str
    first: PrintedDate
    last: PrintedDate | None = None
    lead: str = ""
    part: str = ""
    is_about: bool = False
    offset: int = 0

    @property
    def dates(self) -> tuple[PrintedDate, ...]:
        """One date, or both ends."""
        return (self.first,) if self.last is None else (self.first, self.last)


@lru_cache(maxsize=KEPT_TEXTS)
def find_dates(text: str) -> tuple[Expression, ...]:
    """Return the calendar dates of a text in order; a list of dates gives one for each.

    What stands after the first 5,000 characters is not looked at: no sentence, heading or cell is so long.
    """
    text = text[:LONGEST_TEXT]
    if not _HINT.search(text):
        return ()
    found: list[Expression] = []
    for match, reading in _readings(text):
        found.extend(_to_expressions(text, match, reading))
    return tuple(_fill_from_neighbours(text, found))


def date_of_all(text: str) -> tuple[Expression, ...]:
    """Return the dates of a text that is nothing but dates, as a heading or a table's cell may be; else nothing.

    A month, a year or a day may stand alone here ("May", "Sept", "2014", "5th").
    """
    bare = text.strip(" \t\n.:;,–—-()[]")
    if len(bare) <= LONGEST_DATE:
        bare = _SHORT_MONTH.sub(_whole_month, bare)
    if len(bare) > LONGEST_DATE:
        return ()
    if _YEAR.fullmatch(bare):
        return (Expression(0, len(text), bare, PrintedDate(int(bare))),)
    return next((found for cue in ("", "in ", "on ") if (found := _only_dates(cue + bare))), ())


def _whole_month(match: re.Match[str]) -> str:
    return MONTH_NAMES[month_number(match.group()) - 1]


def _only_dates(text: str) -> tuple[Expression, ...]:
    """Return the dates of a text in which hardly a word is not theirs."""
    found = find_dates(text)
    left = text
    for expression in found:
        left = left.replace(expression.printed, " ", 1)
    return () if _JOINING.sub(" ", left).strip() else found


def _readings(text: str) -> list[tuple[re.Match[str], Reading]]:
    """Return the matches of all forms that do not overlap: leftmost first, then longest, then in the forms' order."""
    found: list[tuple[re.Match[str], Reading]] = []
    forms = forms_in(text)
    following = [_next_reading(form, text, 0) for form in forms]
    while candidates := [candidate for candidate in following if candidate is not None]:
        match, reading = min(candidates, key=lambda candidate: (_start(candidate[0]), -candidate[0].end()))
        found.append((match, reading))
        end = match.end()
        following = [
            candidate if candidate is None or _start(candidate[0]) >= end else _next_reading(form, text, end)
            for form, candidate in zip(forms, following, strict=True)
        ]
    return found


def forms_in(text: str) -> tuple[Form, ...]:
    """Return the forms in which a text may print dates: those whose hints it holds."""
    hints = {hint for hint in _HINTS if hint.search(text)}
    return tuple(form for form in FORMS if form.hint in hints)


def _next_reading(form: Form, text: str, position: int) -> tuple[re.Match[str], Reading] | None:
    """Return a form's first match from a position on that it can read."""
    for match in form.pattern.finditer(text, position):
        reading = None if _HIDDEN_YEAR.match(text, match.end()) else form.read(match)
        if reading is not None:
            return match, reading
    return None


def _start(match: re.Match[str]) -> int:
    return match.start("date") if "date" in match.re.groupindex and match["date"] else match.start()


def _to_expressions(text: str, match: re.Match[str], reading: Reading) -> list[Expression]:
    """Return what one match says, with the words before it."""
    start, end = _start(match), match.end()
    before = _BEFORE.search(text[max(0, start - REACH) : start])
    lead = " ".join((before["lead"] or "").lower().split()) if before else ""
    part = " ".join((before["part"] or "").lower().split()) if before else ""
    about = bool(before and before["about"])
    opens = start
    if before and (part or about):
        opens = (
            start - len(before.group()) + (before.start("about") if about else before.start("part")) - before.start()
        )
    whole = _of_term(Expression(opens, end, text[opens:end], reading.dates[0], None, lead, part, about))
    counted = _COUNTED_FROM.search(text[max(0, start - REACH) : start])
    if counted and len(reading.dates) == 1:
        return [_with_offset(whole, counted, start, text)]
    if len(reading.dates) == 2 and (reading.is_span or _is_stretch(lead, reading.dates)):
        return [replace(whole, last=reading.dates[1])]
    return [whole] if len(reading.dates) == 1 else [replace(whole, first=printed) for printed in reading.dates]


def _of_term(expression: Expression) -> Expression:
    """Return "the first day of the summer term" as its month, April; any other date as it is."""
    term = _TERM.search(expression.printed)
    if term is None or "day" not in expression.part:
        return expression
    months = _TERM_ENDS if "last" in expression.part else _TERM_BEGINS
    month = months.get(term["season"].lower())
    return replace(expression, first=PrintedDate(expression.first.year, month), part="") if month else expression


def _with_offset(expression: Expression, counted: re.Match[str], start: int, text: str) -> Expression:
    """Return "two days before Christmas" as the day that it is counted from, and by how much."""
    days = count_of(counted["count"]) * (7 if counted["unit"].lower().startswith("week") else 1)
    first = expression.first
    if first == PrintedDate(month=12) and "hristmas" in expression.printed:
        first = replace(first, day=25)
    opens = start - len(counted.group())
    sign = -1 if counted["side"].lower() == "before" else 1
    return replace(
        expression, start=opens, printed=text[opens : expression.end], first=first, lead="", offset=sign * days
    )


def _is_stretch(lead: str, dates: tuple[PrintedDate, ...]) -> bool:
    """Return whether two dates joined by "and" are one span: "between X and Y", "over May and June"."""
    first, last = dates[0].month, dates[1].month
    follows = first is not None and last is not None and first % 12 + 1 == last and not dates[0].day
    return lead == "between" or (lead in _STRETCH and follows)


def _fill_from_neighbours(text: str, found: list[Expression]) -> list[Expression]:
    """Join the ends of spans that two matches printed, and take a list's year from its last date."""
    done: list[Expression] = []
    for expression in reversed(found):
        following = done[0] if done else None
        if following is None or following.last or expression.last or following.start == expression.start:
            done.insert(0, expression)
            continue
        gap = text[expression.end : following.start]
        if re.fullmatch(THROUGH, gap) or (expression.lead == "between" and re.fullmatch(r"\s+and\s+(?:the\s+)?", gap)):
            done[0] = _span(text, expression, following)
        elif _is_its_day(expression, following, gap):
            done[0] = replace(
                following,
                start=expression.start,
                printed=text[expression.start : following.end],
                first=_with_day_of(expression.first, following.first),
            )
        elif re.fullmatch(LISTED, gap):
            done.insert(0, replace(expression, first=_before(expression.first, following.first)))
        else:
            done.insert(0, expression)
    return done


def _is_its_day(month: Expression, day: Expression, gap: str) -> bool:
    """Return whether a day says which of the month before it is meant: "at the end of April, on the 29th".

    The month may be printed twice, as after "the first day of the autumn term, 3 September".
    """
    is_month = month.first.month is not None and month.first.day is None and month.last is None
    is_day = day.first.day is not None and day.first.month in (None, month.first.month) and day.last is None
    return (
        is_month
        and is_day
        and not (month.first.year and day.first.year)
        and re.fullmatch(r"\s*[,(]\s*(?:on\s+)?(?:the\s+)?", gap) is not None
    )


def _with_day_of(month: PrintedDate, day: PrintedDate) -> PrintedDate:
    return replace(month, day=day.day, year=month.year or day.year)


def _span(text: str, first: Expression, last: Expression) -> Expression:
    """Return two expressions as a span; a year that one end lacks is the other's, or its neighbour."""
    begins = _before(first.first, last.first)
    ends = last.first
    if begins.is_dated and not ends.is_dated and ends.feast == "":
        year = begins.year or 0
        ends = ends.in_year(year + (ends.place_in_year < begins.place_in_year))
    return replace(first, end=last.end, printed=text[first.start : last.end], first=begins, last=ends)


def _before(first: PrintedDate, last: PrintedDate) -> PrintedDate:
    """Return a date without a year in the year of the one after it, or the year before where it would come later."""
    if first.is_dated or last.year is None or not (first.month or first.season or first.feast):
        return first
    return first.in_year(last.year - (first.place_in_year > last.place_in_year))
