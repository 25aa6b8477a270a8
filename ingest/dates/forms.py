"""The ways in which a calendar date is printed in British reports: one form each, a pattern and how it is read.

A form gives dates with only what it prints; years and months that stand elsewhere are filled in later. The date is
the pattern's group `date`, or all of it. `FORMS` is in order: where two begin at the same place, the longer wins,
then the earlier in the list.
"""

import itertools
import re
from datetime import date, timedelta

from ingest.dates.feasts import FEAST, FEAST_WITH_CUE, FESTIVE, feast_of
from ingest.dates.form import Form, Reading, to_reading
from ingest.dates.printed_date import PrintedDate, of_day
from ingest.dates.vocabulary import (
    DASH,
    DAY,
    LIST_DAY,
    LISTED,
    LONE_MONTH,
    MONTH,
    MONTH_CUE,
    ORDINAL,
    SEASONS,
    SHORT_YEAR,
    THROUGH,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    year_number,
)
from ingest.dates.year_forms import YEAR_FORMS


def _is_span(printed: str) -> bool:
    """Return whether printed dates are the ends of a span: "3rd to 7th", "May – July"."""
    return re.search(rf"\b(?:to|until|till|through)\b|{DASH}", printed) is not None


def _is_stroke(printed: str, months: list[PrintedDate]) -> bool:
    """Return whether a stroke joins months that follow each other: "Feb/Mar" is one stretch."""
    following = [(after.month or 0) - (before.month or 0) in (1, -11) for before, after in itertools.pairwise(months)]
    return "/" in printed and all(following)


# "2014-05-03", "2014/05/03"
def _read_iso(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(int(match[1]), int(match[3]), int(match[4]))])


# "20.03.14", "20/3/2014", "27-08-2014": the day comes first in Britain
def _read_figures(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(year_number(match[4]), int(match[3]), int(match[1]))])


# "3.5.14-7.5.14"
def _read_figures_twice(match: re.Match[str]) -> Reading | None:
    first, last = (
        PrintedDate(year_number(y), int(m), int(d)) for d, m, y in (match.group(1, 3, 4), match.group(5, 6, 7))
    )
    return to_reading([first, last], is_span=True)


# "05/2014"
def _read_month_figures(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(int(match[2]), int(match[1]))])


# "on 20/3"
def _read_day_figures(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(month=int(match[2]), day=int(match[1]))])


# A number after one of these is a name's: "seen by Child 3 August 2014", "social worker 2 May have been".
_CIPHER_BEFORE = re.compile(
    r"\b(?:child|sibling|adult|father|mother|partner|brother|sister|male|female|worker|officer|practitioner|professional|"
    r"visitor|nurse|school|gp|level|year|key\s+stage|stage|section|phase|tier|grade|ward|band|page|reviewer)s?\s+$",
    re.IGNORECASE,
)


# "3rd May 2014", "Monday, 3 May", "2nd and 7th July", "3rd – 7th May '14", "03-May-14"
def _read_days_of_month(match: re.Match[str]) -> Reading | None:
    if _CIPHER_BEFORE.search(match.string[: match.start()]) and not re.search(ORDINAL, match["days"]):
        return None
    month = month_number(match["month"])
    year = year_number(match["year"]) if match["year"] else None
    days = [PrintedDate(year, month, int(day)) for day in re.findall(r"\d+", match["days"])]
    # "The night of 6/7 August" is one night.
    is_night = len(days) == 2 and "/" in match["days"] and (days[1].day or 0) - (days[0].day or 0) == 1
    return to_reading(days, is_span=is_night or _is_span(match["days"]))


# "May 3rd, 2014"
def _read_month_and_day(match: re.Match[str]) -> Reading | None:
    year = year_number(match["year"]) if match["year"] else None
    return to_reading([PrintedDate(year, month_number(match["month"]), day_number(match["day"]))])


# "May 2014", "June and September 2020", "November to January 2015" (which begins in the year before)
def _read_months_of_year(match: re.Match[str]) -> Reading | None:
    months = [month_number(month) for month in re.findall(MONTH, match["months"])]
    year = year_number(match["year"])
    dates = [PrintedDate(year - (month > months[-1]), month) for month in months]
    return to_reading(dates, is_span=_is_span(match["months"]) or _is_stroke(match["months"], dates))


