"""HTML tables → rows of cells, those that reach over several places with what they cover."""

from collections.abc import Iterator

from bs4 import Tag

from ingest.blocks import Cell
from ingest.hypertext.inline import spans_of
from ingest.spans import Span, text_of, without_marks

# No table of a report has more columns; what says more would fill memory.
MOST_COLUMNS = 60
MOST_ROWS = 5000

Rows = tuple[tuple[Cell, ...], ...]


def rows_of(table: Tag) -> Rows:
    """Return the rows of a table, all of one length; empty ones left out."""
    waiting: dict[int, int] = {}
    rows = [_row(row, waiting) for row in list(_own_rows(table))[:MOST_ROWS]]
    width = max(map(len, rows), default=0)
    covered = Cell("", is_covered=True)
    return tuple((*row, *[covered] * (width - len(row))) for row in rows if any(cell.text for cell in row))


def _own_rows(table: Tag) -> Iterator[Tag]:
    """Yield the rows of a table, those of tables inside it not."""
    for row in table.find_all("tr"):
        if row.find_parent("table") is table:
            yield row


def _row(row: Tag, waiting: dict[int, int]) -> list[Cell]:
    """Return a row's cells; `waiting` counts for each column the rows that a cell above still covers."""
    is_head = row.find_parent("thead") is not None
    cells: list[Cell] = []
    for element in row.find_all(["td", "th"], recursive=False):
        _add_covered(cells, waiting)
        is_header = is_head or (element.name == "th" and element.get("scope") != "row")
        text = text_of(without_marks(_cell_spans(element)))
        across, down = _span(element, "colspan"), _span(element, "rowspan")
        for place in range(across):
            if down > 1:
                waiting[len(cells)] = down - 1
            cells.append(Cell(text if place == 0 else "", is_header=is_header, is_covered=place > 0))
    _add_covered(cells, waiting)
    return cells[:MOST_COLUMNS]


def _cell_spans(element: Tag) -> list[Span]:
    """Return a cell's words, its paragraphs parted by spaces and its bullets written."""
    for part in element.find_all(["p", "li", "div"]):
        is_bullet = part.name == "li" and part.find_parent(["ol", "ul", "td", "th"]).name == "ul"  # type: ignore[union-attr]
        part.insert_before(" • " if is_bullet else " ")
    return list(spans_of(element))


def _add_covered(cells: list[Cell], waiting: dict[int, int]) -> None:
    while waiting.get(len(cells), 0) > 0:
        waiting[len(cells)] -= 1
        cells.append(Cell("", is_covered=True))


def _span(element: Tag, name: str) -> int:
    text = str(element.get(name, "1"))
    return min(max(int(text), 1), MOST_COLUMNS) if text.isdecimal() and len(text) < 5 else 1
