"""Tables in text: cells parted by tabs or bars; rows and tables that pages cut are mended."""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Cell
from ingest.layout.page_breaks import join_rows
from ingest.layout.tables import rows_to_text
from ingest.scraped.markup import spans_of
from ingest.spans import is_bold, text_of, without_marks
from ingest.word.numbering import written

_DASHES = re.compile(r"[-:=+|\s]*-[-:=+|\s]*$")
_PAGE = re.compile(r"(?:page|p\.?)?\s*\d{1,3}$", re.IGNORECASE)
_COUNT = re.compile(r"\(?(\d{1,2}|[ivxlIVXL]{1,7}|[a-zA-Z])[.,):]?$")

# So many columns at a table's end may be missing where they are empty.
MISSING_COLUMNS = 2

Rows = tuple[tuple[Cell, ...], ...]


def is_row(text: str) -> bool:
    """Return whether a line is a row of a table."""
    if "\t" in text.strip("\n"):
        return True
    return (text.startswith("|") and text.count("|") > 1) or bool(re.fullmatch(r"[^|]+(?:\s\|\s[^|]*){2,}", text))


def is_contents_row(text: str) -> bool:
    """Return whether a line is an entry of a contents page: a title, a tab and a page number."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    return (
        "\t" in text
        and len(cells) in (2, 3)
        and bool(_PAGE.match(cells[-1]))
        and bool(re.search(r"[A-Za-z]{3}", cells[-2]))
    )


def table_of(lines: Sequence[str]) -> Block | None:
    """Return lines as a table, None where nothing stands in their cells."""
    rows: list[tuple[Cell, ...]] = []
    is_ruled_below = False
    for line in lines:
        if _DASHES.fullmatch(line):
            is_ruled_below = is_ruled_below or len(rows) == 1
            continue
        rows.append(_row(line))
    rows = [row for row in rows if any(cell.text for cell in row)]
    if not rows:
        return None
    width = max(map(len, rows))
    filled = [(*row, *[Cell("")] * (width - len(row))) for row in rows]
    if len(filled) > 1 and (is_ruled_below or _is_heading(lines)):
        filled[0] = tuple(Cell(cell.text, is_header=True) for cell in filled[0])
    return Block(BlockKind.TABLE, rows_to_text(filled), rows=tuple(filled))


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    return [cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _row(line: str) -> tuple[Cell, ...]:
    return tuple(Cell(text_of(without_marks(spans_of(cell)))) for cell in _cells(line))


def _is_heading(lines: Sequence[str]) -> bool:
    """Return whether the first row heads a table: each cell in bold, or its first cell says so ("No.")."""
    cells = [spans_of(cell) for cell in _cells(lines[0])]
    worded = [cell for cell in cells if text_of(cell)]
    if len(worded) < 2:
        return False
    begins_bold = all(next((span.is_bold for span in cell if span.text.strip()), False) for cell in worded)
    return (
        begins_bold
        or all(is_bold(cell) for cell in worded)
        or bool(re.match(r"(?:no\.?|ref\.?|#)$", text_of(cells[0]), re.I))
    )


def join_tables(upper: Block, lower: Block) -> Block:
    """Return two parts of one table as one: what the second repeats left out, a row that was cut put together."""
    width = len(upper.rows[0])
    rest = tuple((*row, *[Cell("")] * (width - len(row))) for row in lower.rows)
    rows = join_rows(upper.rows, rest)
    return Block(BlockKind.TABLE, rows_to_text(rows), rows=rows, box=upper.box)


def goes_on(upper: Block, lower: Block) -> bool:
    """Return whether a table is the rest of one before it: as many columns, and no heading but a repeated one."""
    if not has_columns_of(upper, lower):
        return False
    first, heading = lower.rows[0], upper.rows[0]
    if first[0].is_header:
        return [cell.text for cell in first] == [cell.text for cell in heading]
    return len(first) > 2 or not first[0].text or follows_on(upper, lower)


def has_columns_of(upper: Block, lower: Block) -> bool:
    """Return whether a table has as many columns as another, or lacks the last of them, empty in its rows."""
    columns, own = len(upper.rows[0]), len(lower.rows[0])
    return own == columns or columns - MISSING_COLUMNS <= own < columns > 3


def follows_on(upper: Block, lower: Block) -> bool:
    """Return whether a table's first label counts on from the last one of another: "2." after "1"."""
    last = next((count for row in reversed(upper.rows) if (count := _count(row[0].text))), None)
    first = _count(lower.rows[0][0].text)
    return last is not None and first == last + 1


def _count(label: str) -> int | None:
    """Return what a row's label counts: 4 for "4.", "iv" or "(d)"; None where it is none."""
    match = _COUNT.match(label.strip())
    if match is None:
        return None
    text = match[1].casefold()
    if text.isdecimal():
        return int(text)
    romans = [written(count, "lowerRoman") for count in range(1, 40)]
    if text in romans:
        return romans.index(text) + 1
    return ord(text) - ord("a") + 1 if len(text) == 1 else None
