"""Columns: where the lines of a page stand side by side, and in which order they are read."""

import itertools
from collections import Counter
from collections.abc import Sequence

from ingest.layout.lines import Line

# Columns have at least this many lines on each side, a gutter at least this many times the size of the type wide,
# and each at least this share of the width that the text covers.
MIN_LINES = 4
GUTTER = 0.9
MIN_SHARE = 0.18
# Labels that hang beside a text ("1.1", "March 2014"): fewer than this share of the lines beside them, in less width.
HANGING_SHARE = 0.6
HANGING_WIDTH = 0.3
# Where the file writes the two sides line by line in turn, this often for each line of the shorter, they are rows.
TURNS = 0.6
# Left edges are looked at in steps of this many points.
STEP = 3

Band = tuple[list[Line], bool]


def reading_order(fragments: Sequence[Line]) -> list[list[Line]]:
    """Return the fragments column by column in reading order; what stands across all columns is a list of its own."""
    if len(fragments) < 2 * MIN_LINES:
        return [list(fragments)] if fragments else []
    for gutter in _gutters(fragments):
        bands = _bands(fragments, gutter)
        if any(is_split for _, is_split in bands):
            return [column for band in bands for column in _columns_of(band, gutter)]
    return [list(fragments)]


def _columns_of(band: Band, gutter: float) -> list[list[Line]]:
    fragments, is_split = band
    if not is_split:
        return [fragments]
    left = [fragment for fragment in fragments if fragment.left < gutter]
    right = [fragment for fragment in fragments if fragment.left >= gutter]
    return [*reading_order(left), *reading_order(right)]


def _gutters(fragments: Sequence[Line]) -> list[float]:
    """Return where gutters may be: left of the left edges that several lines share, those of most lines first."""
    counts = Counter(round(fragment.left / STEP) for fragment in fragments)
    furthest_left = min(fragment.left for fragment in fragments)
    edges = [
        edge
        for edge, count in counts.items()
        if count + counts[edge - 1] + counts[edge + 1] >= MIN_LINES and edge * STEP > furthest_left + 20
    ]
    return [edge * STEP - STEP for edge in sorted(edges, key=lambda edge: (-counts[edge], edge))]


def _bands(fragments: Sequence[Line], gutter: float) -> list[Band]:
    """Return stretches of the page from top to bottom, each with whether it has columns at this gutter."""
    crossing = sorted((line for line in fragments if _crosses(line, gutter)), key=lambda line: line.baseline)
    rest = [line for line in fragments if not _crosses(line, gutter)]
    bands: list[Band] = []
    top = float("-inf")
    for limit in [*crossing, None]:
        bottom = limit.baseline if limit else float("inf")
        between = [line for line in rest if top < line.baseline <= bottom]
        _add(bands, between, is_split=_has_columns(between, gutter, fragments))
        if limit:
            _add(bands, [limit], is_split=False)
        top = bottom
    return bands


def _crosses(line: Line, gutter: float) -> bool:
    return line.left < gutter - 1 and line.right > gutter + 1


def _add(bands: list[Band], fragments: Sequence[Line], *, is_split: bool) -> None:
    if not fragments:
        return
    if bands and bands[-1][1] == is_split:
        bands[-1][0].extend(fragments)
    else:
        bands.append((list(fragments), is_split))


def _has_columns(fragments: Sequence[Line], gutter: float, page: Sequence[Line]) -> bool:
    """Return whether these fragments stand in two columns, rather than as labels with their texts or as rows."""
    left = [line for line in fragments if line.right <= gutter + 1]
    right = [line for line in fragments if line.left >= gutter - 1]
    if min(len(left), len(right)) < MIN_LINES:
        return False
    if min(line.left for line in right) - max(line.right for line in left) < GUTTER * left[0].size:
        return False
    width = _width(page)
    widths = _width(left), _width(right)
    if min(widths) < MIN_SHARE * width:
        return False
    few_beside_many = min(len(left), len(right)) < HANGING_SHARE * max(len(left), len(right))
    if few_beside_many and widths[0] < HANGING_WIDTH * width:
        return False
    return _stand_beside(left, right) and not _are_rows(fragments, left, right)


def _width(lines: Sequence[Line]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)


def _stand_beside(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Return whether the two sides stand beside each other for a good part of the shorter one."""
    top = max(min(line.top for line in side) for side in (left, right))
    bottom = min(max(line.bottom for line in side) for side in (left, right))
    shorter = min(max(line.bottom for line in side) - min(line.top for line in side) for side in (left, right))
    return bottom - top > 0.5 * shorter


def _are_rows(fragments: Sequence[Line], left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Return whether the sides are a table's columns: the file goes to and fro between them, and few lines are full.

    Text in columns that a program wrote line by line goes to and fro too; but its lines fill their column.
    """
    on_left = {id(line) for line in left}
    sides = [id(line) in on_left for line in fragments]
    turns = sum(one != other for one, other in itertools.pairwise(sides))
    if turns < TURNS * 2 * min(len(left), len(right)):
        return False
    return min(_fullness(left), _fullness(right)) < 0.5


def _fullness(side: Sequence[Line]) -> float:
    """Return the share of lines that reach nearly as far to the right as the longest."""
    right, left = max(line.right for line in side), min(line.left for line in side)
    return sum(line.right > right - 0.15 * (right - left) for line in side) / len(side)
