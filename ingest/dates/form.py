"""A way of printing dates, and what its words are read as."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.dates.printed_date import PrintedDate


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
