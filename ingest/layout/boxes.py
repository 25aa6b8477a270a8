"""Boxes: filled or bordered rectangles that hold text, and what a bar at its left sets apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pages import Page, Rect, Word

# A box is at least this wide and high, in points, and leaves some of the page.
MIN_WIDTH = 60.0
MIN_HEIGHT = 14.0
MAX_SHARE = 0.85
# A fill lighter than this in all colours is the paper.
PAPER = 0.985
# Two rectangles of one colour, one just inside the other, are the border between them, up to this thick in points.
BORDER = 6.0
# A bar beside a set-apart text is between these wide, in points, at least so high, and so near to its text.
BAR_WIDTH = (1.2, 14.0)
BAR_HEIGHT, LINE_HEIGHT = 18.0, 9.0
BAR_GAP = 34.0
# A column's gutter is at least so many times the size of the type wide, so far above and below the bar too, in points.
GUTTER = 0.9
NEAR = 20.0
# Rectangles thinner than this are rules.
RULE = 2.5
SAME = 2.0


@dataclass(frozen=True, slots=True)
class Frames:
    """What stands apart on a page: boxes' outlines from top to bottom, and rules, one-sided borders among them."""

    boxes: tuple[Rect, ...]
    rules: tuple[Rect, ...]


def frames_of(page: Page) -> Frames:
    """Return the boxes and rules of a page; shading and borders inside its tables left out."""
    ruled = [table.outline for table in page.tables if not is_box_table(table.rows)]
    rects = [rect for rect in page.rects if not any(is_within(rect, outline) for outline in ruled)]
    pairs = _border_pairs(rects)
    edges = {id(rect) for pair in pairs for rect in pair}
    whole = [rect for rect in rects if id(rect) not in edges]
    boxes = [rect for rect in whole if _is_box(page, rect)]
    boxes += [rect for rect in _rings(pairs) if _has_room(page, rect)]
    boxes += [cell for cell in _box_cells(page) if not any(_is_same(cell, box) for box in boxes)]
    boxes += [frame for frame in _frames(page) if not _is_inside_any(frame, [*ruled, *boxes])]
    boxes += list(_barred(page, whole, ruled))
    rules = [*page.rules, *(rect for rect in whole if is_thin(rect)), *_one_sided(pairs)]
    return Frames(tuple(_in_order(_outermost(boxes))), tuple(rules))


def is_box_table(rows: Sequence[Sequence[Rect | None]]) -> bool:
    """Return whether a ruled table is boxes one below the other: it has no row of two cells."""
    return all(sum(cell is not None for cell in row) < 2 for row in rows)


def border_rules(rects: Sequence[Rect]) -> list[Rect]:
    """Return the borders that boxes have at the top or foot alone, as rules."""
    return _one_sided(_border_pairs(rects))


def is_thin(rect: Rect) -> bool:
    """Return whether a rectangle is a rule."""
    return min(rect.right - rect.left, rect.bottom - rect.top) <= RULE


def is_within(inner: Rect, outer: Rect) -> bool:
    """Return whether a rectangle lies in another, give or take two points."""
    return (
        inner.left >= outer.left - SAME
        and inner.right <= outer.right + SAME
        and inner.top >= outer.top - SAME
        and inner.bottom <= outer.bottom + SAME
    )


def _is_same(one: Rect, other: Rect) -> bool:
    return is_within(one, other) and is_within(other, one)


def _frames(page: Page) -> list[Rect]:
    """Return the single cells that are boxes; what reaches from edge to edge of the page is a picture's ground."""
    inside = [frame for frame in page.frames if frame.left > SAME and frame.right < page.width - SAME]
    return [frame for frame in inside if _has_room(page, frame)]


def _is_inside_any(rect: Rect, outlines: Iterable[Rect]) -> bool:
    return any(is_within(rect, outline) for outline in outlines)


def _box_cells(page: Page) -> list[Rect]:
    """Return the cells of ruled tables that are boxes one below the other."""
    return [
        cell
        for table in page.tables
        if is_box_table(table.rows)
        for row in table.rows
        for cell in row
        if cell is not None and _has_room(page, cell)
    ]


def _is_box(page: Page, rect: Rect) -> bool:
    has_fill = rect.fill is not None and min(rect.fill) < PAPER
    return (has_fill or (rect.is_stroked and not is_thin(rect))) and _has_room(page, rect)


def _has_room(page: Page, rect: Rect) -> bool:
    """Return whether a rectangle is big enough for text, smaller than the page, and holds a word."""
    if rect.right - rect.left < MIN_WIDTH or rect.bottom - rect.top < MIN_HEIGHT:
        return False
    if _area(rect) > MAX_SHARE * page.width * page.height:
        return False
    return any(rect.holds(word.centre) for word in page.words)


