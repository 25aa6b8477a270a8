"""What scraping leaves of page headers, footers and numbers: short lines that recur, and numbers alone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.running_headers import signature
from ingest.scraped.lines import TextLine, begins_item, heading_of
from ingest.scraped.sheets import edges_of, sheets_of

# A header recurs at least so often and is no longer than this; a heading that recurs ("Key lessons learned:") ends
# with a colon, is set as a heading, or goes on in a list.
TIMES = 4
LONGEST = 90
# At the edges of pages a header shows sooner: on this share of them, and on two at least.
SHARE_OF_PAGES, PAGES = 0.4, 2
_PAGE = re.compile(
    r"[-–—|\s]*(?:p\s?a\s?g\s?e|pg\.?)\s*[|:]?\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–—|\s]*$"
    r"|[-–—]\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\s*[-–—]$|\d{1,3}\s*(?:\|\s*p\s?a\s?g\s?e|of\s+\d{1,3})$",
    re.IGNORECASE,
)


def is_page_number(line: TextLine) -> bool:
    """Return whether a line counts pages in so many words: "Page 3 of 12", "- 3 -"."""
    return bool(line.text) and _PAGE.match(line.text) is not None


def without_furniture(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines without page headers, footers and numbers; a blank line stays in their place."""
    recurring = _recurring(lines)
    at_edges = _at_edges(lines)
    kept = []
    for place, line in enumerate(lines):
        is_running = is_page_number(line) or place in at_edges or (line.text and signature(line.text) in recurring)
        kept.append(replace(line, text="") if is_running else line)
    return kept


def furniture_of(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """Return the page headers and footers that recur, each once, as first printed."""
    recurring = _recurring(lines)
    at_edges = _at_edges(lines)
    found: dict[str, str] = {}
    for place, line in enumerate(lines):
        if line.text and (signature(line.text) in recurring or place in at_edges) and re.search(r"[a-z]", line.text):
            found.setdefault(signature(line.text), line.text)
    return tuple(found.values())


def _at_edges(lines: Sequence[TextLine]) -> set[int]:
    """Return the places of lines at the edges of pages that recur there, and of the numbers that count them."""
    sheets = sheets_of(lines, is_page_number)
    if len(sheets) < PAGES:
        return set()
    edges = [edges_of(lines, sheet) for sheet in sheets]
    counts = Counter(key for edge in edges for key in {signature(lines[p].text) for p in edge if _may_recur(lines[p])})
    least = max(PAGES, SHARE_OF_PAGES * len(sheets))
    running = {key for key, count in counts.items() if count >= least and re.search(r"[a-z]", key)}
    found = {p for edge in edges for p in edge if _may_recur(lines[p]) and signature(lines[p].text) in running}
    return found | _counting(lines, edges)


def _counting(lines: Sequence[TextLine], edges: Sequence[Sequence[int]]) -> set[int]:
    """Return the places of figures that stand alone at the edges of pages and count on from page to page."""
    alone = [(page, p) for page, edge in enumerate(edges) for p in edge if re.fullmatch(r"\d{1,3}", lines[p].text)]
    offsets = Counter(int(lines[p].text) - page for page, p in alone)
    offset, times = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    return {p for page, p in alone if int(lines[p].text) - page == offset} if times >= PAGES else set()


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
