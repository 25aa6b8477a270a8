"""Lines → groups: where a paragraph, list item or heading begins and ends within one column."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout.contents_lines import is_contents_line
from ingest.layout.endings import ends_sentence, is_finished
from ingest.layout.lines import Line
from ingest.layout.markers import BULLET, CODED, DASH, LETTERED, LONE, PARTED, STOPPED
from ingest.pages import Rect

# A gap of so many usual line pitches ends a paragraph.
GAP = 1.28
# The usual distance of baselines, in multiples of the size, where a column does not show it.
USUAL_PITCH = 1.35
# Sizes that differ by more than this share are two kinds of text.
SIZE_STEP = 0.06
# Indents smaller than this, in multiples of the size, are none.
INDENT = 0.7
# A line that leaves this share of its column free was ended on purpose.
BROKEN_ON_PURPOSE = 0.12
# A number that stands apart from its text leaves a gap of this many times the size.
LABEL_GAP = 0.75
# Headings may be broken on purpose and go on; their type is this many times the body's.
TITLE = 1.25


@dataclass(frozen=True, slots=True)
class Column:
    """One column's lines and what they have in common: where it ends, how far its lines stand from each other.

    `obstacles` are the boxes and tables that stand beside its lines and leave them less room.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    pitch: float
    body_size: float
    obstacles: tuple[Rect, ...] = ()

    def right_limit(self, line: Line) -> float:
        """Return how far to the right a line could have gone."""
        limit = self.right
        for rect in self.obstacles:
            beside = rect.top - line.size < line.baseline < rect.bottom + 2 * line.size
            if beside and line.right <= rect.left + 1 < limit:
                limit = max(rect.left - 0.5 * line.size, line.right)
        return limit


def column_of(
    lines: Sequence[Line], body_size: float, pitch: float = USUAL_PITCH, obstacles: Sequence[Rect] = ()
) -> Column:
    """Return the column that lines make, given from top to bottom. `pitch` is the document's usual one."""
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=0.0)
    draft = Column(tuple(lines), left, right, pitch, body_size, tuple(obstacles))
    own = pitch_within(draft)
    return Column(draft.lines, left, right, own or pitch, body_size, draft.obstacles)


def pitch_within(column: Column) -> float | None:
    """Return the usual distance of baselines within paragraphs, in multiples of the size; None where nothing shows it.

    Only lines count that surely go on: the next word would not have found room, or begins low.
    """
    pitches = Counter(
        round((lower.baseline - upper.baseline) / upper.size, 1)
        for upper, lower in pairwise(column.lines)
        if upper.size > 0
        and abs(upper.size - lower.size) <= SIZE_STEP * upper.size
        and 0.9 * upper.size < lower.baseline - upper.baseline < 3 * upper.size
        and not is_finished(upper.text)
        and (lower.text[:1].islower() or room_left(column, upper, lower) < 0)
    )
    if sum(pitches.values()) < 3:
        return None
    often = [pitch for pitch, count in pitches.items() if count >= 0.25 * max(pitches.values())]
    return max(often) if max(often) <= 1.35 * min(often) else min(often)


def room_left(column: Column, before: Line, line: Line) -> float:
    """Return how much room a line left after the next line's first word would have been put into it, in points."""
    first = line.words[0]
    return column.right_limit(before) - before.right - (first.right - first.left) - 0.3 * line.size


def group_lines(column: Column) -> list[list[Line]]:
    """Return the column's lines in groups, one for each paragraph, list item or heading."""
    groups: list[list[Line]] = []
    for line in column.lines:
        if not groups or begins(column, groups[-1], line):
            groups.append([])
        groups[-1].append(line)
    return groups


