"""The weekday printed beside a day and month tells the year: 13 October was a Wednesday in 2021 and not in 2020."""

import re

from ingest.dates.expressions import Expression
from ingest.dates.printed_date import PrintedDate
from ingest.dates.vocabulary import WEEKDAYS

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
# How many years on or back a weekday may move a date whose year was only inferred, the likeliest first.
_YEARS_AWAY = (1, -1)


def year_by_weekday(expression: Expression, at: PrintedDate) -> int | None:
    """Return the year beside an inferred one in which the weekday printed agrees; None where it agrees already.

    None too where the words print a year, no weekday or a span, or where no year beside agrees.
    """
    printed = expression.first
    weekday = _WEEKDAY.search(expression.printed)
    if weekday is None or printed.is_dated or expression.last or not (printed.day and printed.month and at.year):
        return None
    years = [at.year, *(at.year + years for years in _YEARS_AWAY)]
    meant = WEEKDAYS.index(weekday[1])
    agreeing = [year for year in years if printed.in_year(year).earliest.weekday() == meant]
    return agreeing[0] if agreeing and agreeing[0] != at.year else None
