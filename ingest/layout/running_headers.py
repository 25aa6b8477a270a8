"""Running headers, footers and page numbers: what recurs at one height over pages, and numbers that stand alone there.

Of what recurs, only what stands outside the text is left out: a heading that tops several pages ("Appendix 1") stands
where other pages have text.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
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
# A gap of so many times the size parts a header from the text.
APART = 1.6
# Where lines stand far from each other, the gap is so many times their usual distance.
OPEN = 1.15
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

_FIGURES = re.compile(r"\d+")

Key = tuple[int, int]
Limits = tuple[float, float]
Known = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    """One line in a margin: page number and index among its lines, height, size, what recurs of it."""

    key: Key
    height: float
    size: float
    says: str


def signature(text: str) -> str:
    """Return what recurs of a line: its letters, with every number the same ("page 3 of 12" is "page # of #")."""
    return " ".join(_FIGURES.sub("#", text).split()).casefold()


def is_in_margin(page: Page, top: float, bottom: float) -> bool:
    """Return whether something stands in the part of a page that headers and footers have."""
    return bottom < MARGIN * page.height or top > (1 - MARGIN) * page.height


def running_lines(
    pages: Sequence[tuple[Page, Sequence[Line]]],
    body_size: float,
    known: set[Known] | None = None,
    pitch: float = 0.0,
) -> set[Key]:
    """Return (page number, index of line) for each line that is a running header or footer, or a page number.

    `pages` are pages that follow each other, each with its lines outside tables. `known` are the running lines of
    the pages before, by what they say and their height; those of these pages are added to it. `pitch` is the usual
    distance of baselines in the text, in multiples of the size.
    """
    known = set() if known is None else known
    groups = [g for g in _same_places(pages) if _recurs(g, len(pages)) or _known(g[0]) in known]
    numbers = _page_numbers(pages)
    candidates = numbers | {seen.key for group in groups for seen in group}
    gap = max(APART, OPEN * pitch)
    apart = {key for page, lines in pages for key in _apart(page, lines, candidates, gap)}
    limits = _limits_by_page(pages, apart)
    found = set(numbers)
    for group in groups:
        kept = [seen for seen in group if seen.key in apart and not _is_heading(seen, body_size)]
        is_running = kept and (_known(kept[0]) in known or _is_outside(kept[0], limits[kept[0].key[0]]))
        if is_running or len(kept) >= SHARE_OF_ALL * len(pages) > 2:
            found |= {seen.key for seen in kept}
            known.add(_known(kept[0]))
    return found | _beside_others(pages, found, limits)


def _known(seen: _Seen) -> Known:
    """Return what a running line is known by on later pages."""
    return seen.says, round(seen.height / (2 * SAME_HEIGHT))


def _apart(page: Page, lines: Sequence[Line], candidates: Collection[Key], gap: float) -> set[Key]:
    """Return the candidates of a page that a gap or another size parts from the text, or from others so parted."""
    found: set[Key] = set()
    middle = page.height / 2
    # From the middle of the page outwards, so that each line is looked at after the one between it and the text.
    for index in sorted(range(len(lines)), key=lambda index: abs(lines[index].baseline - middle)):
        key = (page.number, index)
        if key in candidates:
            inward = _nearest_inward(lines, index, middle)
            if inward is None or (page.number, inward) in found or _is_parted(lines[index], lines[inward], gap):
                found.add(key)
    return found


def _nearest_inward(lines: Sequence[Line], index: int, middle: float) -> int | None:
    """Return which line stands next to this one on the side of the page's middle."""
    line = lines[index]
    side = 1 if line.baseline < middle else -1
    inner = [other for other in range(len(lines)) if side * (lines[other].baseline - line.baseline) > 1]
    return min(inner, key=lambda other: abs(lines[other].baseline - line.baseline), default=None)


def _is_parted(line: Line, other: Line, gap: float) -> bool:
    return abs(other.baseline - line.baseline) > gap * line.size or abs(other.size - line.size) > 0.06 * line.size


def _is_heading(seen: _Seen, body_size: float) -> bool:
    """Return whether a line that recurs is a heading over each page: larger than the body, its number changing."""
    return seen.size > 1.08 * body_size and "#" in seen.says


def _beside_others(
    pages: Sequence[tuple[Page, Sequence[Line]]], found: Collection[Key], limits: dict[int, Limits]
) -> set[Key]:
    """Return the lines outside the text where other pages have running lines: chapters' names, say."""
    places = [_seen(page, lines, index) for page, lines in pages for number, index in found if number == page.number]
    heights = Counter(round(seen.height) for seen in places)
    more = set()
    for page, lines in pages:
        for index, line in enumerate(lines):
            if (page.number, index) not in found and is_in_margin(page, line.top, line.bottom):
                seen = _seen(page, lines, index)
                others = sum(heights[round(seen.height) + step] for step in (-1, 0, 1))
                same_size = any(abs(one.size - seen.size) < 0.2 and abs(one.height - seen.height) < 2 for one in places)
                if others >= PAGES_TO_RECUR and same_size and _is_outside(seen, limits[page.number]):
                    more.add(seen.key)
    return more


