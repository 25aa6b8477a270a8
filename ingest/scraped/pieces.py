"""Lines → pieces: paragraphs, items, headings, tables and notes as the lines show them, before they are mended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.layout.contents_lines import LEADER
from ingest.layout.endings import is_finished
from ingest.layout.markers import PARTED
from ingest.scraped.lines import TextLine, begins_item, has_room, heading_of, is_rule
from ingest.scraped.tables import is_contents_row, is_row

_LONE_BULLET = re.compile(r"[-•◦▪●○■–*o]$")
_LONE_NUMBER = re.compile(r"\d{1,3}$")
# "2 The Council should" after "1 The Board should ask.": a figure without its stop
_FIGURE_FIRST = re.compile(r"(?P<figure>\d{1,2})\s+(?=[A-Z‘“])")
# "Recommendation 4:", "Learning Point 2 –": a label of few words at the beginning of a line
_LABEL = re.compile(r"[A-Z][a-z]+(?: [A-Za-z][a-z]+){0,2} \d{1,2}\s*(?:[:–-]|$)")
_RAISED_START = re.compile(
    r"(?:<sup>\s*\[?(?P<tag>\d{1,3}|[*†‡])\]?\s*</sup>|(?P<sign>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\[\^(?P<note>[\w-]+)\]:)\s*"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A line beyond this is a paragraph of its own where lines are not broken by width.
LONG = 100
# A title between paragraphs: it begins with a capital, ends without a mark, and takes less than this of the width.
TITLE = re.compile(r"[A-Z][^.;:,]{3,}[^.;:,\s]$")
SHORT_TITLE = 0.6
# A note that interrupts a sentence is no longer than so many lines.
LONGEST_NOTE = 14


class PieceKind(StrEnum):
    """What some lines are."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    TABLE = "table"
    CONTENTS = "contents"
    NOTE = "note"
    HTML = "html"


