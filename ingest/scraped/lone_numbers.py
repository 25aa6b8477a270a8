"""Numbers that scraping left on lines of their own, above the text that they number: "1.1" and below it a paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.markers import LETTERED, PARTED, STOPPED
from ingest.scraped.lines import TextLine, begins_item

# What a number is parted from its text by: so many blank lines at most.
BLANKS = 2
_TEXT = re.compile(r"[A-Z‘“\"'(*]")


def with_lone_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, each number that stands alone put before the text that follows it; blank lines stay."""
    done = list(lines)
    for place, line in enumerate(done):
        below = _text_below(done, place) if _is_lone(line) else None
        if below is not None:
            done[below] = replace(done[below], text=f"{line.plain} {done[below].text}", indent=line.indent)
            done[place] = replace(line, text="")
    return done


def _is_lone(line: TextLine) -> bool:
    """Return whether a line is a number or letter with its marks and nothing else."""
    return len(line.plain) < 10 and any(pattern.fullmatch(line.plain) for pattern in (PARTED, STOPPED, LETTERED))


def _text_below(lines: Sequence[TextLine], place: int) -> int | None:
    """Return where the text stands that a lone number is for; None where other numbers or nothing follows."""
    for below in range(place + 1, min(place + 2 + BLANKS, len(lines))):
        if not lines[below].is_blank:
            is_text = _TEXT.match(lines[below].text) and not begins_item(lines[below].text)
            return below if is_text and "\t" not in lines[below].text else None
    return None
