"""Paragraphs, notes and tables that run over a page break, or round what interrupts them, put together again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Cell
from ingest.layout.endings import is_finished
from ingest.layout.hyphens import NO_WORDS, join_lines
from ingest.layout.markers import BULLET, LETTERED, PARTED, STOPPED
from ingest.layout.tables import rows_to_text
from ingest.layout.vocabulary import Vocabulary
from ingest.note_calls import calls_after

# A text shorter than this that ends without a stop may be a heading or a list's entry, complete as it is.
SHORT_TEXT = 70
# A cell no longer than this may be a row's label.
LONGEST_LABEL = 8
# Outlines of tables that differ by less, in points, have the same columns.
SAME_PLACE = 4.0
# Sizes that differ by more than this share are two kinds of text.
SIZE_STEP = 0.06


def join_over_breaks(blocks: Iterable[Block], vocabulary: Vocabulary = NO_WORDS) -> Iterator[Block]:
    """Yield the blocks with the halves of one put together, what stood between them coming after."""
    held: list[Block] = []
    for block in blocks:
        place = next((index for index in _latest(held) if _goes_on(held[index], block, vocabulary)), None)
        same_box = [index for index, one in enumerate(held) if one.box is not None and one.box == block.box]
        if place is not None:
            held[place] = _put_together(held[place], block, vocabulary)
        elif same_box and same_box[-1] < len(held) - 1:
            # The rest of a box whose first blocks wait: a box stays whole.
            held.insert(same_box[-1] + 1, block)
        elif held and _waits(held, block):
            held.append(block)
        else:
            yield from held
            held = [block]
    yield from held


def _latest(held: Sequence[Block]) -> list[int]:
    """Return which blocks held back may go on: the last of the text, of each box, of the notes and of the tables."""
    last: dict[tuple[int | None, bool, bool], int] = {}
    for index, block in enumerate(held):
        last[block.box, block.kind == BlockKind.FOOTNOTE, block.kind == BlockKind.TABLE] = index
    return list(last.values())


def _waits(held: Sequence[Block], block: Block) -> bool:
    """Return whether a block may stand between the halves of what is held: notes, boxes, tables, captions."""
    first = held[0]
    if len(held) > 40:
        return False
    if block.kind == BlockKind.FOOTNOTE:
        return first.kind != BlockKind.FOOTNOTE
    if first.kind == BlockKind.TABLE:
        return False
    is_apart = block.kind == BlockKind.TABLE or (block.box is not None and block.box != first.box)
    # A box that runs over a page break goes on beside or below the text of the next page.
    is_apart = is_apart or (first.box is not None and block.box is None and not _is_under(first, block))
    return is_apart and is_unfinished(first) and first.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def is_unfinished(block: Block) -> bool:
    """Return whether a block's text breaks off without an end."""
    return not is_finished(block.text)


def _goes_on(block: Block, other: Block, vocabulary: Vocabulary) -> bool:
    """Return whether a block is the second half of an earlier one."""
    if block.kind == BlockKind.TABLE:
        return other.kind == BlockKind.TABLE and _is_same_table(block, other)
    if block.kind == BlockKind.FOOTNOTE:
        return other.kind == BlockKind.FOOTNOTE and not other.marker and _is_later_page(block, other)
    if other.kind != BlockKind.PARAGRAPH or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    if block.box != other.box or not block.boxes or not other.boxes or _has_own_marker(other.text):
        return False
    if abs(block.size - other.size) > SIZE_STEP or block.is_bold != other.is_bold:
        return False
    if not is_unfinished(block):
        return _may_go_on(block, other)
    return other.text[:1].islower() or _breaks_off(block, other, vocabulary) or _may_go_on(block, other)


def _breaks_off(block: Block, other: Block, vocabulary: Vocabulary) -> bool:
    """Return whether a text of two lines or more ends in a word that ends no sentence: "when she told the"."""
    if block.is_bold or len(block.text) < SHORT_TEXT or len(block.boxes) < 2 or not _is_in_next_column(block, other):
        return False
    return vocabulary.ends_no_sentence(block.text.split()[-1])


