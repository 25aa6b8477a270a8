"""The beginning of a row that a page break cut before its lower rule was drawn: put back into the table above it."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.lines import main_size
from ingest.pages import Page, Rect, Table, Word

# Such words stand right below the table: no further down than so many times their size, and in no more lines than this.
BELOW = 1.9
MOST_LINES = 3
# Below this share of the page's height stand footers.
LOWEST = 0.93
# Notes are smaller than this share of the page's text.
NOTE_SIZE = 0.8


def with_cut_rows(page: Page) -> Page:
    """Return the page with the words that stand below a column's last table, in its columns, added to it as a row."""
    if not page.tables:
        return page
    body = main_size(page.words)
    tables = tuple(_with_cut_row(page, table, body) for table in page.tables)
    return replace(page, tables=tables)


def _with_cut_row(page: Page, table: Table, body: float) -> Table:
    outline = table.outline
    if len(table.rows[-1]) < 2 or any(cell is None for cell in table.rows[-1]):
        return table
    if any(other.outline.top > outline.bottom - 1 and _is_over(outline, other.outline, 0) for other in page.tables):
        return table
    below = [
        word
        for word in page.words
        if outline.bottom < word.centre[1] < LOWEST * page.height
        and word.size >= NOTE_SIZE * body
        and _is_over(outline, word, word.size)
    ]
    cut = _cut_words(table, below)
    if not cut:
        return table
    bottom = max(word.bottom for word in cut) + 1
    row = tuple(Rect(cell.left, outline.bottom, cell.right, bottom) for cell in table.rows[-1] if cell)
    return Table(Rect(outline.left, outline.top, outline.right, bottom), (*table.rows, row))


def _is_over(outline: Rect, other: Rect | Word, margin: float) -> bool:
    return other.left < outline.right + margin and other.right > outline.left - margin


def _cut_words(table: Table, below: Sequence[Word]) -> list[Word]:
    """Return the words right below a table, where they keep to its columns and nothing stands below them."""
    if not below:
        return []
    first = min(word.top for word in below)
    last = max(word.baseline for word in below)
    size = max(word.size for word in below)
    in_columns = all(
        any(cell and cell.left <= word.left and word.right <= cell.right + 1 for cell in table.rows[-1])
        for word in below
    )
    is_near = first - table.outline.bottom < BELOW * size and last - first < MOST_LINES * 1.5 * size
    has_space = not _fills_line(table, below)
    return list(below) if in_columns and is_near and has_space else []


def _fills_line(table: Table, words: Sequence[Word]) -> bool:
    """Return whether words run on from one column into the next, as a paragraph's do."""
    edges = [cell.right for cell in table.rows[-1][:-1] if cell]
    return any(
        abs(one.baseline - other.baseline) < 2
        and 0 <= other.left - one.right < 0.6 * one.size
        and one.right <= edge <= other.left
        for edge in edges
        for one in words
        for other in words
    )