def _seen(page: Page, lines: Sequence[Line], index: int) -> _Seen:
    """Return a line with its height counted from the nearer edge, so that landscape pages count with the others."""
    line = lines[index]
    height = line.baseline if line.top < page.height / 2 else line.baseline - page.height
    return _Seen((page.number, index), height, line.size, signature(line.text))


def _same_places(pages: Sequence[tuple[Page, Sequence[Line]]]) -> list[list[_Seen]]:
    """Return the margins' lines in groups that say the same at the same height, page after page."""
    places: dict[str, list[_Seen]] = defaultdict(list)
    for page, lines in pages:
        for index, line in enumerate(lines):
            if is_in_margin(page, line.top, line.bottom):
                seen = _seen(page, lines, index)
                places[seen.says].append(seen)
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
    """Return the lines that are page numbers: alone on an outermost line, counting with the pages."""
    found: dict[int | None, list[Key]] = defaultdict(list)
    for page, lines in pages:
        for index in _outermost(page, lines):
            match = PAGE_NUMBER.fullmatch(lines[index].text)
            if match and not _numbers_a_heading(lines, index):
                number = int(match["number"]) if match["number"].isdecimal() else None
                found[None if number is None else number - page.number].append((page.number, index))
    return {
        key
        for offset, keys in found.items()
        if len(keys) > 1 or (offset is not None and abs(offset) <= FRONT_MATTER)
        for key in keys
    }


def _numbers_a_heading(lines: Sequence[Line], index: int) -> bool:
    """Return whether a bare number at the page's top has the words of a heading after it: "3   The learning"."""
    line = lines[index]
    row = [other for other in lines if other is not line and abs(other.baseline - line.baseline) < 2]
    return any(
        other.left > line.right and other.is_bold == line.is_bold and abs(other.size - line.size) < 0.2 for other in row
    ) and (line.is_bold or line.left < min(other.left for other in lines) + 2)


def _outermost(page: Page, lines: Sequence[Line]) -> list[int]:
    """Return the indexes of the lines that are highest and lowest on the page, where they stand in its margins."""
    order = sorted(range(len(lines)), key=lambda index: lines[index].baseline)
    outer = [index for index in (*order[:3], *order[-3:]) if is_in_margin(page, lines[index].top, lines[index].bottom)]
    return sorted(set(outer))


def _limits_by_page(pages: Sequence[tuple[Page, Sequence[Line]]], candidates: Collection[Key]) -> dict[int, Limits]:
    """Return for each page where its text begins and ends as a rule: landscape pages have margins of their own."""
    shapes: dict[tuple[int, int], list[tuple[Page, Sequence[Line]]]] = defaultdict(list)
    for page, lines in pages:
        shapes[round(page.width), round(page.height)].append((page, lines))
    return {
        page.number: limits for those in shapes.values() for limits in [_limits(those, candidates)] for page, _ in those
    }


def _limits(pages: Sequence[tuple[Page, Sequence[Line]]], candidates: Collection[Key]) -> Limits:
    """Return how far from the top of a page its text begins, and from its foot it ends, on all but a few pages."""
    heights = _header_heights(pages, candidates)
    tops, feet = [], []
    for page, lines in pages:
        rest = [
            line
            for index, line in enumerate(lines)
            if (page.number, index) not in candidates and round(_seen(page, lines, index).height) not in heights
        ]
        edges = [table.outline for table in page.tables]
        if rest or edges:
            tops.append(min([line.top for line in rest] + [edge.top for edge in edges]))
            feet.append(page.height - max([line.bottom for line in rest] + [edge.bottom for edge in edges]))
    return _low(tops), _low(feet)


def _header_heights(pages: Sequence[tuple[Page, Sequence[Line]]], candidates: Collection[Key]) -> set[int]:
    """Return the heights at which more lines recur than do not: there chapters' names stand beside what recurs."""
    recurring, other = Counter[int](), Counter[int]()
    for page, lines in pages:
        for index in range(len(lines)):
            counts = recurring if (page.number, index) in candidates else other
            counts[round(_seen(page, lines, index).height)] += 1
    near = range(-round(SAME_HEIGHT), round(SAME_HEIGHT) + 1)
    return {height for height, count in recurring.items() if count >= sum(other[height + step] for step in near)}


def _low(values: Sequence[float]) -> float:
    """Return a value that only a fifth of the values is below."""
    return sorted(values)[len(values) // 5] if values else 0.0


def _is_outside(seen: _Seen, limits: Limits) -> bool:
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
