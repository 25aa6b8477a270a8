"""Footnotes: lines at a column's foot that begin with a mark, in smaller type or below a rule, apart from the text."""

import re
from collections.abc import Collection, Sequence

from ingest.layout.lines import MARK_TEXT, Line
from ingest.pages import Rect

# Notes are set at most this much of the body's size; those in larger type need a rule above them.
NOTE_SIZE = 0.93
# A gap of so many times the note's size parts notes from text where no rule does.
GAP = 1.9
# Notes fill no more of their column than this share of its lines, unless their marks are raised.
MOST_OF_COLUMN = 0.7

_NUMBERED = re.compile(r"\[?(\d{1,3}|[*†‡§¶])[\].:)]?\s+\S|(\d{1,3})(?=[A-Z‘“'\"h])")


def split_footnotes(
    lines: Sequence[Line], body_size: float, rules: Sequence[Rect] = (), calls: Collection[str] = ()
) -> tuple[list[Line], list[Line]]:
    """Return (lines of the text, lines of the notes) of a column whose lines are given from top to bottom.

    `rules` are the rules on its page, `calls` the marks that stand in the page's text.
    """
    first = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        is_small = line.size <= NOTE_SIZE * body_size
        has_rule = _has_rule_above(lines, index, rules)
        if not is_small and not _could_be_large_note(lines, index, rules):
            break
        if has_raised_mark(line) or (_is_numbered(line) and _is_set_apart(lines, index, calls, has_rule=has_rule)):
            first = index
        elif has_rule and is_small and index > 0:
            # What goes on from the notes of the page before has no mark.
            first = index
            break
        if has_rule:
            break
    if first == 0 and lines and not has_raised_mark(lines[0]) and not _is_called(lines[0], calls):
        return list(lines), []
    return list(lines[:first]), list(lines[first:])


def has_raised_mark(line: Line) -> bool:
    """Return whether a line begins with a small raised number or sign."""
    return len(line.words) > 1 and line.is_mark(line.words[0])


def _is_numbered(line: Line) -> bool:
    return len(line.words) > 1 and _NUMBERED.match(line.text) is not None


def _is_set_apart(lines: Sequence[Line], index: int, calls: Collection[str], *, has_rule: bool) -> bool:
    """Return whether a line with a plain number is a note: below a rule, called in the text, or far below it."""
    if has_rule:
        return True
    if _is_called(lines[index], calls):
        return True
    if index == 0 or len(lines) - index > MOST_OF_COLUMN * len(lines):
        return False
    gap = lines[index].baseline - lines[index - 1].baseline
    return lines[index - 1].size > lines[index].size and gap > GAP * lines[index].size


def _is_called(line: Line, calls: Collection[str]) -> bool:
    """Return whether a line begins with a mark that stands in the page's text."""
    number = MARK_TEXT.match(line.words[0].text)
    return number is not None and number[0].strip("[].,;") in calls


def _could_be_large_note(lines: Sequence[Line], index: int, rules: Sequence[Rect]) -> bool:
    """Return whether a line in the body's size stands below a rule that has notes under it."""
    return any(_has_rule_above(lines, other, rules) and has_raised_mark(lines[other]) for other in range(index + 1))


def _has_rule_above(lines: Sequence[Line], index: int, rules: Sequence[Rect]) -> bool:
    """Return whether a level rule parts a line from the one above it."""
    line = lines[index]
    above = lines[index - 1].baseline if index else line.top - 3 * line.size
    return any(
        above <= rule.top <= line.top + 0.3 * line.size and rule.left < line.right and rule.right > line.left
        for rule in rules
        if rule.right - rule.left > 20
    )


def notes_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the notes, each as its lines. The first may go on from a page before: then it has no mark."""
    has_raised = any(has_raised_mark(line) for line in lines)
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or (has_raised_mark(line) if has_raised else _is_numbered(line)):
            notes.append([])
        notes[-1].append(line)
    return notes


def mark_of(note: Sequence[Line]) -> str | None:
    """Return the mark that a note begins with, None where it goes on from a page before."""
    first = note[0]
    if has_raised_mark(first):
        return first.words[0].text.strip("[].,;")
    match = _NUMBERED.match(first.text)
    return (match[1] or match[2]) if match else None