@dataclass
class Piece:
    """Lines that belong together. `after_break` where a blank line, rule or note stood before them."""

    kind: PieceKind
    lines: list[TextLine] = field(default_factory=list)
    level: int = 0
    marker: str | None = None
    box: int | None = None
    after_break: bool = False
    is_uncertain: bool = False

    @property
    def last(self) -> str:
        """Return the text of its last line."""
        return self.lines[-1].text if self.lines else ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines to be cut into pieces: their width (0 where each paragraph is a line), whether they are uncertain.

    `is_dense` where no blank lines part the paragraphs, so that every line is one.
    """

    lines: tuple[TextLine, ...]
    width: int
    is_dense: bool = False
    is_uncertain: bool = False
    box: int | None = None


class Cutter:
    """Cuts lines into pieces, one line after the other."""

    def __init__(self, notes: set[str]) -> None:
        """Take the numbers of the notes that the text calls."""
        self.notes = notes
        self.pieces: list[Piece] = []
        self.is_broken = True
        # Whether texts follow bullets that stood alone, and how many of these are still without one
        self.detached = False
        self.waiting = 0

    def cut(self, stretch: Stretch) -> None:
        """Add a stretch's pieces."""
        place = 0
        while place < len(stretch.lines):
            place = self._take(stretch, place)

    def _take(self, stretch: Stretch, place: int) -> int:
        """Take the line at a place, or several; return the place behind them."""
        line = stretch.lines[place]
        if line.is_blank or is_rule(line):
            self.is_broken = True
            self.detached = self.detached and self.waiting > 0
            return place + 1
        if re.match(r"<table\b", line.text, re.IGNORECASE):
            return self._take_html(stretch, place)
        if _LONE_BULLET.match(line.text):
            self.waiting += 1
            self.detached = self.is_broken = True
            return place + 1
        if _LONE_NUMBER.match(line.text) and stretch.width and line.text in self.notes:
            return self._take_note(stretch, place)
        if is_contents_row(line.text) or (LEADER.search(line.text) and re.search(r"\d\s*$", line.text)):
            self._add(PieceKind.CONTENTS, line, stretch)
        elif is_row(line.text):
            self._take_row(line, stretch)
        else:
            self._take_text(stretch, place)
        return place + 1

    def _take_html(self, stretch: Stretch, place: int) -> int:
        """Take an HTML table written into the text."""
        end = place
        while end < len(stretch.lines) and "</table" not in stretch.lines[end].text.casefold():
            end += 1
        self.pieces.append(Piece(PieceKind.HTML, list(stretch.lines[place : end + 1]), box=stretch.box))
        self.is_broken = True
        return end + 1

    def _take_row(self, line: TextLine, stretch: Stretch) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last and last.kind == PieceKind.TABLE and not self.is_broken:
            last.lines.append(line)
        else:
            self._add(PieceKind.TABLE, line, stretch)

    def _take_text(self, stretch: Stretch, place: int) -> None:
        line = stretch.lines[place]
        heading = heading_of(line)
        note = _RAISED_START.match(line.text)
        if heading:
            self._add(PieceKind.HEADING, TextLine(heading[1]), stretch, level=heading[0])
        elif note and (self.is_broken or self._is_in_note()):
            mark = (note["tag"] or note["note"] or note["sign"]).translate(_SUPERSCRIPTS)
            self._add(PieceKind.NOTE, TextLine(line.text[note.end() :]), stretch, marker=mark)
        elif self._begins(stretch, line) or self._is_title(stretch, place):
            has_bullet = self.detached and not begins_item(line.text)
            self._add(PieceKind.ITEM if has_bullet or begins_item(line.text) else PieceKind.TEXT, line, stretch)
            if has_bullet:
                self.pieces[-1].marker = "-"
                self.waiting = max(self.waiting - 1, 0)
        else:
            self.pieces[-1].lines.append(line)
        self.is_broken = False

    def _is_in_note(self) -> bool:
        return bool(self.pieces) and self.pieces[-1].kind == PieceKind.NOTE

    def _add(
        self, kind: PieceKind, line: TextLine, stretch: Stretch, *, level: int = 0, marker: str | None = None
    ) -> None:
        self.pieces.append(
            Piece(
                kind, [line], level, marker, stretch.box, after_break=self.is_broken, is_uncertain=stretch.is_uncertain
            )
        )
        if kind in (PieceKind.HEADING, PieceKind.CONTENTS) or begins_item(line.text):
            self.detached, self.waiting = False, 0
        self.is_broken = kind in (PieceKind.HEADING, PieceKind.CONTENTS)

    def _begins(self, stretch: Stretch, line: TextLine) -> bool:
        """Return whether a line begins a piece, rather than going on in the last one."""
        last = self.pieces[-1] if self.pieces else None
        if last is None or self.is_broken or last.kind not in (PieceKind.TEXT, PieceKind.ITEM, PieceKind.NOTE):
            return True
        if last.box != stretch.box:
            return True
        if begins_item(line.text):
            return not stretch.width or self._is_own_number(stretch, last, line)
        if _counts_on(last, line) or (is_finished(last.last) and _LABEL.match(line.plain)):
            return True
        if not stretch.width:
            return stretch.is_dense or (
                len(last.last) > LONG and is_finished(last.last) and not line.text[:1].islower()
            )
        if line.text[:1].islower() or (stretch.is_uncertain and stretch.box is None):
            return False
        if self.detached:
            return is_finished(last.last) or has_room(last.last, line.text, stretch.width)
        return has_room(last.last, line.text, stretch.width)

    def _is_title(self, stretch: Stretch, place: int) -> bool:
        """Return whether a line between two paragraphs without blank lines is a title: short, and broken off early."""
        line = stretch.lines[place]
        below = stretch.lines[place + 1] if place + 1 < len(stretch.lines) else None
        if below is None or not is_finished(self.pieces[-1].last) or not TITLE.match(line.plain):
            return False
        is_short = len(line.text) < SHORT_TITLE * stretch.width and has_room(line.text, below.text, stretch.width)
        return is_short and bool(re.match(r"[A-Z0-9■•‘“(]", below.plain))

    def _is_own_number(self, stretch: Stretch, last: Piece, line: TextLine) -> bool:
        """Return whether the number or dash that a line begins with is a paragraph's, not a sentence's own."""
        before = last.last
        if is_finished(before) or has_room(before, line.text, stretch.width) or before.endswith((",", "and", "or")):
            return True
        return PARTED.match(line.plain) is not None and not re.search(
            r"\b(?:section|paragraph|chapter|see|at|in|of)$", before
        )

    def _take_note(self, stretch: Stretch, place: int) -> int:
        """Take a note whose number stands alone on a line, with the text that follows; return the place behind it."""
        lines = stretch.lines
        start = place + 1
        while start < len(lines) and lines[start].is_blank:
            start += 1
        end = self._note_end(lines, start)
        text = [line for line in lines[start:end] if not line.is_blank]
        if text:
            last = self.pieces[-1] if self.pieces else None
            note = Piece(PieceKind.NOTE, text, marker=lines[place].text, box=None)
            self.pieces.append(note)
            if last and last.kind in (PieceKind.TEXT, PieceKind.ITEM) and not is_finished(last.last):
                # The sentence that the note interrupts goes on in its own piece.
                self.pieces[-2:] = [note, last]
                self.is_broken = False
                return end
        self.is_broken = bool(text) or self.is_broken
        return end

    def _note_end(self, lines: Sequence[TextLine], start: int) -> int:
        """Return where a note's text ends: where the interrupted sentence goes on, or at a blank line or a new page."""
        last = self.pieces[-1] if self.pieces else None
        is_interrupted = (
            last is not None and last.kind in (PieceKind.TEXT, PieceKind.ITEM) and not is_finished(last.last)
        )
        if is_interrupted:
            for end in range(start, min(start + LONGEST_NOTE, len(lines))):
                goes_on = lines[end].text[:1].islower() or lines[end].text[:1] in "(‘…"
                if goes_on and (end == start or lines[end].indent or is_finished(lines[end - 1].text)):
                    return end
        end = start
        while end < len(lines) and not lines[end].is_blank and not (end >= start and lines[end].indent == 1):
            end += 1
        return end


def _counts_on(last: Piece, line: TextLine) -> bool:
    """Return whether a line begins with the figure that follows that of the finished piece before it."""
    here, before = _FIGURE_FIRST.match(line.plain), _FIGURE_FIRST.match(last.lines[0].plain)
    if here is None or before is None or not is_finished(last.last):
        return False
    return int(here["figure"]) == int(before["figure"]) + 1
