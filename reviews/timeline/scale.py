"""Days to places on a line, and the marks of years and months along it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviews.partial_dates import MONTHS

DAYS_OF_A_YEAR = 365.25
# Beyond so many years each tick is one of five years; below so many days each is a month, or a quarter.
MOST_YEARLY = 18
MOST_QUARTERLY = 900
MOST_MONTHLY = 430


@dataclass(frozen=True)
class Tick:
    """A mark on the axis with its words."""

    x: float
    label: str


@dataclass(frozen=True)
class Scale:
    """A stretch of days drawn from `left` to `right`."""

    begin: date
    end: date
    left: float
    right: float
    # Where it shows ages: the day on which everybody is born.
    born: date | None = None

    @property
    def days(self) -> int:
        """How many days it shows, both ends counted."""
        return (self.end - self.begin).days + 1

    def at(self, day: date) -> float:
        """Return where a day begins; days beyond the ends stand at the ends."""
        share = (day - self.begin).days / self.days
        return round(self.left + min(max(share, 0.0), 1.0) * (self.right - self.left), 1)

    def ticks(self) -> list[Tick]:
        """Return the beginnings of years, or of quarters or months where that is more of a help."""
        return [Tick(self.at(day), self._label(day)) for day in self._beginnings() if day >= self.begin]

    def _beginnings(self) -> Iterator[date]:
        months = 1 if self.days <= MOST_MONTHLY else 3 if self.days <= MOST_QUARTERLY else 12
        years = 5 if self.days > MOST_YEARLY * DAYS_OF_A_YEAR else 1
        for year in range(self.begin.year, self.end.year + 1):
            if months == 12 and year % years:
                continue
            for month in range(1, 13, months):
                if date(year, month, 1) <= self.end:
                    yield date(year, month, 1)

    def _label(self, day: date) -> str:
        if self.born:
            return _age_label(day, self.born)
        if self.days > MOST_QUARTERLY:
            return str(day.year)
        month = MONTHS[day.month - 1][:3]
        return f"{month} {day.year}" if day.month == 1 else month


def _age_label(day: date, born: date) -> str:
    years, months = divmod((day.year - born.year) * 12 + day.month - born.month, 12)
    if day < born:
        return ""
    if not years and not months:
        return "birth"
    return f"age {years}" if not months else f"{12 * years + months} months"
