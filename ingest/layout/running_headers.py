"""Running headers, footers and page numbers: lines that recur at one height over pages, and numbers that stand alone there."""

import re
from collections import defaultdict
from collections.abc import Sequence

from ingest.layout.lines import Line
from ingest.pages import Page

# The parts of the page's height, from top and from bottom, in which headers and footers stand.
MARGIN = 0.12
# A line recurs when as many pages have it, and no two of them that follow are further apart than this.
PAGES_TO_RECUR = 3
PAGES_APART = 12
# Heights that differ by less, in points, are one height.
SAME_HEIGHT = 4.0

PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:p\s?a\s?g\s?e|pg\.?|p\.)?[\s|:]*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|?\s*p\s?a\s?g\s?e)?[-–—|\s]*",
    re.IGNORECASE,
)


def signature(text: str) -> str:
    """Return what recurs of a line: its letters, with every number the same ("page 3 of 12" is "page # of #")."""
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", text)).strip().casefold()


def running_lines(pages: Sequence[tuple[Page, Sequence[Line]]]) -> set[tuple[int, int]]:
    """Return (page number, index of line) for each line that is a running header or footer or a page number.

    `pages` are pages that follow each other, each with its lines outside tables.
    """
    places = _margin_lines(pages)
    recurring = {key for group in places.values() if _recurs(group, len(pages)) for key in group}
    found = set()
    for page, lines in pages:
        found |= _outer_lines(page, lines, recurring)
    return found


def _margin_lines(pages: Sequence[tuple[Page, Sequence[Line]]]) -> dict[tuple[str, bool], list[tuple[int, int]]]:
    """Return where each signature stands in the margins: keys are signature and whether at the top."""
    places: dict[tuple[str, bool], list[tuple[int, int]]] = defaultdict(list)
    for page, lines in pages:
        for index, line in enumerate(lines):
            if _is_in_margin(page, line):
                places[signature(line.text), line.top < page.height / 2].append((page.number, index))
    return places


def _is_in_margin(page: Page, line: Line) -> bool:
    return line.bottom < MARGIN * page.height or line.top > (1 - MARGIN) * page.height


def _recurs(group: Sequence[tuple[int, int]], page_count: int) -> bool:
    """Return whether enough pages, close enough to each other, have the line (both of two, for a short document)."""
    numbers = sorted({number for number, _ in group})
    if len(numbers) < min(PAGES_TO_RECUR, max(2, page_count)):
        return False
    return all(later - earlier <= PAGES_APART for earlier, later in zip(numbers, numbers[1:], strict=False))


def _outer_lines(page: Page, lines: Sequence[Line], recurring: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the lines of a page that recur or number it, going inwards from its edges until other text comes."""
    found = set()
    order = sorted(range(len(lines)), key=lambda index: lines[index].top)
    for run in (order, order[::-1]):
        for index in run:
            line = lines[index]
            key = (page.number, index)
            if not _is_in_margin(page, line) or not (key in recurring or PAGE_NUMBER.fullmatch(line.text)):
                break
            found.add(key)
    return found
