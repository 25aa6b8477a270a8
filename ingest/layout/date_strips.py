"""Dates side by side with what happened below each, as briefings print a timeline: a table of date and event."""

from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Cell
from ingest.dates.expressions import date_of_all
from ingest.layout.cells import PITCH, SAME_HEIGHT, SAME_LEFT
from ingest.layout.hyphens import join_lines
from ingest.layout.lines import Line
from ingest.layout.open_boxes import Framed
from ingest.layout.tables import rows_to_text
from ingest.layout.vocabulary import Vocabulary
from ingest.pages import Rect
from ingest.record import Box

# So many dates on one baseline are a strip, and so many words below each on the average tell what happened.
FEWEST, WORDS = 3, 4


def date_strips(fragments: Sequence[Line], vocabulary: Vocabulary) -> tuple[list[Framed], list[Line]]:
    """Return the strips of dates, each as a table with a row for each date, and the fragments that stand in none."""
    framed: list[Framed] = []
    rest = list(fragments)
    for dates in _rows_of_dates([line for line in fragments if date_of_all(line.text)]):
        cells = [(date, _below(date, rest)) for date in dates]
        words = sum(len(line.text.split()) for _, lines in cells for line in lines)
        if words < WORDS * len(cells) or not all(lines for _, lines in cells):
            continue
        taken = {id(line) for date, lines in cells for line in (date, *lines)}
        rest = [line for line in rest if id(line) not in taken]
        framed.append(_as_table(cells, vocabulary))
    return framed, rest


def _rows_of_dates(dates: Sequence[Line]) -> list[list[Line]]:
    """Return the dates that share a baseline, from left to right, where they are many enough."""
    rows: list[list[Line]] = []
    for date in sorted(dates, key=lambda line: line.baseline):
        if rows and date.baseline - rows[-1][0].baseline <= SAME_HEIGHT * date.size:
            rows[-1].append(date)
        else:
            rows.append([date])
    return [sorted(row, key=lambda line: line.left) for row in rows if len(row) >= FEWEST]


def _below(date: Line, fragments: Sequence[Line]) -> list[Line]:
    """Return the lines that follow each other right below a date, from its left edge."""
    found: list[Line] = []
    last = date
    for line in sorted(fragments, key=lambda line: line.baseline):
        down = line.baseline - last.baseline
        if abs(line.left - date.left) <= SAME_LEFT and 0 < down <= PITCH * max(line.size, last.size):
            found.append(line)
            last = line
    return found


def _as_table(cells: Sequence[tuple[Line, list[Line]]], vocabulary: Vocabulary) -> Framed:
    rows = tuple((_cell([date], vocabulary), _cell(lines, vocabulary)) for date, lines in cells)
    outline = _outline([line for date, lines in cells for line in (date, *lines)])
    page = cells[0][0].page
    box = Box(page, outline.left, outline.top, outline.right, outline.bottom)
    return Framed(outline, (Block(BlockKind.TABLE, rows_to_text(rows), page=page, boxes=(box,), rows=rows),))


def _cell(lines: Sequence[Line], vocabulary: Vocabulary) -> Cell:
    place = _outline(lines)
    box = Box(lines[0].page, place.left, place.top, place.right, place.bottom)
    return Cell(join_lines((line.text for line in lines), vocabulary), (box,))


def _outline(lines: Sequence[Line]) -> Rect:
    return Rect(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )
