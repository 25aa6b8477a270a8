"""A child's year at school as a date: "in Year 9", once it is known when the child was born (England and Wales).

Compulsory school age begins with the term after the fifth birthday (Education Act 1996, section 8); children of one
school year are born between 1 September and 31 August, and are in Reception in the year in which they turn five.
"""

import re
from dataclasses import dataclass

from ingest.dates.printed_date import PrintedDate, interval

LAST_YEAR = 13
# The school year begins in September and ends in July.
BEGINS, ENDS = 9, 7
_YEAR_AT_SCHOOL = re.compile(
    r"\b[Ii]n\s+(?:(?P<reception>Reception)|[Yy]ear\s+(?P<number>\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]ix))\b"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "six": 6}
# Words that show that a numbered year is one at school, and none of a report that counts years to hide dates.
_AT_SCHOOL = re.compile(
    r"\b(?:school|academy|pupil|teachers?|class|attendance|excluded|exclusion|suspended|SENCO|curriculum|GCSEs?|primary|"
    r"secondary|Reception|roll)\b"
)


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A year at school as printed from `start` to `end`; 0 is Reception."""

    start: int
    end: int
    printed: str
    number: int


def find_school_years(text: str) -> tuple[SchoolYear, ...]:
    """Return the years at school that a text tells; none where nothing else in it speaks of school."""
    if not _AT_SCHOOL.search(text):
        return ()
    found = []
    for match in _YEAR_AT_SCHOOL.finditer(text):
        number = 0 if match["reception"] else _WORDS.get(match["number"].lower()) or int(match["number"])
        if number <= LAST_YEAR:
            found.append(SchoolYear(match.start(), match.end(), match.group(), number))
    return tuple(found)


def date_in_school_year(born: PrintedDate, school_year: SchoolYear) -> str | None:
    """Return the school year (September to July) in EDTF; None where the month of birth is not known."""
    if born.year is None or not (born.month or born.season):
        return None
    # Who is born in autumn is among the oldest of the year that begins four years later with Reception.
    first = born.year + 4 + (born.place_in_year >= BEGINS) + school_year.number
    return interval(f"{first}-{BEGINS:02d}", f"{first + 1}-{ENDS:02d}")
