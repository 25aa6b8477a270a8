"""Dates as cells of a column print them and no sentence does: "09.16", "Spring 17", "12.10", "02.03.18 (snow)"."""

import re
from collections.abc import Sequence

from ingest.dates.printed_date import MONTH_NAMES
from ingest.dates.vocabulary import SEASONS, YEAR, year_number

# A remark after the date.
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_WHOLE = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}(?!\d)")
# Two figures: a month and a year, or a day and a month.
_PAIR = re.compile(r"(?<![\d./-])(0?[1-9]|[12]\d|3[01])[./](\d\d)(?![\d./-])")
_SHORT_YEAR = re.compile(
    rf"\b((?:{'|'.join(SEASONS)}|christmas|xmas|easter)(?:\s+(?:terms?|holidays?))?)\s+(\d\d)$", re.IGNORECASE
)
_DAY_THEN_YEAR = re.compile(rf"(\d{{1,2}})[./](\d{{1,2}})\s+({YEAR})")
MONTHS = 12


def plain_dates(cells: Sequence[str]) -> list[str]:
    """Return the texts of a column, those that print dates only as columns do in the way in which sentences print them.

    Beside whole dates "03.09" is March 2009; in a column whose years stand elsewhere it is 3 September.
    """
    has_whole = any(_WHOLE.search(cell) for cell in cells)
    return [_plain(" ".join(cell.split()), has_whole=has_whole) for cell in cells]


def _plain(cell: str, *, has_whole: bool) -> str:
    text = _REMARK.sub("", cell) or cell
    # The same in two languages: "Gwanwyn / Spring 17"
    text = text.rsplit(" / ", maxsplit=1)[-1] if not _WHOLE.search(text) else text
    text = _SHORT_YEAR.sub(lambda match: f"{match[1]} {year_number(match[2])}", text)
    text = _DAY_THEN_YEAR.sub(r"\1/\2/\3", text)
    return _PAIR.sub(lambda match: _of_pair(match, has_whole=has_whole), text)


def _of_pair(match: re.Match[str], *, has_whole: bool) -> str:
    first, last = int(match[1]), int(match[2])
    if first <= MONTHS and (has_whole or last > MONTHS):
        return f"{MONTH_NAMES[first - 1]} {year_number(match[2])}"
    return f"{first} {MONTH_NAMES[last - 1]}" if 1 <= last <= MONTHS else match.group()