# "2014 January", "2014 – January" as headings have it
def _read_year_and_month(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(int(match[1]), month_number(match[2]))])


# "in June", "during June to August"
def _read_months(match: re.Match[str]) -> Reading | None:
    months = [PrintedDate(month=month_number(month)) for month in re.findall(LONE_MONTH, match["date"])]
    return to_reading(months, is_span=_is_span(match["date"]) or _is_stroke(match["date"], months))


# "autumn 2011", "the summer holidays of 2014", "Autumn Term '14", "winter 2013/14"
def _read_season_of_year(match: re.Match[str]) -> Reading | None:
    seasons = [SEASONS[word.lower()] for word in re.findall("|".join(SEASONS), match["seasons"], re.IGNORECASE)]
    year = year_number(match["year"])
    return to_reading([PrintedDate(year, season=season) for season in seasons])


# "in the spring"
def _read_season(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(season=SEASONS[match["season"].lower()])])


# "On the 5th she", "the 15th of that month", "on the 3rd, 9th and 21st"
def _read_day(match: re.Match[str]) -> Reading | None:
    return to_reading([PrintedDate(day=day_number(day)) for day in re.findall(ORDINAL, match["date"])])


# "Christmas Day", "over Christmas 2014", "Easter 2015"
def _read_feast(match: re.Match[str]) -> Reading | None:
    feast = feast_of(match["feast"])
    return to_reading([feast.in_year(int(match["year"])) if match["year"] else feast])


# "week 23 of 2014": Monday to Sunday of the ISO week
def _read_week(match: re.Match[str]) -> Reading | None:
    try:
        monday = date.fromisocalendar(int(match[2]), int(match[1]), 1)
    except ValueError:
        return None
    return to_reading([of_day(monday), of_day(monday + timedelta(days=6))], is_span=True)


# A year in two figures without an apostrophe ends its phrase: "03-May-14;", not "3 May 14 children".
_ENDS = r"(?=\s*(?:[-–—:;,.)\]|]|$))(?!\.\d)"
_PRINTED_YEAR = rf"(?P<year>{YEAR}|{SHORT_YEAR}|\d\d\b{_ENDS})"
_SEASON = rf"(?i:{'|'.join(SEASONS)})"
_TERM = r"(?:\s+(?i:terms?|holidays?|hols|break|half[- ]term|months?))*"
# After "on the 5th" no noun may follow that makes it "the 5th visit".
_AFTER_DAY = (
    r"(?=\s*(?:[,.;:)–-]|$)|\s+(?:[A-Z]|(?:of|the|she|he|they|it|a|an|at|when|where|and|but|to|there|with|by|his|her|"
    r"their|mother|father|police|that|this|was|were|no|both|all|following|after|without|for|from|in|as|before|because|"
    r"while|who|which|had|did|until|during|about|then|so|however|is)\b))"
)

_FIGURES = re.compile(r"\d[./-]\d")
_FIGURE = re.compile(r"\d")
_FOUR_FIGURES = re.compile(r"(?:19|20)\d\d")
_MONTHS = re.compile(rf"(?<![A-Za-z]){MONTH}")
_SEASONS = re.compile(_SEASON)
_FEASTS = re.compile(
    r"(?i:christmas|xmas|easter|hallowe?[’']?en|boxing|new\s+year|bonfire|good\s+friday|['’]s\s+(?:day|night)|burns|hogmanay|twelfth|sunday|wednesday|tuesday)"
)

