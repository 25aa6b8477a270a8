"""Columns: where the lines of a page stand side by side, and in which order they are read."""

from collections.abc import Sequence

from ingest.layout.lines import Line

# Columns have at least this many lines on each side, a gutter at least this many times the size of the type wide,
# and each at least this share of the width that the text covers.
MIN_LINES = 4
GUTTER = 0.9
MIN_SHARE = 0.18
# Labels that hang beside a text ("1.1", "March 2014"): fewer than this share of the lines beside them.
HANGING_SHARE = 0.6
HANGING_WIDTH = 0.3


def reading_order(fragments: Sequence[Line]) -> list[list[Line]]:
    """Return the columns' fragments in reading order: each list is one column, or what stands across all of them."""
    if len(fragments) < 2 * MIN_LINES:
        return [list(fragments)] if fragments else []
    for gutter in _gutters(fragments):
        bands = _bands(fragments, gutter)
        if any(side for _, side in bands):
            return [column for band in bands for column in _columns_of(band, gutter)]
    return [list(fragments)]


def _columns_of(band: tuple[list[Line], bool], gutter: float) -> list[list[Line]]:
    fragments, is_split = band
    if not is_split:
        return [fragments]
    left = [fragment for fragment in fragments if fragment.left < gutter]
    right = [fragment for fragment in fragments if fragment.left >= gutter]
    return [*reading_order(left), *reading_order(right)]


def _gutters(fragments: Sequence[Line]) -> list[float]:
    """Return where gutters may be, those with most lines to their right first: left edges that several lines share."""
    counts: dict[int, int] = {}
    for fragment in fragments:
        key = round(fragment.left / 3)
        counts[key] = counts.get(key, 0) + 1
    furthest_left = min(fragment.left for fragment in fragments)
    edges = [key for key, count in counts.items() if count >= MIN_LINES and key * 3 > furthest_left + 20]
    return [key * 3 - 2.0 for key in sorted(edges, key=lambda key: -counts[key])]


def _bands(fragments: Sequence[Line], gutter: float) -> list[tuple[list[Line], bool]]:
    """Return stretches of the page from top to bottom, each with whether it has columns at this gutter."""
    crossing = sorted((f for f in fragments if f.left < gutter - 1 and f.right > gutter + 1), key=lambda f: f.top)
    rest = [f for f in fragments if not (f.left < gutter - 1 and f.right > gutter + 1)]
    bands: list[tuple[list[Line], bool]] = []
    top = float("-inf")
    for limit in [*crossing, None]:
        bottom = limit.baseline if limit else float("inf")
        between = [f for f in rest if top < f.baseline <= bottom]
        _add_band(bands, between, is_split=_has_columns(between, gutter, fragments))
        if limit:
            _add_band(bands, [limit], is_split=False)
        top = bottom
    return bands


def _add_band(bands: list[tuple[list[Line], bool]], fragments: list[Line], *, is_split: bool) -> None:
    if not fragments:
        return
    if bands and bands[-1][1] == is_split:
        bands[-1][0].extend(fragments)
    else:
        bands.append((list(fragments), is_split))


def _has_columns(fragments: Sequence[Line], gutter: float, page: Sequence[Line]) -> bool:
    """Return whether these fragments stand in two columns, rather than as labels with their texts."""
    left = [f for f in fragments if f.right <= gutter + 1]
    right = [f for f in fragments if f.left >= gutter - 1]
    if min(len(left), len(right)) < MIN_LINES:
        return False
    size = left[0].size
    if min(f.left for f in right) - max(f.right for f in left) < GUTTER * size:
        return False
    width = max(f.right for f in page) - min(f.left for f in page)
    widths = [max(f.right for f in side) - min(f.left for f in side) for side in (left, right)]
    if min(widths) < MIN_SHARE * width:
        return False
    if min(len(left), len(right)) < HANGING_SHARE * max(len(left), len(right)) and widths[0] < HANGING_WIDTH * width:
        return False
    return _overlap(left, right)


def _overlap(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Return whether the two sides stand beside each other for a good part of the shorter one."""
    top = max(min(f.top for f in left), min(f.top for f in right))
    bottom = min(max(f.bottom for f in left), max(f.bottom for f in right))
    shorter = min(max(f.bottom for f in side) - min(f.top for f in side) for side in (left, right))
    return bottom - top > 0.5 * shorter
