"""Ruled tables: the words of each cell, which rows are headings, what reaches over several places."""

from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Cell
from ingest.layout.hyphens import join_lines
from ingest.layout.lines import Line, fragments_to_lines, words_to_fragments
from ingest.layout.narrow_cells import texts_of_cell
from ingest.layout.vocabulary import Vocabulary
from ingest.pages import Page, Rect, Table, Word
from ingest.record import Box

Row = tuple[Cell, ...]
Colour = tuple[float, float, float]


def table_block(page: Page, table: Table, words: Sequence[Word], vocabulary: Vocabulary) -> Block | None:
    """Return the table as a block, None where no word stands in it."""
    lines = lines_by_cell(page, table, words)
    grounds = [_ground(page, row) for row in table.rows]
    rows = []
    for index, row in enumerate(table.rows):
        is_header = _is_header(index, row, lines, grounds)
        cells = tuple(_cell(page, table, index, column, lines, vocabulary, is_header) for column in range(len(row)))
        if any(cell.text for cell in cells):
            rows.append(cells)
    if not rows:
        return None
    outline = table.outline
    box = Box(page.number, outline.left, outline.top, outline.right, outline.bottom)
    return Block(BlockKind.TABLE, rows_to_text(rows), page=page.number, boxes=(box,), rows=tuple(rows))


def lines_by_cell(page: Page, table: Table, words: Sequence[Word]) -> dict[tuple[int, int], list[Line]]:
    """Return the lines of each cell that has any, by row and column."""
    return {place: _lines(page, inside) for place, inside in _words_by_cell(table, words).items()}


def _words_by_cell(table: Table, words: Sequence[Word]) -> dict[tuple[int, int], list[Word]]:
    """Return the words whose centre stands in each cell, by row and column."""
    cells = [
        (cell.left, cell.top, cell.right, cell.bottom, (index, column))
        for index, row in enumerate(table.rows)
        for column, cell in enumerate(row)
        if cell
    ]
    inside: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        across, down = word.centre
        for left, top, right, bottom, place in cells:
            if top <= down <= bottom and left <= across <= right:
                inside.setdefault(place, []).append(word)
                break
    return inside


def _lines(page: Page, words: Sequence[Word]) -> list[Line]:
    return fragments_to_lines(words_to_fragments(words, page.number))


def _ground(page: Page, row: Sequence[Rect | None]) -> Colour | None:
    """Return the colour that a row's first cell stands on, None for paper."""
    cell = next((cell for cell in row if cell), None)
    if cell is None:
        return None
    middle = ((cell.left + cell.right) / 2, (cell.top + cell.bottom) / 2)
    grounds = (rect.fill for rect in page.rects if rect.fill is not None and _is_ground(rect) and rect.holds(middle))
    return next((fill for fill in grounds if min(fill) < 0.97), None)


def _is_ground(rect: Rect) -> bool:
    return rect.right - rect.left > 8 and rect.bottom - rect.top > 8 and rect.fill != (0.0, 0.0, 0.0)


def _is_header(
    index: int, row: Sequence[Rect | None], lines: dict[tuple[int, int], list[Line]], grounds: Sequence[Colour | None]
) -> bool:
    """Return whether a row heads the table: at its top, its cells begin in bold or only such rows have its ground."""
    if index > 2 or len(grounds) < 2:
        return False
    starts = [lines[index, column][0] for column in range(len(row)) if lines.get((index, column))]
    if not starts:
        return False
    if len(starts) > 1 and all(line.words[0].is_bold for line in starts):
        return True
    is_first_ground = all(ground == grounds[0] for ground in grounds[: index + 1])
    return grounds[0] is not None and is_first_ground and grounds[0] not in grounds[index + 1 :]


def _cell(
    page: Page,
    table: Table,
    index: int,
    column: int,
    lines: dict[tuple[int, int], list[Line]],
    vocabulary: Vocabulary,
    is_header: bool,
) -> Cell:
    place = table.rows[index][column]
    if place is None:
        return Cell("", is_header=is_header, is_covered=True)
    text = join_lines(texts_of_cell(lines.get((index, column), ()), place, vocabulary), vocabulary)
    box = Box(page.number, place.left, place.top, place.right, place.bottom)
    return Cell(text, (box,), is_header=is_header)


def rows_to_text(rows: Sequence[Row]) -> str:
    """Return a table as lines of text, a line for each row, its cells parted by bars."""
    return "\n".join(" | ".join(cell.text for cell in row) for row in rows)


def inside_any(word: Word, outlines: Sequence[Rect]) -> bool:
    """Return whether a word's centre lies in one of the outlines."""
    return any(outline.holds(word.centre) for outline in outlines)