FORMS = (
    Form("iso", re.compile(r"(?<![\d-])((?:19|20)\d\d)([-/.])([01]\d)\2([0-3]\d)(?![\d-])"), _read_iso, _FIGURES),
    Form(
        "figures",
        re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d%]|[./-]\d)"),
        _read_figures,
        _FIGURES,
    ),
    Form(
        "figures twice",
        re.compile(
            r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2((?:19|20)?\d\d)\s?-\s?(\d{1,2})\2(\d{1,2})\2((?:19|20)?\d\d)(?![\d%])"
        ),
        _read_figures_twice,
        _FIGURES,
    ),
    Form(
        "month figures", re.compile(r"(?<![\d./-])(\d{1,2})/((?:19|20)\d\d)(?![\d./])"), _read_month_figures, _FIGURES
    ),
    Form("day figures", re.compile(r"(?<=\b[Oo]n )(\d{1,2})/(\d{1,2})(?![\d/]|\.\d)"), _read_day_figures, _FIGURES),
    Form(
        "days of a month",
        re.compile(
            rf"(?:\b{WEEKDAY},?\s+)?(?:the\s+)?"
            rf"(?P<days>{DAY}(?:(?:{THROUGH}|{LISTED})(?:{WEEKDAY},?\s+)?(?:the\s+)?{LIST_DAY})*)"
            rf"(?:\s+(?:day\s+)?of\s+|[\s/-]*)(?P<month>{MONTH})(?:[\s,/-]*{_PRINTED_YEAR})?"
        ),
        _read_days_of_month,
        _MONTHS,
    ),
    Form(
        "month and day",
        re.compile(
            rf"\b(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{ORDINAL}|{LIST_DAY}(?=,\s*{YEAR}))(?:,?\s+(?P<year>{YEAR}))?"
        ),
        _read_month_and_day,
        _MONTHS,
    ),
    Form(
        "months of a year",
        re.compile(rf"\b(?P<months>{MONTH}(?:(?:{THROUGH}|{LISTED}){MONTH})*)[\s,]*(?:of\s+|[-–]\s*)?{_PRINTED_YEAR}"),
        _read_months_of_year,
        _MONTHS,
    ),
    Form(
        "year and month",
        re.compile(rf"({YEAR})\s*(?:{DASH}|:)?\s*({LONE_MONTH})(?![\s,]*{YEAR})"),
        _read_year_and_month,
        _MONTHS,
    ),
    Form(
        "months",
        re.compile(rf"{MONTH_CUE}(?P<date>{LONE_MONTH}(?:(?:{THROUGH}|{LISTED}){LONE_MONTH})*)"),
        _read_months,
        _MONTHS,
    ),
    Form(
        "season of a year",
        re.compile(
            rf"\b(?P<seasons>{_SEASON}(?:(?:{LISTED}|{THROUGH}){_SEASON})*){_TERM}[\s,]*(?:of\s+|in\s+)?"
            rf"(?P<year>{YEAR}|{SHORT_YEAR})(?:\s*[/–-]\s*(?:{YEAR}|\d\d\b))?"
        ),
        _read_season_of_year,
        _SEASONS,
    ),
    Form("season", re.compile(rf"{MONTH_CUE}(?P<date>(?P<season>{_SEASON})\b{_TERM})"), _read_season, _SEASONS),
    *YEAR_FORMS,
    Form(
        "day",
        re.compile(
            rf"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Tt]he|[Aa]nd)\s+(?:the\s+)?"
            rf"(?P<date>(?:{WEEKDAY},?\s+)?(?:the\s+)?{ORDINAL}(?:{LISTED}{ORDINAL})*)"
            rf"(?!\s+(?:of\s+)?{MONTH})(?![^.;]{{0,30}}\bcentile){_AFTER_DAY}"
        ),
        _read_day,
        _FIGURE,
    ),
    Form("feast", re.compile(rf"\b(?P<feast>{FEAST})(?:[\s,]+(?:of\s+)?(?P<year>{YEAR}))?"), _read_feast, _FEASTS),
    Form(
        "feast with a cue",
        re.compile(
            rf"{MONTH_CUE}(?P<date>(?P<feast>{FEAST_WITH_CUE})\b{FESTIVE}(?:[\s,]+(?:of\s+)?(?P<year>{YEAR}))?)"
        ),
        _read_feast,
        _FEASTS,
    ),
    Form("week", re.compile(rf"\b[Ww]eek\s+(\d\d?)(?:\s+of|\s+in|,)?\s+({YEAR})"), _read_week, _FOUR_FIGURES),
)
