"""A way of printing dates, and what its words are read as."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.dates.printed_date import PrintedDate, is_possible


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form makes of its words: dates in a list, or the two ends of a span."""

    dates: tuple[PrintedDate, ...]
    is_span: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A way of printing dates. `read` returns None where the words only look like it.

    A text in which `hint` finds nothing prints no date in this form: most texts are passed by so.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]
    hint: re.Pattern[str]


def to_reading(dates: list[PrintedDate], *, is_span: bool = False) -> Reading | None:
    """Return a reading of dates that exist, of two as the ends of a span where they are; None where one does not."""
    if not dates or not all(is_possible(printed) for printed in dates):
        return None
    return Reading(tuple(dates), is_span=is_span and len(dates) == 2)
