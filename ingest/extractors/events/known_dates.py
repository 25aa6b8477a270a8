"""The dates that the story has told: what the analysis calls "the visit of 9 June" has its year from there."""

from ingest.dates.expressions import Expression
from ingest.dates.inheritance import LIKELY, Resolved, in_words
from ingest.dates.printed_date import PrintedDate

# So many dates after the death or incident do not make it the middle of the story: an arrest, a trial.
MOST_AFTER = 2


class KnownDates:
    """Dates with their years, gathered while the story is read."""

    def __init__(self) -> None:
        self._dates: set[PrintedDate] = set()

    def add(self, date: PrintedDate) -> None:
        """Remember a date that the story has told."""
        if date.is_dated and date.month:
            self._dates.add(date)

    def resolve(self, expression: Expression) -> Resolved | None:
        """Return a day or month without a year in the one year in which the story tells of it; None if several."""
        printed = expression.first
        if printed.is_dated or expression.last or not printed.month:
            return None
        of_month = {date for date in self._dates if date.month == printed.month}
        of_day = {date for date in of_month if printed.day in (None, date.day)}
        years = {date.year for date in of_day or of_month}
        if len(years) != 1:
            return None
        at = printed.in_year(years.pop() or 0)
        return Resolved(at.edtf, f"year from the account of events, which tells of {in_words(at)}", LIKELY, at)

    @property
    def are_told(self) -> bool:
        """Whether the story has been told."""
        return bool(self._dates)

    def go_on_after(self, ended: PrintedDate) -> bool:
        """Return whether the story goes on after the death or incident with more than a last sentence."""
        return sum(date.earliest > ended.latest for date in self._dates) > MOST_AFTER

    def comes_too_late(self, resolved: Resolved) -> bool:
        """Return whether a date lies after all that the story has told."""
        return bool(self._dates) and resolved.at.earliest > max(date.latest for date in self._dates)