def _may_go_on(block: Block, other: Block) -> bool:
    """Return whether a text goes on with a capital at the head of the next page or column.

    Its last line must be full, so that the next word found no room ("Child | Y was seen"), and the next begins where
    the text's own lines do. After a full stop that is likelier than a paragraph that happens to end with its line.
    """
    if block.is_bold or len(block.text) < SHORT_TEXT or len(block.boxes) < 2 or not _is_in_next_column(block, other):
        return False
    ends, begins = block.edges, other.edges
    if (
        ends is None
        or begins is None
        or ends.room > begins.first_word + 0.5 * (block.boxes[0].bottom - block.boxes[0].top)
    ):
        return False
    return abs(begins.first_indent - ends.last_indent) < SAME_PLACE


def _is_in_next_column(block: Block, other: Block) -> bool:
    """Return whether a block begins on a later page, or higher up on the same one."""
    last, first = block.boxes[-1], other.boxes[0]
    return first.page > last.page or first.top < last.top - 1


def _has_own_marker(text: str) -> bool:
    return any(pattern.match(text) for pattern in (BULLET, PARTED, STOPPED, LETTERED))


def _is_later_page(block: Block, other: Block) -> bool:
    return bool(block.boxes and other.boxes) and other.boxes[0].page > block.boxes[-1].page


def _is_under(block: Block, other: Block) -> bool:
    """Return whether a block stands wholly under another on the same page."""
    last, first = block.boxes[-1], other.boxes[0]
    return first.page == last.page and first.top > last.bottom


def _is_same_table(block: Block, other: Block) -> bool:
    """Return whether a table at a page's head is the rest of the one at the foot before: the same columns."""
    if not block.boxes or not other.boxes or not 0 <= other.boxes[0].page - block.boxes[-1].page <= 1:
        return False
    upper, lower = block.boxes[-1], other.boxes[0]
    shift = lower.left - upper.left
    if upper.page == lower.page and shift < upper.right - upper.left:
        return False
    same_width = abs(upper.right + shift - lower.right) < SAME_PLACE
    same_place = abs(shift) < SAME_PLACE or abs(shift) > 0.9 * (upper.right - upper.left)
    return same_width and same_place and len(block.rows[-1]) == len(other.rows[-1])


def _put_together(block: Block, other: Block, vocabulary: Vocabulary) -> Block:
    boxes = block.boxes + other.boxes
    if block.kind == BlockKind.TABLE:
        rows = join_rows(block.rows, other.rows, vocabulary)
        return replace(block, rows=rows, text=rows_to_text(rows), boxes=boxes)
    text = join_lines((block.text, other.text), vocabulary)
    calls = block.calls + calls_after(block.text, other.calls)
    return replace(block, text=text, boxes=boxes, lines=(), edges=other.edges, calls=calls)


def join_rows(
    upper: tuple[tuple[Cell, ...], ...], lower: tuple[tuple[Cell, ...], ...], vocabulary: Vocabulary = NO_WORDS
) -> tuple[tuple[Cell, ...], ...]:
    """Return two parts of a table as one: repeated headings left out, a row that runs over the break put together."""
    repeated = 0
    while repeated < min(len(upper), len(lower)) and _says_the_same(upper[repeated], lower[repeated]):
        repeated += 1
    rest = lower[repeated:] if repeated < len(lower) else lower
    if rest and len(upper) > repeated and _is_rest_of_row(upper[-1], rest[0]):
        joined = tuple(_join_cells(one, other, vocabulary) for one, other in zip(upper[-1], rest[0], strict=True))
        return (*upper[:-1], joined, *rest[1:])
    return upper + rest


def _says_the_same(row: Sequence[Cell], other: Sequence[Cell]) -> bool:
    return [cell.text.casefold() for cell in row] == [cell.text.casefold() for cell in other]


def _is_rest_of_row(row: Sequence[Cell], rest: Sequence[Cell]) -> bool:
    """Return whether a page's first row is the rest of the last one: no label of its own, or sentences that go on."""
    if len(row) != len(rest) or row[0].is_header:
        return False
    if row[0].text and not rest[0].text and any(cell.text for cell in rest):
        return True
    if 0 < len(rest[0].text) <= LONGEST_LABEL:
        return False
    goes_on = [
        len(one.text) > LONGEST_LABEL and not is_finished(one.text) and other.text[:1].islower()
        for one, other in zip(row, rest, strict=True)
    ]
    return any(goes_on) and not _has_own_marker(rest[0].text)


def _join_cells(cell: Cell, other: Cell, vocabulary: Vocabulary) -> Cell:
    text = join_lines((cell.text, other.text), vocabulary)
    return replace(cell, text=text, boxes=cell.boxes + other.boxes)
