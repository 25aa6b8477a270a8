"""Boxes that break at a page's or column's foot and go on at the head of the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block
from ingest.layout.columns import MIN_LINES
from ingest.layout.endings import is_finished
from ingest.layout.lines import Line
from ingest.pages import Rect

# Outlines of the two parts of a box on two pages differ by no more than this, in points.
SAME_PLACE = 4.0
# Beside a box that breaks at a page's foot, the text may go on for so many lines more.
ROWS_BELOW = 2
# Type smaller than this share of the page's largest is of notes and footers.
SMALL = 0.93


@dataclass(frozen=True, slots=True)
class Framed:
    """A box or table of a page with its blocks."""

    rect: Rect
    blocks: tuple[Block, ...]

    @property
    def box(self) -> int | None:
        """Return the number of the box; None for a table or what has no text."""
        return self.blocks[0].box if self.blocks else None


@dataclass(frozen=True, slots=True)
class OpenBox:
    """A box at the foot of a page or column, which may go on at the head of the next."""

    rect: Rect
    number: int
    page: int
    begins_bold: bool
    is_unfinished: bool

    def goes_on_at(self, page: int, rect: Rect, blocks: Sequence[Block]) -> bool:
        """Return whether a box is the rest of this one of the page before.

        It has the same sides, or is as wide in a column further left, and its text goes on.
        """
        shift = self.rect.left - rect.left
        same_width = abs(self.rect.right - shift - rect.right) <= SAME_PLACE
        same_place = abs(shift) <= SAME_PLACE or rect.right < self.rect.left + 1
        return self.page == page - 1 and same_width and same_place and self._goes_on(rect, blocks)

    def goes_on_beside(self, rect: Rect, blocks: Sequence[Block]) -> bool:
        """Return whether a box is the rest of this one in the next column: as wide, and a text that goes on."""
        same_width = abs((self.rect.right - self.rect.left) - (rect.right - rect.left)) <= SAME_PLACE
        is_beside = rect.left > self.rect.right - 1 and rect.top < self.rect.top
        return is_beside and same_width and self._goes_on(rect, blocks)

    def _goes_on(self, rect: Rect, blocks: Sequence[Block]) -> bool:
        if not blocks or rect.fill != self.rect.fill:
            return False
        first = blocks[0]
        begins_bold = first.is_bold or bool(first.bold_lead)
        return self.is_unfinished or first.text[:1].islower() or (self.begins_bold and not begins_bold)


def open_boxes(framed: Sequence[Framed], rest: Sequence[Line], page: int) -> list[OpenBox]:
    """Return the boxes of a page that may go on overleaf: no text and no box stands below, nor a column after."""
    return [box for box in _at_foot(framed, rest, page) if not _has_column_after(box.rect, rest)]


def _at_foot(framed: Sequence[Framed], rest: Sequence[Line], page: int) -> list[OpenBox]:
    found = []
    size = max((line.size for line in rest), default=0.0)
    for frame in framed:
        if frame.box is None:
            continue
        below = [line for line in rest if _is_below(frame.rect, line.baseline, line.left, line.right)]
        others = [
            o.rect for o in framed if o is not frame and _is_below(frame.rect, o.rect.top, o.rect.left, o.rect.right)
        ]
        rows = {round(line.baseline) for line in below if line.size >= SMALL * size}
        if not others and len(rows) <= ROWS_BELOW:
            first, final = frame.blocks[0], frame.blocks[-1]
            begins_bold = first.is_bold or bool(first.bold_lead)
            found.append(OpenBox(frame.rect, frame.box, page, begins_bold, not is_finished(final.text)))
    return found


def joined_over_columns(framed: Sequence[Framed], rest: Sequence[Line], page: int) -> list[Framed]:
    """Return the boxes and tables, a box that goes on at the head of the next column keeping its number."""
    found: list[Framed] = []
    unfinished = _at_foot(framed, rest, page)
    for frame in framed:
        if frame.box is None or any(_is_above(frame.rect, line) for line in rest):
            found.append(frame)
            continue
        halves = (one for one in unfinished if one.goes_on_beside(frame.rect, frame.blocks))
        first_half = next((one for one in halves if _are_columns(one.rect, frame.rect, rest)), None)
        number = first_half.number if first_half else frame.box
        found.append(replace(frame, blocks=tuple(replace(block, box=number) for block in frame.blocks)))
    return found


def _are_columns(left: Rect, right: Rect, rest: Sequence[Line]) -> bool:
    """Return whether no line between the heights of two boxes runs from above one to below the other."""
    between = [line for line in rest if right.bottom < line.baseline < left.top]
    return bool(between) and not any(line.left < left.right - 1 and line.right > right.left + 1 for line in between)


def _has_column_after(rect: Rect, rest: Sequence[Line]) -> bool:
    """Return whether text stands to the right of a box in a column of its own."""
    above = [line for line in rest if line.baseline < rect.bottom]
    crosses = any(line.left < rect.right - 1 and line.right > rect.right + line.size for line in above)
    return not crosses and sum(line.left > rect.right - 1 for line in above) >= MIN_LINES


def _is_below(rect: Rect, height: float, left: float, right: float) -> bool:
    return height > rect.bottom - 1 and left < rect.right and right > rect.left


def _is_above(rect: Rect, line: Line) -> bool:
    return line.baseline < rect.top + 1 and line.left < rect.right and line.right > rect.left
