"""What scraping leaves of page headers, footers and numbers: short lines that recur, and numbers alone."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.layout.running_headers import signature
from ingest.scraped.lines import TextLine, begins_item, heading_of

# A header recurs at least so often and is no longer than this; a heading that recurs ("Key lessons learned:") ends
# with a colon, is set as a heading, or goes on in a list.
TIMES = 4
LONGEST = 90
_PAGE = re.compile(
    r"[-–—|\s]*(?:p\s?a\s?g\s?e|pg\.?)\s*[|:]?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—|\s]*$"
    r"|[-–—]\s*\d{1,3}\s*[-–—]$|\d{1,3}\s*(?:\|\s*p\s?a\s?g\s?e|of\s+\d{1,3})$",
    re.IGNORECASE,
)


def without_furniture(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines without page headers, footers and numbers; a blank line stays in their place."""
    recurring = _recurring(lines)
    kept = []
    for line in lines:
        is_running = bool(line.text) and (_PAGE.match(line.text) is not None or signature(line.text) in recurring)
        kept.append(TextLine("") if is_running else line)
    return kept


def furniture_of(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """Return the page headers and footers that recur, each once, as first printed."""
    recurring = _recurring(lines)
    found: dict[str, str] = {}
    for line in lines:
        if line.text and signature(line.text) in recurring:
            found.setdefault(signature(line.text), line.text)
    return tuple(found.values())


def _recurring(lines: Sequence[TextLine]) -> set[str]:
    """Return what recurs of lines that stand alone again and again over the whole text, with a number that changes."""
    counts: Counter[str] = Counter()
    wordings: dict[str, set[str]] = {}
    for line in lines:
        if _may_recur(line):
            key = signature(line.text)
            counts[key] += 1
            wordings.setdefault(key, set()).add(line.text)
    return {
        key
        for key, count in counts.items()
        if count >= TIMES and re.search(r"[a-z]", key) and _looks_like_header(key, wordings[key])
    }


def _may_recur(line: TextLine) -> bool:
    return (
        0 < len(line.text) <= LONGEST
        and not line.text.endswith((":", "|"))
        and "\t" not in line.text
        and not heading_of(line)
        and not begins_item(line.text)
    )


def _looks_like_header(key: str, wordings: set[str]) -> bool:
    """Return whether a recurring line is a header: it counts pages, or is always worded the same and names a report."""
    if re.search(r"\bpage #|# ?(?:of|/) ?#|\| ?#$|^# ?\|", key):
        return True
    return len(wordings) == 1 and bool(
        re.search(
            r"\breview\b|\breport\b|\bboard\b|\bpartnership\b|\bconfidential\b|\bdraft\b|\bversion\b|\bofficial\b", key
        )
    )
