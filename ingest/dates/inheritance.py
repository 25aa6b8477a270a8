"""Dates that lack a year or a month take them from the headings above, or from the date told before.

Every resolved date says in words how it was worked out, and what an editor should doubt.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from ingest.dates.counting import count_on
from ingest.dates.expressions import Expression
from ingest.dates.from_incident import FromIncident
from ingest.dates.printed_date import MONTH_NAMES, SEASON_NAMES, PrintedDate, interval, is_possible, month_later, of_day
from ingest.dates.relative import Relative
from ingest.dates.vocabulary import YEAR
from ingest.dates.weekdays import year_by_weekday

# A narrative told in order that goes back by so many months has passed the turn of the year: December, then January.
TURN_OF_YEAR = 6
# A section may begin with what came so many months before the time that its heading names.
MONTHS_OUTSIDE = 3
AS_PRINTED = "as printed"
_SEVERAL_YEARS = "the heading reaches over several years: taken for the next after the date told before"
SURE, LIKELY, DOUBTFUL = 0.95, 0.8, 0.55


@dataclass(frozen=True, slots=True)
class Heading:
    """The dates that a heading prints, as far as they reach: one, or a span of them.

    `is_label` where a line that is nothing but dates stands above what happened in that time.
    """

    printed: str
    first: PrintedDate
    last: PrintedDate
    is_label: bool = False

    @property
    def years(self) -> range:
        """The years that it reaches over."""
        return range(self.first.year or 0, (self.last.year or 0) + 1)

    @property
    def in_words(self) -> str:
        """The heading in quotation marks, with its year where it prints none itself: “January” (2014)."""
        years = "" if re.search(YEAR, self.printed) else f" ({self.first.year})"
        return f"“{self.printed}”{years}"

    def holds(self, printed: PrintedDate) -> bool:
        """Return whether a date with a year can lie under it."""
        return printed.latest >= self.first.earliest and printed.earliest <= self.last.latest


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a date: the heading above with a date, the date told last, and whether events run in order.

    `is_told_here` where the last date was told in the same paragraph, so that "the 5th" may lean on its month;
    `goes_on` where the paragraph before told it, under the same heading.
    """

    heading: Heading | None = None
    told: PrintedDate | None = None
    is_told_here: bool = False
    runs_in_order: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date in EDTF, how it was worked out, how sure that is (0 to 1), and `at`, its end on the calendar."""

    edtf: str
    worked_out: str
    confidence: float
    at: PrintedDate
    doubt: str = ""


def resolve(expression: Expression, setting: Setting) -> Resolved | None:
    """Return a printed date with its year and month filled in; None where nothing says which they are."""
    first = _fill(expression.first, setting)
    if first is None:
        return None
    if expression.last is None:
        first = by_weekday(expression, first)
        return _mark(_shifted(_narrowed(first, expression.part), expression.offset), expression)
    last = _fill(expression.last, replace(setting, told=first.at, is_told_here=True, runs_in_order=True))
    if last is None or last.at.latest < first.at.earliest:
        return None
    return _mark(replace(first, edtf=interval(first.edtf, last.edtf), at=last.at), expression)


def by_weekday(expression: Expression, resolved: Resolved) -> Resolved:
    """Return a date whose year was inferred in the year beside it that has the weekday printed, where one has."""
    year = year_by_weekday(expression, resolved.at)
    if year is None:
        return resolved
    return _of_year(expression.first, year, f"the weekday printed is that of {year}", LIKELY)


def resolve_before(expression: Expression, told: PrintedDate) -> Resolved | None:
    """Return a date without a year as the last one before the date told: "she had been seen in November"."""
    printed = expression.first
    if printed.is_dated or expression.last or told.year is None or not (printed.month or printed.season):
        return None
    years = (told.year, told.year - 1)
    year = next((year for year in years if printed.in_year(year).earliest <= told.earliest), years[-1])
    worked_out = f"the last before {in_words(told)}, for what is told had happened by then"
    return _of_year(printed, year, worked_out, LIKELY)


def resolve_relative(relative: Relative, setting: Setting) -> Resolved | None:
    """Return the date that words such as "the following day" mean after the date told last; None without one."""
    if setting.told is None:
        return None
    span = count_on(relative.shift, setting.told)
    if span is None or not all(is_possible(end) for end in span if end):
        return None
    first, last = span
    edtf = interval(first.edtf, last.edtf) if last else first.edtf
    edtf += "~" if relative.shift.is_about and not last else ""
    confidence = LIKELY if setting.is_told_here else DOUBTFUL
    worked_out = f"counted on from {in_words(setting.told)}: “{relative.printed}”"
    doubt = "" if setting.is_told_here else "the date that it counts from stands in an earlier paragraph"
    return Resolved(edtf, worked_out, confidence, last or first, doubt)


def resolve_from_incident(told: FromIncident, incident: PrintedDate | None) -> Resolved | None:
    """Return the date that "two days before his death" means; None where the day of the death is not known."""
    if incident is None or not incident.day:
        return None
    span = count_on(told.shift, incident)
    if span is None:
        return None
    worked_out = f"counted from the death or incident on {in_words(incident)}: “{told.printed}”"
    edtf = f"{span[0].edtf}~" if told.shift.is_about else span[0].edtf
    return Resolved(edtf, worked_out, LIKELY, span[0])


def inherit(setting: Setting) -> Resolved | None:
    """Return the month that a paragraph without any date of its own stands in; None where it could be any."""
    heading = setting.heading
    if heading and heading.first == heading.last and (heading.first.month or heading.first.season):
        at = heading.first
        return Resolved(at.edtf, f"no date of its own: from the heading {heading.in_words}", LIKELY, at)
    if (
        heading
        and heading.is_label
        and heading.first.month
        and heading.years == range(heading.first.year or 0, (heading.first.year or 0) + 1)
    ):
        edtf = interval(heading.first.edtf, heading.last.edtf)
        return Resolved(edtf, f"no date of its own: from the line above, {heading.in_words}", LIKELY, heading.last)
    if setting.goes_on and setting.told and setting.told.month:
        at = setting.told.to_month
        doubt = "the paragraph prints no date; it follows one that does"
        return Resolved(at.edtf, f"no date of its own: as the paragraph before, {in_words(at)}", DOUBTFUL, at, doubt)
    return None


def in_words(printed: PrintedDate) -> str:
    """Return a date as an editor would write it: "3 May 2014", "autumn 2011"."""
    month = SEASON_NAMES[printed.season] if printed.season else MONTH_NAMES[printed.month - 1] if printed.month else ""
    return " ".join(str(part) for part in (printed.day, month, printed.year) if part)


def _narrowed(resolved: Resolved, part: str) -> Resolved:
    """Return "the last day of January" as its day, "the first half of 2017" as its months."""
    at = resolved.at
    if "half" in part and at == PrintedDate(at.year):
        begins = 1 if "first" in part else 7
        ends = PrintedDate(at.year, begins + 5)
        return replace(resolved, at=ends, edtf=interval(PrintedDate(at.year, begins).edtf, ends.edtf))
    if "day of" not in part or at.day or not at.month:
        return resolved
    day = of_day(at.latest if part.startswith("last") else at.earliest)
    return replace(resolved, at=day, edtf=day.edtf)


def _shifted(resolved: Resolved, days: int) -> Resolved:
    """Return a day so many days on; a date without a day stays what it is."""
    if not days or not resolved.at.day:
        return resolved
    day = of_day(resolved.at.earliest + timedelta(days=days))
    return replace(resolved, at=day, edtf=day.edtf)


def _fill(printed: PrintedDate, setting: Setting) -> Resolved | None:
    """Return one end of a date with its year, and its month where only a day is printed."""
    if printed.is_dated:
        return Resolved(printed.edtf, AS_PRINTED, 1.0, printed)
    if printed.day and not printed.month:
        return _fill_month(printed, setting)
    heading = setting.heading
    if heading is not None:
        worked_out = f"year from the heading {heading.in_words}"
        candidates = [year for year in heading.years if heading.holds(printed.in_year(year))]
        if len(candidates) == 1:
            return _of_year(printed, candidates[0], worked_out, SURE)
        if not candidates and len(heading.years) == 1:
            return _of_year(printed, heading.years[0], worked_out, LIKELY)
        if candidates and not setting.is_told_here:
            return _of_year(printed, _next_after(printed, candidates, setting.told), worked_out, LIKELY, _SEVERAL_YEARS)
        if not candidates and setting.told is None:
            return _just_outside(printed, heading)
    return _fill_year(printed, setting)


def _just_outside(printed: PrintedDate, heading: Heading) -> Resolved | None:
    """Return a date shortly before or after the time of its heading; None where it lies far outside."""
    reach = timedelta(days=31 * MONTHS_OUTSIDE)
    for year in range(heading.years[0] - 1, heading.years[-1] + 2):
        at = printed.in_year(year)
        if heading.first.earliest - reach <= at.earliest and at.latest <= heading.last.latest + reach:
            doubt = "the heading's time does not reach so far"
            return _of_year(printed, year, f"year nearest to the heading {heading.in_words}", DOUBTFUL, doubt)
    return None


def _next_after(printed: PrintedDate, years: list[int], told: PrintedDate | None) -> int:
    """Return the first of the years in which a date does not come long before the one told last."""
    if told is None:
        return years[0]
    earliest = month_later(told.earliest, 1 - TURN_OF_YEAR)
    return next((year for year in years if printed.in_year(year).latest >= earliest), years[-1])


def _fill_year(printed: PrintedDate, setting: Setting) -> Resolved | None:
    """Return a date in the year of the date told last, or the next where the year has turned since."""
    told = setting.told
    if told is None or told.year is None:
        return None
    is_in_order = setting.runs_in_order or setting.is_told_here
    if is_in_order and told.month and told.place_in_year - printed.place_in_year >= TURN_OF_YEAR:
        worked_out = f"the year after {in_words(told)}, which was told before it"
        doubt = "no year is printed: taken for the turn of the year"
        return _of_year(printed, told.year + 1, worked_out, DOUBTFUL, doubt)
    worked_out = f"year from {in_words(told)}, told before it"
    doubt = "" if setting.is_told_here else "no year is printed here: taken from an earlier paragraph"
    return _of_year(printed, told.year, worked_out, SURE if setting.is_told_here else LIKELY, doubt)


def _of_year(printed: PrintedDate, year: int, worked_out: str, confidence: float, doubt: str = "") -> Resolved:
    at = printed.in_year(year)
    return Resolved(at.edtf, worked_out, confidence, at, doubt)


def _fill_month(printed: PrintedDate, setting: Setting) -> Resolved | None:
    """Return a lone day ("the 5th") in the month told in this paragraph, of the heading, or told before."""
    heading = setting.heading
    from_heading = heading.first if heading and heading.first == heading.last and heading.first.month else None
    # Outside an account in order, a day leans on a month of its own paragraph only.
    told = setting.told if setting.is_told_here or setting.runs_in_order else None
    month = told if setting.is_told_here or from_heading is None else from_heading
    if month is None or not month.month or month.year is None:
        return None
    at = replace(printed, year=month.year, month=month.month)
    if not is_possible(at):
        return None
    source = (
        f"the heading {heading.in_words}" if heading and month is from_heading else f"{in_words(month)}, told before it"
    )
    return Resolved(at.edtf, f"month and year from {source}", LIKELY, at)


def _mark(resolved: Resolved, expression: Expression) -> Resolved:
    """Return a date with what the words around it say of its exactness."""
    edtf = f"{resolved.edtf}~" if expression.is_about and "/" not in resolved.edtf else resolved.edtf
    worked_out = resolved.worked_out
    if expression.part and not resolved.at.day and "half" not in expression.part:
        worked_out += f"; “{expression.part}” is not narrowed down further"
    return replace(resolved, edtf=edtf, worked_out=worked_out)
