"""Boxes: filled or bordered rectangles that hold text, beside the column or across it."""

from collections.abc import Iterable, Sequence

from ingest.pages import Page, Rect

# A box is at least this wide and high, in points, and leaves some of the page.
MIN_WIDTH = 60.0
MIN_HEIGHT = 14.0
MAX_SHARE = 0.85
# A fill lighter than this in all colours is the paper.
PAPER = 0.985
# Two rectangles of one colour, one just inside the other, are the border between them, up to this thick in points.
BORDER = 6.0


def boxes_of(page: Page) -> list[Rect]:
    """Return the rectangles of a page that hold text of their own, outermost only, top to bottom."""
    candidates = [rect for rect in _without_borders(page.rects) if _is_box(page, rect)]
    candidates += [rect for rect in _rings(page.rects) if _is_box(page, rect)]
    candidates += [
        table.outline for table in page.tables if is_box_table(table.rows) and _has_room(page, table.outline)
    ]
    candidates = [rect for rect in candidates if not any(_is_within(rect, outline) for outline in real_tables(page))]
    outer: list[Rect] = []
    for rect in sorted(candidates, key=lambda rect: -_area(rect)):
        if not any(_is_within(rect, other) for other in outer):
            outer.append(rect)
    return sorted(_stacked(outer), key=lambda rect: (rect.top, rect.left))


def is_box_table(rows: Sequence[Sequence[Rect | None]]) -> bool:
    """Return whether a ruled table is a box: it has no row of two cells."""
    return all(sum(cell is not None for cell in row) < 2 for row in rows)


def real_tables(page: Page) -> list[Rect]:
    """Return the outlines of the tables that are not boxes."""
    return [table.outline for table in page.tables if not is_box_table(table.rows)]


def _is_box(page: Page, rect: Rect) -> bool:
    has_fill = rect.fill is not None and min(rect.fill) < PAPER
    return (has_fill or rect.is_stroked) and _has_room(page, rect)


def _has_room(page: Page, rect: Rect) -> bool:
    width, height = rect.right - rect.left, rect.bottom - rect.top
    if width < MIN_WIDTH or height < MIN_HEIGHT or _area(rect) > MAX_SHARE * page.width * page.height:
        return False
    return any(rect.holds(word.centre) for word in page.words)


def _without_borders(rects: Sequence[Rect]) -> list[Rect]:
    """Return the rectangles that are not one of the two edges of a border."""
    edges = {id(rect) for pair in _pairs(rects) for rect in pair}
    return [rect for rect in rects if id(rect) not in edges]


def _rings(rects: Sequence[Rect]) -> list[Rect]:
    """Return the borders that go all the way round, as bordered rectangles."""
    return [
        Rect(outer.left, outer.top, outer.right, outer.bottom, None, is_stroked=True)
        for outer, inner in _pairs(rects)
        if inner.left > outer.left
        and inner.right < outer.right
        and inner.top > outer.top
        and inner.bottom < outer.bottom
    ]


def border_rules(rects: Sequence[Rect]) -> list[Rect]:
    """Return the borders that have one side only, as rules: those above notes, those under headings."""
    rules = []
    for outer, inner in _pairs(rects):
        if inner.left == outer.left and inner.right == outer.right:
            if inner.top > outer.top and inner.bottom == outer.bottom:
                rules.append(Rect(outer.left, outer.top, outer.right, inner.top))
            elif inner.bottom < outer.bottom and inner.top == outer.top:
                rules.append(Rect(outer.left, inner.bottom, outer.right, outer.bottom))
    return rules


def _pairs(rects: Sequence[Rect]) -> list[tuple[Rect, Rect]]:
    """Return (outer, inner) for the two edges of each border, which the file draws one after the other."""
    found = []
    for one, other in zip(rects, rects[1:], strict=False):
        outer, inner = (one, other) if _area(one) >= _area(other) else (other, one)
        if outer.fill is not None and outer.fill == inner.fill and _is_edge(outer, inner):
            found.append((outer, inner))
    return found


def _is_edge(outer: Rect, inner: Rect) -> bool:
    gaps = (inner.left - outer.left, inner.top - outer.top, outer.right - inner.right, outer.bottom - inner.bottom)
    return all(-0.01 <= gap <= BORDER for gap in gaps) and max(gaps) > 0.1


def _stacked(rects: Iterable[Rect]) -> list[Rect]:
    """Return the rectangles with those put together that touch one below the other: the parts of one box."""
    done: list[Rect] = []
    for rect in sorted(rects, key=lambda rect: (rect.left, rect.top)):
        if done and _touches(done[-1], rect):
            last = done[-1]
            done[-1] = Rect(last.left, last.top, last.right, rect.bottom, last.fill, last.is_stroked)
        else:
            done.append(rect)
    return done


def _touches(upper: Rect, lower: Rect) -> bool:
    same_sides = abs(upper.left - lower.left) < 2 and abs(upper.right - lower.right) < 2
    return same_sides and upper.fill == lower.fill and -2 <= lower.top - upper.bottom < 2


def _is_within(inner: Rect, outer: Rect) -> bool:
    slack = 2.0
    return (
        inner.left >= outer.left - slack
        and inner.right <= outer.right + slack
        and inner.top >= outer.top - slack
        and inner.bottom <= outer.bottom + slack
    )


def _area(rect: Rect) -> float:
    return (rect.right - rect.left) * (rect.bottom - rect.top)
