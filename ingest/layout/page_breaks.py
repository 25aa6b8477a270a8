"""Paragraphs, boxes and tables that run over a page break, or round what interrupts them, put together again."""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.layout.hyphens import join_lines
from ingest.layout.markers import marker_of
from ingest.layout.tables import rows_to_text

_FINISHED = re.compile(r"[.?!:;…][\"'”’)\]]*$")


def join_over_breaks(blocks: Iterable[Block], vocabulary: Set[str] = frozenset()) -> Iterator[Block]:
    """Yield the blocks with the halves of one put together, what stood between them coming after."""
    held: list[Block] = []
    for block in blocks:
        if held and _goes_on(held[0], block):
            held[0] = _put_together(held[0], block, vocabulary)
        elif held and _interrupts(held[0], block):
            held.append(block)
        else:
            yield from held
            held = [block]
    yield from held


def _interrupts(block: Block, other: Block) -> bool:
    """Return whether another block may stand between the halves of this one: notes, boxes, tables."""
    if block.kind == BlockKind.FOOTNOTE or block.kind == BlockKind.TABLE or not is_unfinished(block):
        return other.kind == BlockKind.FOOTNOTE and block.kind == BlockKind.TABLE
    return other.kind in (BlockKind.FOOTNOTE, BlockKind.TABLE) or (other.box is not None and other.box != block.box)


def is_unfinished(block: Block) -> bool:
    """Return whether a block's text breaks off without an end."""
    return not _FINISHED.search(block.text)


def _goes_on(block: Block, other: Block) -> bool:
    if block.kind == BlockKind.TABLE:
        return other.kind == BlockKind.TABLE and _same_table(block, other)
    if other.kind != BlockKind.PARAGRAPH or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    if block.box != other.box or abs(block.size - other.size) > 0.06 or block.page is None:
        return False
    if not is_unfinished(block) or marker_of(other.text):
        return False
    if block.is_bold != other.is_bold:
        return False
    if other.text[:1].islower():
        return True
    return block.boxes[-1].page != (other.page or 0) and not block.is_bold and len(block.text) > 80


def _same_table(block: Block, other: Block) -> bool:
    """Return whether a table at a page's head is the rest of the one at the foot before: the same columns."""
    if not block.boxes or not other.boxes or other.boxes[0].page != block.boxes[-1].page + 1:
        return False
    upper, lower = block.boxes[-1], other.boxes[0]
    same_columns = len(block.rows[0]) == len(other.rows[0])
    return same_columns and abs(upper.left - lower.left) < 3 and abs(upper.right - lower.right) < 3


def _put_together(block: Block, other: Block, vocabulary: Set[str]) -> Block:
    if block.kind == BlockKind.TABLE:
        first = tuple(cell.text for cell in block.rows[0])
        repeats = first == tuple(cell.text for cell in other.rows[0])
        rows = block.rows + (other.rows[1:] if repeats else other.rows)
        return replace(block, rows=rows, text=rows_to_text(rows), boxes=block.boxes + other.boxes)
    text = join_lines((block.text, other.text), vocabulary)
    return replace(block, text=text, boxes=block.boxes + other.boxes)
