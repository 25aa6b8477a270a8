"""Ruled tables: the words of each cell, rows that run over pages, headings that are repeated."""

from collections.abc import Sequence, Set

from ingest.blocks import Block, BlockKind, Cell
from ingest.layout.hyphens import join_lines
from ingest.layout.lines import Line, fragments_to_lines, words_to_fragments
from ingest.pages import Page, Rect, Table, Word
from ingest.record import Box


def table_block(page: Page, table: Table, words: Sequence[Word], vocabulary: Set[str]) -> Block | None:
    """Return the table as a block, None where no word stands in it."""
    cells = [cell for row in table.rows for cell in row if cell]
    inside: dict[int, list[Word]] = {id(cell): [] for cell in cells}
    for word in words:
        cell = next((cell for cell in cells if cell.holds(word.centre)), None)
        if cell:
            inside[id(cell)].append(word)
    rows = [
        tuple(_cell(page, cell, inside[id(cell)] if cell else [], vocabulary) for cell in row) for row in table.rows
    ]
    rows = [row for row in rows if any(cell.text for cell in row)]
    if not rows:
        return None
    outline = table.outline
    box = Box(page.number, outline.left, outline.top, outline.right, outline.bottom)
    return Block(BlockKind.TABLE, rows_to_text(rows), page=page.number, boxes=(box,), rows=tuple(rows))


def _cell(page: Page, cell: Rect | None, words: Sequence[Word], vocabulary: Set[str]) -> Cell:
    if cell is None or not words:
        return Cell("")
    lines = fragments_to_lines(words_to_fragments(words, page.number))
    text = join_lines((line.text for line in lines), vocabulary)
    box = Box(page.number, cell.left, cell.top, cell.right, cell.bottom)
    return Cell(text, (box,), is_header=lines[0].is_bold)


def rows_to_text(rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table as lines of text, a line for each row, its cells parted by bars."""
    return "\n".join(" | ".join(cell.text for cell in row) for row in rows)


def inside_any(word: Word, outlines: Sequence[Rect]) -> bool:
    """Return whether a word's centre lies in one of the outlines."""
    return any(outline.holds(word.centre) for outline in outlines)


def lines_outside(lines: Sequence[Line], outlines: Sequence[Rect]) -> list[Line]:
    """Return the lines that do not stand in one of the outlines."""
    return [line for line in lines if not inside_any(line.words[0], outlines)]
