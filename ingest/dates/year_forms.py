"""The ways in which years, parts of them and stretches of them are printed: one form each, as in `forms`."""

import re

from ingest.dates.form import Form, Reading, to_reading
from ingest.dates.printed_date import PrintedDate
from ingest.dates.vocabulary import THROUGH, YEAR, YEAR_CUE, year_number

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_QUARTER = rf"(?:(?P<word>{'|'.join(_QUARTERS)})\s+quarter\s+of|(?:Q|quarter\s+)(?P<number>[1-4]),?(?:\s+of|\s+in)?)"


# "the last quarter of 2013", "Q3 2014": of the calendar year
def _read_quarter(match: re.Match[str]) -> Reading | None:
    quarter = _QUARTERS[match["word"].lower()] if match["word"] else int(match["number"])
    year = int(match["year"])
    return to_reading([PrintedDate(year, 3 * quarter - 2), PrintedDate(year, 3 * quarter)], is_span=True)


# "the academic year 2014/15", "2014-2015 school year": September to July (England and Wales)
def _read_school_year(match: re.Match[str]) -> Reading | None:
    first, last = (year_number(year) for year in re.findall(r"\d+", match.group()))
    return to_reading([PrintedDate(first, 9), PrintedDate(last, 7)], is_span=True) if last == first + 1 else None


# "2010 to 2014", "2018/19"
def _read_years(match: re.Match[str]) -> Reading | None:
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    return to_reading([PrintedDate(first), PrintedDate(last)], is_span=True) if last > first else None


# "in 2014", "early 2014"
def _read_year(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(int(match["date"]))])


_FOUR_FIGURES = re.compile(r"(?:19|20)\d\d")

YEAR_FORMS = (
    Form(
        "quarter",
        re.compile(rf"\b(?P<date>{_QUARTER}\s+(?P<year>{YEAR}))(?!\s*[/–-]\s*\d)", re.IGNORECASE),
        _read_quarter,
        re.compile(r"[Qq]uarter|\bQ[1-4]"),
    ),
    Form(
        "school year",
        re.compile(
            rf"(?i:academic|school)\s+(?i:year)\s+(?:of\s+)?{YEAR}\s*[/–-]\s*(?:{YEAR}|\d\d\b)"
            rf"|{YEAR}\s*[/–-]\s*(?:{YEAR}|\d\d)\s+(?i:academic|school)\s+(?i:year)"
        ),
        _read_school_year,
        _FOUR_FIGURES,
    ),
    Form(
        "years",
        re.compile(
            rf"{YEAR_CUE}(?P<date>(?P<first>{YEAR})(?:{THROUGH}|\s*/\s*|\s+and\s+)(?P<last>{YEAR}|\d\d\b(?![.:,]\d)))"
        ),
        _read_years,
        _FOUR_FIGURES,
    ),
    Form("year", re.compile(rf"{YEAR_CUE}(?P<date>{YEAR})"), _read_year, _FOUR_FIGURES),
)
