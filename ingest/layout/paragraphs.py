"""Lines → blocks: where a paragraph, list item or heading begins and ends within one column."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from ingest.blocks import Block, BlockKind
from ingest.layout.hyphens import join_lines
from ingest.layout.lines import Line
from ingest.layout.markers import bullet_of, marker_of, number_of
from ingest.record import Box

# A gap of this many usual line pitches ends a paragraph.
GAP = 1.28
# A line that leaves this share of its column free could have taken another word: the paragraph ended there.
SHORT = 0.86
# Sizes that differ by more than this share are two kinds of text.
SIZE_STEP = 0.06

_FINISHED = re.compile(r"[.?!:;][\"'”’)\]]*$")


def lines_to_blocks(
    lines: Sequence[Line], body_size: float, vocabulary: Set[str], box: int | None = None
) -> list[Block]:
    """Return the blocks of one column, whose lines are given from top to bottom."""
    pitch = _pitch(lines)
    right = max((line.right for line in lines), default=0.0)
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _begins(groups[-1], line, pitch, right):
            groups.append([])
        groups[-1].append(line)
    return [block_of(group, body_size, vocabulary, box) for group in groups]


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance of two baselines, in multiples of the size."""
    pitches = Counter(
        round((lower.baseline - upper.baseline) / upper.size, 1)
        for upper, lower in zip(lines, lines[1:], strict=False)
        if upper.size > 0 and abs(upper.size - lower.size) < SIZE_STEP * upper.size and lower.baseline > upper.baseline
    )
    usual = [pitch for pitch, count in pitches.items() if count >= max(pitches.values()) * 0.4] if pitches else []
    return min(usual, default=1.3)


def _begins(group: Sequence[Line], line: Line, pitch: float, right: float) -> bool:
    """Return whether a line begins a new block after the lines of a group."""
    before = group[-1]
    gap = (line.baseline - before.baseline) / max(before.size, line.size, 0.1)
    if gap > GAP * pitch or gap < -0.1 or _is_other_type(before, line):
        return True
    if bullet_of(line.text) and not line.text.startswith(("–", "—")):
        return True
    if number_of(line.text) and _is_label(group, line, right):
        return True
    return _is_indented(group, line) or _ended(group, line, right)


def _is_other_type(before: Line, line: Line) -> bool:
    if abs(before.size - line.size) > SIZE_STEP * max(before.size, line.size):
        return True
    if before.is_bold == line.is_bold:
        return False
    begins_low = line.text[:1].islower()
    return not begins_low and not (line.is_bold and not _FINISHED.search(before.text))


def _is_label(group: Sequence[Line], line: Line, right: float) -> bool:
    """Return whether the number that a line begins with is a paragraph's, not a figure in a sentence."""
    before = group[-1]
    if _FINISHED.search(before.text) or before.right < SHORT * right:
        return True
    return line.left < group[0].left - 2 or (marker_of(group[0].text) is not None and abs(line.left - group[0].left) < 2)


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Return whether a line is indented as the first line of a paragraph, where the group's lines are not."""
    before = group[-1]
    if marker_of(group[0].text) and len(group) == 1:
        return False
    return line.left - before.left > 0.9 * line.size and _FINISHED.search(before.text) is not None


def _ended(group: Sequence[Line], line: Line, right: float) -> bool:
    """Return whether the line before ended its paragraph: it is finished, and the next word would have found room."""
    before = group[-1]
    room = right - before.right
    first = line.words[0]
    has_room = room > (first.right - first.left) + 0.5 * line.size and before.right < right - 0.04 * (
        right - before.left
    )
    return has_room and bool(re.search(r"[.?!:][\"'”’)\]]*$", before.text)) and not line.text[:1].islower()


def block_of(lines: Sequence[Line], body_size: float, vocabulary: Set[str], box: int | None = None) -> Block:
    """Return the lines as one block, with what their type tells."""
    text = join_lines((line.text for line in lines), vocabulary)
    marker = bullet_of(text)
    kind = BlockKind.PARAGRAPH
    if marker:
        text = text[len(marker) :].strip()
        kind = BlockKind.LIST_ITEM
    first = lines[0]
    size = Counter(line.size for line in lines).most_common(1)[0][0]
    return Block(
        kind,
        text,
        page=first.page,
        boxes=tuple(Box(line.page, line.left, line.top, line.right, line.bottom) for line in lines),
        level=1 if marker else 0,
        marker=marker,
        size=round(size / body_size, 2) if body_size else 1.0,
        is_bold=all(line.is_bold for line in lines),
        is_italic=all(line.is_italic for line in lines),
        bold_lead=_bold_lead(lines),
        box=box,
    )


def _bold_lead(lines: Sequence[Line]) -> str:
    words = [word for line in lines for word in line.words]
    lead = next((index for index, word in enumerate(words) if not word.is_bold), len(words))
    if lead in (0, len(words)):
        return ""
    return join_lines(word.text for word in words[:lead])
