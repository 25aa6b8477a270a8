"""Cells that no rule shows: runs of lines that the file writes one below the other before it goes back up for the next.

The order of the file tells them: a date set beside its text over two lines, the cells of a table without rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ingest.layout.lines import Line, line_of

# Lines of one cell begin within this of each other, in points, and follow within so many times their size.
SAME_LEFT = 3.0
PITCH = 1.6
# Cells of one row begin at heights that differ by no more than this share of the size.
SAME_HEIGHT = 0.35
# A label beside a text is no wider than this share of what both cover.
LABEL_WIDTH = 0.4


@dataclass(frozen=True, slots=True)
class TextCell:
    """Lines that the file writes one below the other, from one left edge."""

    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        """Return its left edge in points."""
        return self.lines[0].left

    @property
    def right(self) -> float:
        """Return its right edge in points."""
        return max(line.right for line in self.lines)

    @property
    def baseline(self) -> float:
        """Return where its first line stands."""
        return self.lines[0].baseline

    @property
    def bottom(self) -> float:
        """Return where its last line ends."""
        return self.lines[-1].bottom


def cells_of(fragments: Sequence[Line]) -> list[TextCell]:
    """Return the fragments, given in the order of the file, as cells."""
    cells: list[list[Line]] = []
    for fragment in fragments:
        if cells and _goes_on(cells[-1][-1], fragment):
            cells[-1].append(fragment)
        else:
            cells.append([fragment])
    return [TextCell(tuple(cell)) for cell in cells]


def _goes_on(before: Line, fragment: Line) -> bool:
    down = fragment.baseline - before.baseline
    if fragment.is_bold != before.is_bold or abs(fragment.size - before.size) > 0.5:
        return False
    return abs(fragment.left - before.left) <= SAME_LEFT and 0.5 * fragment.size < down <= PITCH * fragment.size


def stand_in_row(cell: TextCell, following: TextCell) -> bool:
    """Return whether a cell begins at the height of the one before it, to its right."""
    size = min(cell.lines[0].size, following.lines[0].size)
    return abs(cell.baseline - following.baseline) <= SAME_HEIGHT * size and following.left > cell.right


def with_labels_in_line(fragments: Sequence[Line]) -> list[Line]:
    """Return the fragments with each label of several lines beside a text put on the text's first line.

    Read row by row, "March to | He had two days" and "August 2020 | a week" would be mixed.
    """
    cells = cells_of(fragments)
    done: list[Line] = []
    for cell, following in zip_longest(cells, cells[1:]):
        if following and len(cell.lines) > 1 and stand_in_row(cell, following) and _is_label(cell, following):
            done.append(_on_one_line(cell))
        else:
            done += cell.lines
    return done


def _is_label(cell: TextCell, following: TextCell) -> bool:
    is_narrow = cell.right - cell.left <= LABEL_WIDTH * (following.right - cell.left)
    return is_narrow and following.bottom >= cell.bottom - 0.5 * cell.lines[0].size and len(cell.lines) <= 6


def _on_one_line(cell: TextCell) -> Line:
    """Return a cell's words as if they stood on its first line; each keeps its own place from left to right."""
    first = cell.lines[0]
    words = list(first.words)
    for line in cell.lines[1:]:
        rise = first.baseline - line.baseline
        words += [word._replace(baseline=word.baseline + rise) for word in line.words]
    return line_of(words, first.page)
