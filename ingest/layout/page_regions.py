"""One page → its blocks: boxes and tables set apart, columns in reading order, notes last."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Cell
from ingest.layout.blocks import column_blocks, place_of
from ingest.layout.boxes import Frames, frames_of, is_box_table
from ingest.layout.cells import with_labels_in_line
from ingest.layout.columns import reading_order
from ingest.layout.date_strips import date_strips
from ingest.layout.footnotes import mark_of, notes_of, split_footnotes
from ingest.layout.forms import OpenForm, blocks_of_form, edges_of, form_of
from ingest.layout.hyphens import join_lines
from ingest.layout.lines import Line, fragments_to_lines, is_lone_mark
from ingest.layout.open_boxes import Framed, OpenBox, joined_over_columns, open_boxes
from ingest.layout.paragraphs import column_of
from ingest.layout.profile import Profile
from ingest.layout.tables import inside_any, table_block
from ingest.pages import Page, Rect, Table, Word
from ingest.record import Box


class PageReader:
    """Reads the pages of one document in turn; a box that runs over a page break keeps its number."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._open: list[OpenBox] = []
        self._form_before: OpenForm | None = None

    def blocks(self, page: Page, fragments: Sequence[Line]) -> list[Block]:
        """Return the blocks of a page, places given as a reader sees the page."""
        fragments = [line for line in fragments if not is_lone_mark(line, self.profile.body_size)]
        frames = frames_of(page)
        ruled = [table for table in page.tables if not is_box_table(table.rows)]
        outlines = [table.outline for table in ruled]
        in_tables = [line for line in fragments if inside_any(line.words[0], outlines)]
        words = [word for line in in_tables for word in line.words]
        flow = [line for line in fragments if not inside_any(line.words[0], outlines)]
        framed, flow = self._boxes(page, frames, flow)
        strips, flow = date_strips(flow, self.profile.vocabulary)
        framed += strips
        for table in ruled:
            blocks = self._form(page, table, words)
            if blocks is None:
                block = table_block(page, table, words, self.profile.vocabulary)
                blocks = [block] if block else []
            if blocks:
                framed.append(Framed(table.outline, tuple(blocks)))
        found = self._flow(flow, frames, framed)
        return [_as_seen(block, page) for block in found] if page.quarters or page.skew else found

    def _form(self, page: Page, table: Table, words: Sequence[Word]) -> list[Block] | None:
        """Return the blocks of a table that is a form, or the rest of one; None where it is none."""
        before = self._form_before
        goes_on = before is not None and before.goes_on_at(page.number, edges_of(table))
        rows = form_of(page, table, words, goes_on=goes_on)
        blocks = blocks_of_form(rows, self._cell_blocks, goes_on=goes_on) if rows else None
        if blocks is not None:
            self._form_before = OpenForm(page.number, edges_of(table))
        return blocks

    def _cell_blocks(self, lines: Sequence[Line]) -> list[Block]:
        return column_blocks(column_of(lines, self.profile.body_size, self.profile.pitch), self.profile.vocabulary)

    def _boxes(self, page: Page, frames: Frames, flow: Sequence[Line]) -> tuple[list[Framed], list[Line]]:
        """Return the boxes with their blocks, and the fragments that stand in none."""
        framed: list[Framed] = []
        rest = list(flow)
        for rect in frames.boxes:
            inside = [line for line in rest if rect.holds(line.middle)]
            if not inside:
                continue
            taken = {id(line) for line in inside}
            rest = [line for line in rest if id(line) not in taken]
            blocks = self._columns(inside, (), self.profile.boxes + 1)
            first_half = next((one for one in self._open if one.goes_on_at(page.number, rect, blocks)), None)
            if first_half is None:
                self.profile.boxes += 1
            else:
                self._open.remove(first_half)
                blocks = [replace(block, box=first_half.number) for block in blocks]
            framed.append(Framed(rect, tuple(blocks)))
        framed = joined_over_columns(framed, rest, page.number)
        self._open = open_boxes(framed, rest, page.number)
        return framed, rest

    def _columns(self, fragments: Sequence[Line], obstacles: Sequence[Rect], box: int | None) -> list[Block]:
        blocks: list[Block] = []
        for part in reading_order(fragments):
            column = column_of(
                fragments_to_lines(with_labels_in_line(part)), self.profile.body_size, self.profile.pitch, obstacles
            )
            blocks += column_blocks(column, self.profile.vocabulary, box)
        return blocks

    def _flow(self, fragments: Sequence[Line], frames: Frames, framed: Sequence[Framed]) -> list[Block]:
        """Return the blocks of the text itself, with what is framed put in at its height, and the notes last."""
        profile = self.profile
        obstacles = [frame.rect for frame in framed]
        calls = {mark for line in fragments for mark in line.marks}
        blocks: list[Block] = []
        notes: list[Block] = []
        waiting = sorted(framed, key=lambda frame: (frame.rect.top, frame.rect.left))
        parts = reading_order(fragments)
        for index, part in enumerate(parts):
            text, small = split_footnotes(
                fragments_to_lines(with_labels_in_line(part)), profile.body_size, frames.rules, calls
            )
            column = column_of(text, profile.body_size, profile.pitch, obstacles)
            for block in column_blocks(column, profile.vocabulary):
                waiting = _put_in(blocks, waiting, block, column.left, column.right)
                blocks.append(block)
            waiting = _put_at_foot(blocks, waiting, part, parts[index + 1 :])
            notes += self._notes(small)
        return blocks + [block for frame in waiting for block in frame.blocks] + notes

    def _notes(self, lines: Sequence[Line]) -> list[Block]:
        return [self._note(note) for note in notes_of(lines)]

    def _note(self, note: Sequence[Line]) -> Block:
        mark = mark_of(note)
        text = join_lines((line.text for line in note), self.profile.vocabulary)
        if mark:
            text = re.sub(rf"^\[?{re.escape(mark)}[\].:)]?\s*", "", text)
        places = tuple(place_of(line) for line in note)
        return Block(BlockKind.FOOTNOTE, text, page=note[0].page, boxes=places, marker=mark)


