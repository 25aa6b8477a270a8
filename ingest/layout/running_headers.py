"""Running headers, footers and page numbers: what recurs at one height over pages, and numbers that stand alone there.

Of what recurs, only what stands outside the text is left out: a heading that tops several pages ("Appendix 1") stands
where other pages have text.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.layout.lines import Line
from ingest.pages import Page

# The parts of the page's height, from top and from bottom, in which headers and footers stand.
MARGIN = 0.14
# A line recurs when this many pages have it, each not further than so many pages from the next.
PAGES_TO_RECUR = 3
PAGES_APART = 12
# What this share of the pages has is a header, wherever the text begins.
SHARE_OF_ALL = 0.6
# Heights that differ by less, in points, are one height.
SAME_HEIGHT = 3.0

_SPACED_PAGE = r"(?:p\s?a\s?g\s?e|pg\.?|p\.)"
_DASHES = r"[-–—|\s]*"
PAGE_NUMBER = re.compile(
    rf"{_DASHES}{_SPACED_PAGE}?[\s|:]*(?P<number>\d{{1,3}}|[ivxlc]{{1,6}})(?:\s*(?:of|/)\s*\d{{1,4}})?"
    rf"(?:\s*\|?\s*{_SPACED_PAGE})?{_DASHES}",
    re.IGNORECASE,
)

# A lone number in a margin that is this near to the page's own place in the file numbers the page.
FRONT_MATTER = 8

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    """One line in a margin: page number, index among the page's lines, height."""

    key: Key
    height: float
    size: float


def signature(text: str) -> str:
    """Return what recurs of a line: its letters, with every number the same ("page 3 of 12" is "page # of #")."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text)).strip().casefold()


def is_in_margin(page: Page, top: float, bottom: float) -> bool:
    """Return whether something stands in the part of a page that headers and footers have."""
    return bottom < MARGIN * page.height or top > (1 - MARGIN) * page.height


def running_lines(pages: Sequence[tuple[Page, Sequence[Line]]]) -> set[Key]:
    """Return (page number, index of line) for each line that is a running header or footer, or a page number.

    `pages` are pages that follow each other, each with its lines outside tables.
    """
    groups = [group for group in _same_places(pages) if _recurs(group, len(pages))]
    numbers = _page_numbers(pages)
    limits = _limits(pages, numbers | {seen.key for group in groups for seen in group})
    found = numbers
    for group in groups:
        if len(group) >= SHARE_OF_ALL * len(pages) > 2 or _is_outside(group[0], limits):
            found |= {seen.key for seen in group}
    return found


def _same_places(pages: Sequence[tuple[Page, Sequence[Line]]]) -> list[list[_Seen]]:
    """Return the margins' lines in groups that say the same at the same height, page after page."""
    places: dict[str, list[_Seen]] = defaultdict(list)
    for page, lines in pages:
        for index, line in enumerate(lines):
            if is_in_margin(page, line.top, line.bottom):
                # Counted from the nearer edge, so that landscape pages count with the others.
                height = line.baseline if line.top < page.height / 2 else line.baseline - page.height
                places[signature(line.text)].append(_Seen((page.number, index), height, line.size))
    return [cluster for group in places.values() for cluster in _clusters(group)]


def _clusters(group: Sequence[_Seen]) -> list[list[_Seen]]:
    clusters: list[list[_Seen]] = []
    for seen in sorted(group, key=lambda seen: seen.height):
        if clusters and seen.height - clusters[-1][-1].height <= SAME_HEIGHT:
            clusters[-1].append(seen)
        else:
            clusters.append([seen])
    return clusters


def _recurs(group: Sequence[_Seen], page_count: int) -> bool:
    """Return whether enough pages, close enough to each other, have the line (both of two, for a short document)."""
    numbers = sorted({seen.key[0] for seen in group})
    if len(numbers) < min(PAGES_TO_RECUR, max(2, page_count)):
        return False
    return all(later - earlier <= PAGES_APART for earlier, later in itertools.pairwise(numbers))


def _page_numbers(pages: Sequence[tuple[Page, Sequence[Line]]]) -> set[Key]:
    """Return the lines that are page numbers: alone on an outermost line, counting with the pages or near their count."""
    found: dict[int | None, list[Key]] = defaultdict(list)
    for page, lines in pages:
        for index in _outermost(page, lines):
            match = PAGE_NUMBER.fullmatch(lines[index].text)
            if match:
                number = int(match["number"]) if match["number"].isdigit() else None
                found[None if number is None else number - page.number].append((page.number, index))
    return {
        key
        for offset, keys in found.items()
        if len(keys) > 1 or (offset is not None and abs(offset) <= FRONT_MATTER)
        for key in keys
    }


def _outermost(page: Page, lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the lines that are highest and lowest on the page, where they stand in its margins."""
    order = sorted(range(len(lines)), key=lambda index: lines[index].baseline)
    outer = [index for index in (*order[:3], *order[-3:]) if is_in_margin(page, lines[index].top, lines[index].bottom)]
    return sorted(set(outer))


def _limits(pages: Sequence[tuple[Page, Sequence[Line]]], recurring: set[Key]) -> tuple[float, float]:
    """Return how far from a page's top its text begins at the earliest, as a rule, and how far from its foot it ends."""
    tops, feet = [], []
    for page, lines in pages:
        rest = [line for index, line in enumerate(lines) if (page.number, index) not in recurring]
        edges = [table.outline for table in page.tables]
        if rest or edges:
            tops.append(min([line.top for line in rest] + [edge.top for edge in edges]))
            feet.append(page.height - max([line.bottom for line in rest] + [edge.bottom for edge in edges]))
    return _low(tops), _low(feet)


def _low(values: Sequence[float]) -> float:
    """Return a value that only a fifth of the values is below."""
    return sorted(values)[len(values) // 5] if values else 0.0


def _is_outside(seen: _Seen, limits: tuple[float, float]) -> bool:
    """Return whether a line stands above where the text usually begins or below where it ends."""
    if seen.height >= 0:
        return seen.height < limits[0] + 0.5 * seen.size
    return -seen.height < limits[1] + 0.8 * seen.size


def watermarks(pages: Sequence[tuple[Page, Sequence[Line]]], body_size: float) -> set[Key]:
    """Return (page number, index of line) for each line in large type that recurs at one place across the text."""
    places: dict[tuple[str, int, int], list[Key]] = defaultdict(list)
    for page, lines in pages:
        for index, line in enumerate(lines):
            if line.size >= 2 * body_size:
                places[signature(line.text), round(line.left / 4), round(line.baseline / 4)].append(
                    (page.number, index)
                )
    return {key for keys in places.values() if len(keys) >= max(PAGES_TO_RECUR, 0.3 * len(pages)) for key in keys}
