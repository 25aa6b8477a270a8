"""Dates in the words of a report's front, each with its year."""

from dataclasses import dataclass

from ingest.dates.expressions import Expression, find_dates
from ingest.dates.inheritance import Setting, resolve
from ingest.dates.printed_date import PrintedDate


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date in EDTF, the words that give it, and their page."""

    edtf: str
    words: str
    page: int | None


@dataclass(frozen=True, slots=True)
class DatedPlace:
    """A date with its year, and where its words begin and end in their text."""

    date: PrintedDate
    start: int
    end: int


def dated(text: str) -> list[PrintedDate]:
    """Return the dates of a text that have a year, or take it from the one before; both ends of a span."""
    return [place.date for place in dated_places(text)]


def dated_places(text: str) -> list[DatedPlace]:
    """Return the dates of a text that have a year, or take it from the one before, with their places."""
    found: list[DatedPlace] = []
    for expression in find_dates(text):
        for end in expression.dates:
            told = found[-1].date if found else None
            resolved = resolve(_alone(expression, end), Setting(told=told, is_told_here=bool(found)))
            if resolved:
                found.append(DatedPlace(resolved.at, expression.start, expression.end))
    return found


def _alone(expression: Expression, end: PrintedDate) -> Expression:
    return Expression(expression.start, expression.end, expression.printed, end)
