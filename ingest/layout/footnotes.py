"""Footnotes: small lines at a page's foot that begin with a mark, below the last line of the text."""

import re
from collections.abc import Sequence

from ingest.layout.lines import MARK_TEXT, Line
from ingest.pages import Page, Rect

# Notes are set at most this much of the body's size.
NOTE_SIZE = 0.93
NOTE_START = re.compile(r"(?:\d{1,3}|[*†‡§¶])(?=[\s.)]|[A-Z‘'“\"(h])")


def split_footnotes(page: Page, lines: Sequence[Line], body_size: float) -> tuple[list[Line], list[Line]]:
    """Return (lines of the text, lines of the notes) of a page whose lines are given from top to bottom."""
    first = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not _may_be_note(line, body_size):
            break
        if starts_with_mark(line) or _rule_above(page, lines, index):
            first = index
    return list(lines[:first]), list(lines[first:])


def _may_be_note(line: Line, body_size: float) -> bool:
    return line.size <= NOTE_SIZE * body_size


def starts_with_mark(line: Line) -> bool:
    """Return whether a line begins with a small raised number or sign, or with a number of its own size."""
    first = line.words[0]
    if line.is_mark(first):
        return True
    return len(line.words) > 1 and bool(NOTE_START.match(line.text)) and MARK_TEXT.fullmatch(first.text) is not None


def _rule_above(page: Page, lines: Sequence[Line], index: int) -> bool:
    """Return whether a rule parts a line from the one above."""
    above = lines[index - 1].baseline if index else 0.0
    below = lines[index].baseline - lines[index].size
    return any(_is_rule_between(rule, above, below) for rule in page.rules)


def _is_rule_between(rule: Rect, above: float, below: float) -> bool:
    return above <= rule.top <= below + 1


def notes_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the notes, each as its lines. The first may go on from a page before: then it has no mark."""
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or starts_with_mark(line):
            notes.append([])
        notes[-1].append(line)
    return notes
