"""Ruled tables that are forms: the name of a section in bold on the left, all of the section on the right.

The Welsh template and many rapid reviews are set so. What stands on the right is the report's text, with headings and
lists of its own, and no cell of a table.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind
from ingest.layout.lines import Line
from ingest.layout.open_boxes import SAME_PLACE
from ingest.layout.tables import lines_by_cell
from ingest.pages import Page, Table, Word

# The name of a section is a few words; a section has so many paragraphs, and so many words.
NAME_WORDS = 12
PARAGRAPHS, WORDS = 3, 50
# What numbers or dates its rows is a list or a chronology.
_NUMBER_OR_DATE = re.compile(r"^\W*\d|\b(?:19|20)\d\d\b")

# How the lines of a cell become blocks
ToBlocks = Callable[[Sequence[Line]], list[Block]]
Row = tuple[list[Line], list[Line]]


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form that stands on a page, whose last row may go on overleaf."""

    page: int
    edges: tuple[float, ...]

    def goes_on_at(self, page: int, edges: tuple[float, ...]) -> bool:
        """Return whether a table of the next page has the columns of this one."""
        if page != self.page + 1 or len(edges) != len(self.edges):
            return False
        return all(abs(one - other) <= SAME_PLACE for one, other in zip(self.edges, edges, strict=True))


def form_of(page: Page, table: Table, words: Sequence[Word], *, goes_on: bool) -> list[Row] | None:
    """Return the rows of a form as (lines of the name, lines of the section); None where a table is none.

    The first row of a table that goes on from a form on the page before may have no name.
    """
    if not table.rows or any(len(row) != 2 or row[0] is None for row in table.rows):
        return None
    lines = lines_by_cell(page, table, words)
    rows = [(lines.get((index, 0), []), lines.get((index, 1), [])) for index in range(len(table.rows))]
    named = rows[1:] if goes_on and not rows[0][0] else rows
    if not all(_is_name(name) for name, _ in named) or _is_row_of_heads(named):
        return None
    return rows


def edges_of(table: Table) -> tuple[float, ...]:
    """Return where the columns of a table of two begin and end."""
    cells = [cell for cell in table.rows[0] if cell is not None]
    return tuple(edge for cell in cells for edge in (cell.left, cell.right))


def blocks_of_form(rows: Sequence[Row], to_blocks: ToBlocks, *, goes_on: bool) -> list[Block] | None:
    """Return the blocks of a form; None where no row holds a whole section, unless it goes on from another page."""
    parts = [(name, to_blocks(section)) for name, section in rows]
    if not goes_on and not any(_is_section(section) for _, section in parts):
        return None
    blocks: list[Block] = []
    for name, section in parts:
        blocks += [_as_heading(block) for block in to_blocks(name)] + section
    return blocks


def _as_heading(block: Block) -> Block:
    return Block(
        BlockKind.HEADING,
        block.text,
        page=block.page,
        boxes=block.boxes,
        size=block.size,
        is_bold=block.is_bold,
    )


def _is_name(lines: Sequence[Line]) -> bool:
    text = " ".join(line.text for line in lines)
    is_brief = 0 < len(text.split()) <= NAME_WORDS and not _NUMBER_OR_DATE.search(text)
    return is_brief and all(line.is_bold for line in lines)


def _is_row_of_heads(rows: Sequence[Row]) -> bool:
    """Return whether the first row names its right column too, as the heads of a table do."""
    return bool(rows) and bool(rows[0][1]) and all(line.is_bold for line in rows[0][1])


def _is_section(blocks: Sequence[Block]) -> bool:
    return len(blocks) >= PARAGRAPHS and sum(len(block.text.split()) for block in blocks) >= WORDS
