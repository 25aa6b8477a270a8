"""Counting on from a date: "three weeks later" after 3 May 2014 is 24 May 2014.

After a month without a day, days and weeks are counted from its middle and give the month. What would be a guess gives
None: months after a year, "shortly afterwards".
"""

from collections.abc import Callable
from datetime import date, timedelta

from ingest.dates.printed_date import PrintedDate, month_later, of_day
from ingest.dates.relative import Shift, Unit

Span = tuple[PrintedDate, PrintedDate | None]

# The day from which is counted where only the month is known.
MIDDLE = 15


def count_on(shift: Shift, told: PrintedDate) -> Span | None:
    """Return the date that a shift from a date with a year gives, and its end where it is a span; None if not known."""
    try:
        return _COUNTING[shift.unit](shift, told)
    except (OverflowError, ValueError):
        return None


def _count_days(shift: Shift, told: PrintedDate) -> Span | None:
    if told.day:
        return of_day(told.earliest + timedelta(days=shift.count)), None
    middle = _middle_of(told)
    return (of_day(middle + timedelta(days=shift.count)).to_month, None) if middle else None


def _count_weeks(shift: Shift, told: PrintedDate) -> Span | None:
    return _count_days(Shift(Unit.DAY, 7 * shift.count), told)


def _count_stretch(shift: Shift, told: PrintedDate) -> Span | None:
    """Return the months from that of the date told to that in which so many days have passed; no shorter time."""
    middle = told.earliest if told.day else _middle_of(told)
    last = of_day(middle + timedelta(days=shift.count)).to_month if middle else None
    return (told.to_month, last) if last and last != told.to_month else None


def _middle_of(told: PrintedDate) -> date | None:
    """Return the middle of a month; None for a season or year."""
    return told.earliest.replace(day=MIDDLE) if told.month and told.year else None


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
        return _count_days(Shift(Unit.DAY, 7 * shift.count), told)
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
        return (told, None) if told.month else None
    # "On the Sunday" may be the day itself; "the following Sunday" is not, nor "the previous Sunday".
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


def _count_to_named_in_year(shift: Shift, told: PrintedDate) -> Span | None:
    return (shift.named.in_year(told.year + shift.count), None) if told.year and shift.named else None


_COUNTING: dict[Unit, Callable[[Shift, PrintedDate], Span | None]] = {
    Unit.DAY: _count_days,
    Unit.WEEK: _count_weeks,
    Unit.MONTH: _count_months,
    Unit.YEAR: _count_years,
    Unit.CALENDAR_WEEK: _count_calendar_week,
    Unit.WEEKEND: _count_weekend,
    Unit.WEEKDAY: _count_to_weekday,
    Unit.STRETCH: _count_stretch,
    Unit.NAMED: _count_to_named,
    Unit.NAMED_IN_YEAR: _count_to_named_in_year,
}
