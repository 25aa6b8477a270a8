"""The calendar: a date as far as words print it, and its form in EDTF.

EDTF is ISO 8601-2:2019 (Library of Congress, "Extended Date/Time Format"): 2014-05-03, 2014-05, 2014, 2011-23
(21 spring, 22 summer, 23 autumn, 24 winter), 2014-06~ (about June 2014), an interval 2014-06/2014-08.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
# The month in which each season begins (meteorological seasons; winter is that of the year's last month).
SEASON_BEGINS = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}
SEASON_NAMES = {SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"}
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Years that a review of the last decades can speak of: births of parents and carers to plans ahead.
FIRST_YEAR, LAST_YEAR = 1900, 2049
# Stands in where no year is printed, so that 29 February is a day.
A_LEAP_YEAR = 2000
EASTER = "Easter"
# Feasts that move with Easter Sunday, by how many days; Easter itself is a season of some days, and gives the month.
MOVABLE_FEASTS = {
    "Shrove Tuesday": -47, "Ash Wednesday": -46, "Mothering Sunday": -21, "Palm Sunday": -7,
    "Good Friday": -2, "Easter Sunday": 0, "Easter Monday": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """Year, month, day or season, each where the words print it. `feast` names a day that moves with the year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    feast: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether a year is printed, so that it means the same wherever it stands."""
        return self.year is not None

    @property
    def edtf(self) -> str:
        """The date in EDTF; it must have a year."""
        if self.year is None:
            raise ValueError("a date without a year has no form in EDTF")
        second = self.season or self.month
        parts = [f"{self.year:04d}", *([f"{second:02d}"] if second else [])]
        return "-".join([*parts, f"{self.day:02d}"] if self.month and self.day else parts)

    @property
    def earliest(self) -> date:
        """The first day that it may mean."""
        year = self.year or A_LEAP_YEAR
        if self.season:
            return date(year, SEASON_BEGINS[self.season], 1)
        return date(year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it may mean."""
        first = self.earliest
        if self.season:
            return month_later(date(first.year, first.month, 1), 3) - timedelta(days=1)
        if self.month is None:
            return date(first.year, 12, 31)
        return first if self.day else first.replace(day=monthrange(first.year, first.month)[1])

    @property
    def place_in_year(self) -> int:
        """The month that it falls in or begins with; 1 for a whole year."""
        return self.month or SEASON_BEGINS.get(self.season or 0, 1)

    def in_year(self, year: int) -> "PrintedDate":
        """Return it in a year; a feast becomes its day. 29 February of a common year becomes the month."""
        if self.feast == EASTER:
            return PrintedDate(year, easter(year).month)
        if self.feast:
            return of_day(easter(year) + timedelta(days=MOVABLE_FEASTS[self.feast]))
        if self.month and self.day and self.day > monthrange(year, self.month)[1]:
            return replace(self, year=year, day=None)
        return replace(self, year=year)

    @property
    def to_month(self) -> "PrintedDate":
        """It without its day."""
        return replace(self, day=None)


def of_day(day: date) -> PrintedDate:
    """Return a day of the calendar as a printed date."""
    return PrintedDate(day.year, day.month, day.day)


def of_edtf(edtf: str) -> PrintedDate:
    """Return one EDTF date without "/" or "~" as a printed date."""
    parts = [int(part) for part in edtf.split("-")]
    if len(parts) > 1 and parts[1] in SEASON_NAMES:
        return PrintedDate(parts[0], season=parts[1])
    return PrintedDate(parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None)


def is_possible(printed: PrintedDate) -> bool:
    """Return whether such a date exists: month 1 to 12, a day that the month has, a year within a lifetime."""
    year = printed.year or A_LEAP_YEAR
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= (printed.month or 1) <= 12:
        return False
    return 1 <= (printed.day or 1) <= monthrange(year, printed.month or 1)[1]


def month_later(day: date, months: int) -> date:
    """Return the first of the month that lies so many months after a day's month (before it where negative)."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def interval(first: str, last: str) -> str:
    """Return two EDTF dates as an interval; one where they are the same."""
    return first if first == last else f"{first}/{last}"


def easter(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (Butcher's rule, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = shift - (golden + 11 * shift) // 319
    weekday = (2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4 + 32) % 7
    month = (moon + weekday + 90) // 25
    return date(year, month, (moon + weekday + month + 19) % 32)