def _barred(page: Page, rects: Sequence[Rect], ruled: Sequence[Rect]) -> list[Rect]:
    """Return the places of texts that a bar at their left sets apart from the column."""
    found = []
    for bar in rects:
        if _is_bar(page, bar) and not any(is_within(bar, table) for table in ruled):
            words = _words_after(page, bar, 1)
            if words and 0 < min(word.left for word in words) - bar.right < BAR_GAP:
                gutter = _gutter_after(page, bar)
                right = max(word.right for word in page.words if bar.right < word.left < gutter)
                found.append(Rect(bar.left, bar.top, min(right + 1, gutter), bar.bottom, bar.fill))
    return [rect for rect in found if rect.bottom - rect.top < 0.8 * page.height]


def _is_bar(page: Page, bar: Rect) -> bool:
    width, height = bar.right - bar.left, bar.bottom - bar.top
    if not BAR_WIDTH[0] <= width <= BAR_WIDTH[1] or height < 2 * width or not bar.fill or min(bar.fill) >= PAPER:
        return False
    # One beside a single line is what a page break left of a higher one, at the page's head.
    return height >= BAR_HEIGHT or (
        height >= LINE_HEIGHT and not any(bar.top - NEAR < word.centre[1] < bar.top for word in page.words)
    )


def _words_after(page: Page, bar: Rect, margin: float) -> list[Word]:
    """Return the words to the right of a bar, at its height or so much above and below."""
    top, bottom = bar.top - margin, bar.bottom + margin
    return [word for word in page.words if top <= word.centre[1] <= bottom and word.left > bar.left]


def _gutter_after(page: Page, bar: Rect) -> float:
    """Return where the column ends that a bar stands in: beside it, above and below no word is in the gutter."""
    reached = bar.right + MIN_WIDTH
    for word in sorted(_words_after(page, bar, NEAR), key=lambda word: word.left):
        if word.left > reached + GUTTER * word.size:
            return word.left - 1
        reached = max(reached, word.right)
    return page.width


def _border_pairs(rects: Sequence[Rect]) -> list[tuple[Rect, Rect]]:
    """Return (outer, inner) for the two edges of each border, which the file draws one after the other."""
    found = []
    for one, other in pairwise(rects):
        outer, inner = (one, other) if _area(one) >= _area(other) else (other, one)
        if outer.fill is not None and outer.fill == inner.fill and _is_edge(outer, inner):
            found.append((outer, inner))
    return found


def _is_edge(outer: Rect, inner: Rect) -> bool:
    gaps = (inner.left - outer.left, inner.top - outer.top, outer.right - inner.right, outer.bottom - inner.bottom)
    return all(-0.01 <= gap <= BORDER for gap in gaps) and max(gaps) > 0.1


def _rings(pairs: Iterable[tuple[Rect, Rect]]) -> list[Rect]:
    """Return the borders that go all the way round, and those at the left side alone, as the boxes that they are of."""
    return [
        Rect(outer.left, outer.top, outer.right, outer.bottom, None, is_stroked=True)
        for outer, inner in pairs
        if inner.left > outer.left + 0.1
        and (inner.right < outer.right - 0.1 or (inner.top == outer.top and inner.bottom == outer.bottom))
    ]


def _one_sided(pairs: Iterable[tuple[Rect, Rect]]) -> list[Rect]:
    """Return the borders at the top or foot alone, as rules: those above notes, those under headings."""
    rules = []
    for outer, inner in pairs:
        if abs(inner.left - outer.left) < 0.1 and abs(inner.right - outer.right) < 0.1:
            if inner.top > outer.top and abs(inner.bottom - outer.bottom) < 0.1:
                rules.append(Rect(outer.left, outer.top, outer.right, inner.top))
            elif inner.bottom < outer.bottom and abs(inner.top - outer.top) < 0.1:
                rules.append(Rect(outer.left, inner.bottom, outer.right, outer.bottom))
    return rules


def _outermost(rects: Iterable[Rect]) -> list[Rect]:
    """Return the rectangles that lie in no other, parts of one box put together."""
    outer: list[Rect] = []
    for rect in sorted(rects, key=lambda rect: -_area(rect)):
        if not any(is_within(rect, other) for other in outer):
            outer.append(rect)
    return _stacked(outer)


def _stacked(rects: Iterable[Rect]) -> list[Rect]:
    """Return the rectangles with those put together that touch one below the other: a box and its heading's bar."""
    done: list[Rect] = []
    for rect in sorted(rects, key=lambda rect: (round(rect.left), rect.top)):
        last = done[-1] if done else None
        if last and _touches(last, rect) and last.fill is not None and rect.fill is not None:
            done[-1] = Rect(last.left, last.top, last.right, rect.bottom, rect.fill, rect.is_stroked)
        else:
            done.append(rect)
    return done


def _touches(upper: Rect, lower: Rect) -> bool:
    same_sides = abs(upper.left - lower.left) < SAME and abs(upper.right - lower.right) < SAME
    return same_sides and -SAME <= lower.top - upper.bottom < 1.5


def _in_order(rects: Iterable[Rect]) -> list[Rect]:
    return sorted(rects, key=lambda rect: (rect.top, rect.left))


def _area(rect: Rect) -> float:
    return (rect.right - rect.left) * (rect.bottom - rect.top)
