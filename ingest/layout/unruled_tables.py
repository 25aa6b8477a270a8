"""Tables without any rule: rows of three cells or more that begin at the same places, by the order of the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.layout.cells import TextCell, cells_of, stand_in_row
from ingest.layout.lines import Line
from ingest.pages import Page, Rect, Table

# Fewer rows or cells are no table. Columns begin within this of each other, in points.
FEWEST_ROWS = 2
FEWEST_CELLS = 3
SAME_COLUMN = 6.0
# The next row follows within so many times the size of its type.
NEXT_ROW = 3.2

Row = list[TextCell]


def with_unruled_tables(page: Page, fragments: Sequence[Line]) -> Page:
    """Return the page with its tables that have no rules added to those that have.

    `fragments` are its words in runs, in the order of the file.
    """
    found = [table for rows in _stretches(fragments) if (table := _table(rows))]
    found = [table for table in found if not any(_overlaps(table.outline, other.outline) for other in page.tables)]
    if not found:
        return page
    return replace(page, tables=tuple(sorted([*page.tables, *found], key=lambda table: table.outline.top)))


def _rows(fragments: Sequence[Line]) -> Iterator[Row]:
    """Yield the rows of a page: cells that begin at one height, in the order of the file."""
    row: Row = []
    for cell in cells_of(fragments):
        if row and not stand_in_row(row[-1], cell):
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def _stretches(fragments: Sequence[Line]) -> Iterator[list[Row]]:
    """Yield rows of several cells that follow each other closely and share their columns."""
    stretch: list[Row] = []
    for row in _rows(fragments):
        if stretch and not _follows(stretch, row):
            yield stretch
            stretch = []
        if len(row) >= FEWEST_CELLS or (stretch and len(row) >= FEWEST_CELLS - 1):
            stretch.append(row)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _follows(stretch: Sequence[Row], row: Row) -> bool:
    bottom = max(cell.bottom for cell in stretch[-1])
    size = row[0].lines[0].size
    lefts = _lefts(stretch)
    is_near = 0 < row[0].baseline - bottom + size < NEXT_ROW * size
    return is_near and all(any(abs(cell.left - left) <= SAME_COLUMN for left in lefts) for cell in row)


def _lefts(rows: Sequence[Row]) -> list[float]:
    """Return where the columns of some rows begin, from left to right."""
    lefts: list[float] = []
    for left in sorted(cell.left for row in rows for cell in row):
        if not lefts or left - lefts[-1] > SAME_COLUMN:
            lefts.append(left)
    return lefts


def _table(rows: Sequence[Row]) -> Table | None:
    """Return rows as a table, None where they are too few, a contents page or a list's nested labels."""
    if len(rows) < FEWEST_ROWS or sum(len(row) >= FEWEST_CELLS for row in rows) < FEWEST_ROWS:
        return None
    if not _says_something(rows):
        return None
    lefts = _lefts(rows)
    right = max(cell.right for row in rows for cell in row) + 2
    edges = [left - 2 for left in lefts] + [right]
    tops = [row[0].lines[0].top - 1 for row in rows] + [max(cell.bottom for cell in rows[-1]) + 1]
    places = tuple(tuple(Rect(a, top, b, bottom) for a, b in pairwise(edges)) for top, bottom in pairwise(tops))
    return Table(Rect(edges[0], tops[0], right, tops[-1]), places)


def _says_something(rows: Sequence[Row]) -> bool:
    """Return whether two columns have words in them, and rows do not end with the page numbers of a contents page."""
    worded = {
        round(cell.left / SAME_COLUMN)
        for row in rows
        for cell in row
        if re.search(r"[^\W\d_]{3}", " ".join(line.text for line in cell.lines))
    }
    numbered = sum(bool(re.fullmatch(r"(?:.*\.{3,}\s*)?\d{1,3}", row[-1].lines[-1].text)) for row in rows)
    return len(worded) >= 2 and numbered < 0.6 * len(rows)


def _overlaps(one: Rect, other: Rect) -> bool:
    return one.left < other.right and one.right > other.left and one.top < other.bottom and one.bottom > other.top