def begins(column: Column, group: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins a new group after the lines of another."""
    before = group[-1]
    gap = (line.baseline - before.baseline) / max(min(before.size, line.size), 0.1)
    if gap > GAP * column.pitch or gap < -0.1 or is_contents_line(before):
        return True
    if is_other_type(before, line) and not _leads(column, before, line):
        return True
    if has_bullet(column, group, line) or has_label(column, group, line):
        return True
    if _returns_to_margin(column, group, line) or _is_indented(column, group, line):
        return True
    return _ended(column, group, line)


def is_other_type(before: Line, line: Line) -> bool:
    """Return whether a line is set in another type than the end of the line before."""
    last, first = before.spoken[-1], line.spoken[0]
    if abs(last.size - first.size) > SIZE_STEP * max(last.size, first.size):
        return abs(before.size - line.size) > SIZE_STEP * max(before.size, line.size)
    if last.is_bold == first.is_bold and before.is_bold == line.is_bold:
        return False
    if line.text[:1].islower():
        return False
    if before.is_bold != line.is_bold and last.is_bold != first.is_bold:
        return True
    return (
        before.is_bold
        and not line.is_bold
        and not is_finished(before.text)
        and len(line.spoken) > 1
        and (not line.spoken[1].is_bold or line.spoken[0].text.endswith(":"))
    )


def _leads(column: Column, before: Line, line: Line) -> bool:
    """Return whether a bold line is only what a text begins with: "Learning point 2:", with no room for a word more."""
    same_size = abs(before.size - line.size) <= SIZE_STEP * line.size
    return before.text.endswith(":") and not line.is_bold and same_size and room_left(column, before, line) < 0


def has_bullet(column: Column, group: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins with a bullet, or with a dash that is one."""
    if BULLET.match(line.text):
        return True
    if not DASH.match(line.text) or len(line.words) < 2:
        return False
    before, first = group[-1], group[0]
    if DASH.match(first.text) and abs(first.left - line.left) < INDENT * line.size:
        return True
    stands_apart = line.words[1].left - line.words[0].right > LABEL_GAP * line.size
    return stands_apart or is_finished(before.text) or room_left(column, before, line) > line.size


def has_label(column: Column, group: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins with the number or letter of a paragraph, not with one of a sentence's own."""
    text = line.text
    if _counts_on(group, line):
        return True
    is_clear = PARTED.match(text) or STOPPED.match(text) or LETTERED.match(text)
    stands_apart = len(line.words) > 1 and line.words[1].left - line.words[0].right > LABEL_GAP * line.size
    if not is_clear and not (LONE.match(text) and stands_apart):
        return False
    before, first = group[-1], group[0]
    if is_finished(before.text) or before.text.endswith((",", "and", "or")):
        return True
    if line.left < first.left - INDENT * line.size or room_left(column, before, line) > line.size:
        return True
    is_hanging = stands_apart and abs(line.left - before.left) > INDENT * line.size
    return is_hanging or (_has_marker(first) and abs(line.left - first.left) < 2)


def _counts_on(group: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins with the code that follows the group's own: "R8 Schools" after "R7 The Board"."""
    code, last = CODED.match(line.text), CODED.match(group[0].text)
    if code is None or last is None or not is_finished(group[-1].text):
        return False
    return code["letters"] == last["letters"] and int(code["figure"]) == int(last["figure"]) + 1


def _has_marker(line: Line) -> bool:
    text = line.text
    return any(pattern.match(text) for pattern in (BULLET, DASH, PARTED, STOPPED, LETTERED))


def text_left(group: Sequence[Line]) -> float:
    """Return where the text of a group begins: after its marker, or at the left of its second line."""
    first = group[0]
    if len(group) > 1 and not _has_marker(first):
        return group[1].left
    if _has_marker(first) and len(first.words) > 1:
        return first.words[1].left
    return first.left


def _returns_to_margin(column: Column, group: Sequence[Line], line: Line) -> bool:
    """Return whether a line stands further left than all of a group that hung to the right, and which had ended."""
    before = group[-1]
    if line.left > min(one.left for one in group) - INDENT * line.size:
        return False
    if len(group) == 1 and not _has_marker(group[0]):
        # The first line of a paragraph is indented, and its second is not; a centred title's lines differ too.
        return ends_sentence(before.text) and room_left(column, before, line) > 0
    return room_left(column, before, line) > 0 or is_finished(before.text)


def _is_indented(column: Column, group: Sequence[Line], line: Line) -> bool:
    """Return whether a line is indented as a paragraph's first, where the group's lines are not."""
    before = group[-1]
    if line.left - before.left <= INDENT * line.size or not is_finished(before.text):
        return False
    if _hangs(group, line):
        return False
    return line.left - column.left < 6 * line.size


def _hangs(group: Sequence[Line], line: Line) -> bool:
    """Return whether a line begins where the text of a numbered group does, its other lines too if it has any."""
    edge, tolerance = text_left(group), INDENT * line.size
    if not _has_marker(group[0]) or abs(line.left - edge) >= tolerance:
        return False
    return len(group) == 1 or abs(group[1].left - edge) < tolerance


def _ended(column: Column, group: Sequence[Line], line: Line) -> bool:
    """Return whether the line before ended its paragraph, though nothing but the room it left shows it."""
    before = group[-1]
    room = room_left(column, before, line)
    if room <= 0 or line.text[:1].islower():
        return False
    if line.spoken[0].is_bold and not before.spoken[-1].is_bold and ends_sentence(before.text):
        return True
    if _hangs(group, line) and line.left > column.left + 2:
        return False
    if _is_centred(column, before) and _is_centred(column, line):
        return ends_sentence(before.text)
    if line.size >= TITLE * column.body_size or (before.is_bold and line.is_bold):
        return False
    if ends_sentence(before.text):
        return room > 0.04 * (column.right - column.left)
    return room > BROKEN_ON_PURPOSE * (column.right - column.left) and not before.text.endswith((",", "-", "–"))


def _is_centred(column: Column, line: Line) -> bool:
    """Return whether a line leaves the same room on both its sides."""
    before, after = line.left - column.left, column.right - line.right
    return before > 2 * line.size and abs(before - after) < 1.5 * line.size