def _put_in(blocks: list[Block], waiting: Sequence[Framed], block: Block, left: float, right: float) -> list[Framed]:
    """Add the frames that begin above a block and stand over or beside its column; return those that still wait."""
    rest = []
    top = block.boxes[0].top
    for frame in waiting:
        if frame.rect.top < top and frame.rect.left < right and frame.rect.right > left:
            blocks += frame.blocks
        else:
            rest.append(frame)
    return rest


def _put_at_foot(
    blocks: list[Block], waiting: Sequence[Framed], part: Sequence[Line], later: Sequence[Sequence[Line]]
) -> list[Framed]:
    """Add the frames at the foot of a column that another stands beside; return those that still wait."""
    left, right = min(line.left for line in part), max(line.right for line in part)
    bottom = max(line.bottom for line in part)
    tops = [min(line.top for line in other) for other in later]
    if not tops or tops[0] > bottom:
        return list(waiting)
    foot = next((top for top in tops if top > bottom), float("inf"))
    beside = min(line.left for line in later[0])
    rest = []
    for frame in waiting:
        rect = frame.rect
        if rect.top < foot and rect.left < right and rect.right > left and rect.right < beside + 1:
            blocks += frame.blocks
        else:
            rest.append(frame)
    return rest


def _as_seen(block: Block, page: Page) -> Block:
    """Return a block of a turned page with its places on the page as it is seen."""

    def seen(box: Box) -> Box:
        return Box(box.page, *page.seen(box.left, box.top, box.right, box.bottom))

    rows = tuple(tuple(_cell_as_seen(cell, tuple(map(seen, cell.boxes))) for cell in row) for row in block.rows)
    return replace(block, boxes=tuple(map(seen, block.boxes)), rows=rows)


def _cell_as_seen(cell: Cell, boxes: tuple[Box, ...]) -> Cell:
    return replace(cell, boxes=boxes)
