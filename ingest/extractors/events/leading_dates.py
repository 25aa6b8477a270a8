"""A date that stands before an entry as its label: "3 May 2014 – The nurse called", "Autumn The family moved"."""

import re
from dataclasses import dataclass

from ingest.dates.expressions import Expression, date_of_all
from ingest.dates.relative import Relative, find_relative
from ingest.dates.vocabulary import YEAR

# No label has more words than "Between Monday 3rd May 2014 and Friday 7th May 2014".
MOST_WORDS = 9
# Words with which a sentence and no label begins.
_PROSE = re.compile(
    r"(?:in|on|by|during|since|from|at|over|until|around|before|after|following|between|throughout|the\s+\d)\b",
    re.IGNORECASE,
)
_TERM = r"\s+(?:holidays?|terms?|half[- ]term|break)"
# What stands between a label and its text.
_MARK = re.compile(r"\s*[:.–—-]+\s+|\s+")


# "All of the dates are in 2009."
_ALL_DATES = re.compile(
    rf"\W*(?:all\s+(?:of\s+)?(?:the\s+|these\s+)?|the\s+|these\s+)dates?\b[^.;]{{0,30}}?\b(?:are|refer\s+to|relate\s+to|is)\s+(?:in\s+|to\s+)?(?P<year>{YEAR})\W*",
    re.IGNORECASE,
)


def year_of_all_dates(text: str) -> tuple[Expression, ...]:
    """Return the year that a sentence says the dates below it are in: "All dates are in 2009"; else nothing."""
    match = _ALL_DATES.fullmatch(text)
    return date_of_all(match["year"]) if match else ()


@dataclass(frozen=True, slots=True)
class Label:
    """The date of a label, and where the text after it begins."""

    date: Expression | Relative
    printed: str
    end: int


def leading_date(text: str) -> Label | None:
    """Return the date that labels a text; None where it begins with a sentence."""
    words = list(re.finditer(r"\S+", text))[: MOST_WORDS + 1]
    for count in range(len(words) - 1, 0, -1):
        printed = text[: words[count - 1].end()]
        if not re.search(r"\d|[A-Z]", printed) or not _begins_a_sentence(text, words[count].start(), printed):
            continue
        date = _date(printed)
        if date is not None and _is_meant(date, text):
            mark = _MARK.match(text, len(printed.rstrip(" .:–—-")))
            return Label(date, printed.strip(" .:–—-"), mark.end() if mark else words[count].start())
    return None


def _is_meant(date: Expression | Relative, text: str) -> bool:
    """Return whether words that count on still do with what follows: "Two days before" does not before "Christmas"."""
    return isinstance(date, Expression) or date in find_relative(text)


def _date(printed: str) -> Expression | Relative | None:
    """Return the date of words that are nothing else, with an age in brackets after it perhaps."""
    bare = re.sub(r"\s*\((?:aged?|age)\b[^)]*\)\s*$", "", printed).strip(" .:–—-")
    if _PROSE.match(bare):
        return None
    dates = date_of_all(re.sub(rf"{_TERM}$", "", bare))
    if dates:
        return dates[0]
    relative = find_relative(bare)
    return relative[0] if relative and relative[0].start == 0 and relative[0].end == len(bare) else None


def date_of_cell(text: str) -> Expression | Relative | None:
    """Return the date of a table's cell that says when; None where it says something else too."""
    cell = " ".join(text.split())
    bare = re.sub(
        r"\s*[(,]\s*(?:aged?|age|approx\w*|time)\b[^)]*\)?\s*$|\s*\bat\s+\d{1,2}[.:]\d\d.*$",
        "",
        cell,
        flags=re.IGNORECASE,
    )
    return (
        _date(re.sub(r"^(?:on|in|by|from|during|around|between|approx\.?)\s+", "", bare, flags=re.IGNORECASE))
        if bare
        else None
    )


def _begins_a_sentence(text: str, start: int, label: str) -> bool:
    """Return whether what follows a label is a sentence or note of its own."""
    if label[-1] in ":–—-":
        return True
    return text[start] in "–—-:" or text[start].isupper() or text[start] in "“‘\"'"
