"""Borders drawn as thin rectangles make cells of their own in a grid of edges: tables without these slivers."""

from dataclasses import replace

from ingest.pages import Page, Rect, Table

# No word fits into a cell that is narrower or lower than this, in points.
NARROWEST, LOWEST = 8.0, 5.0


def without_slivers(page: Page) -> Page:
    """Return the page with its tables' cells that are only the thickness of a border left out."""
    if not page.tables:
        return page
    tables = [_without_slivers(table) for table in page.tables]
    return replace(page, tables=tuple(table for table in tables if table is not None))


def _without_slivers(table: Table) -> Table | None:
    rows = [tuple(None if cell and _is_sliver(cell) else cell for cell in row) for row in table.rows]
    columns = [index for index in range(len(rows[0])) if any(row[index] for row in rows)]
    kept = tuple(tuple(row[index] for index in columns) for row in rows if any(row))
    if len(kept) == len(table.rows) and len(columns) == len(table.rows[0]):
        return table
    cells = [cell for row in kept for cell in row if cell]
    if not cells:
        return None
    outline = Rect(
        min(cell.left for cell in cells),
        min(cell.top for cell in cells),
        max(cell.right for cell in cells),
        max(cell.bottom for cell in cells),
    )
    return Table(outline, kept)


def _is_sliver(cell: Rect) -> bool:
    return cell.right - cell.left < NARROWEST or cell.bottom - cell.top < LOWEST
