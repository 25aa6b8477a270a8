"""Groups of lines → blocks: their text, marker, depth and type."""

import itertools
from collections import Counter
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Edges
from ingest.layout.hyphens import join_lines
from ingest.layout.lines import Line, words_to_text
from ingest.layout.markers import bullet_of, marker_of
from ingest.layout.paragraphs import Column, group_lines, room_left
from ingest.layout.vocabulary import Vocabulary
from ingest.note_calls import NoteCall, calls_of_marks
from ingest.record import Box

# Bullets whose left edges are nearer than this, in points, are of one depth.
SAME_DEPTH = 5.0


def column_blocks(column: Column, vocabulary: Vocabulary, box: int | None = None) -> list[Block]:
    """Return the blocks of a column from top to bottom."""
    groups = group_lines(column)
    depths = _depths(groups)
    return [_block(column, group, depths, vocabulary, box) for group in groups]


def _depths(groups: Sequence[Sequence[Line]]) -> list[float]:
    """Return the left edges that bullets have, outermost first."""
    edges: list[float] = []
    for left in sorted(group[0].left for group in groups if bullet_of(group[0].text)):
        if not edges or left - edges[-1] > SAME_DEPTH:
            edges.append(left)
    return edges


def _block(
    column: Column, group: Sequence[Line], depths: Sequence[float], vocabulary: Vocabulary, box: int | None
) -> Block:
    text = join_lines((line.text for line in group), vocabulary)
    marker = bullet_of(text)
    if marker and len(text) > len(marker):
        text = text[len(marker) :].strip()
    else:
        marker = None
    return Block(
        BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH,
        text,
        page=group[0].page,
        boxes=tuple(place_of(line) for line in group),
        level=_level(group[0].left, depths) if marker else 0,
        marker=marker,
        size=round(_size(group) / column.body_size, 2),
        is_bold=all(line.is_bold for line in group),
        is_italic=all(line.is_italic for line in group),
        bold_lead=bold_lead(group),
        box=box,
        lines=_lines_on_purpose(column, group),
        edges=_edges(column, group),
        calls=note_calls(group),
    )


def note_calls(group: Sequence[Line]) -> tuple[NoteCall, ...]:
    """Return the calls of notes in a group of lines; a mark before all words calls none."""
    text, calls = "", list[NoteCall]()
    for line in group:
        for word in line.words:
            if line.is_mark(word) and len(line.spoken) < len(line.words):
                calls += calls_of_marks(text, word.text) if text else []
            else:
                text = f"{text[-200:]} {word.text}"
    return tuple(calls)


def _edges(column: Column, group: Sequence[Line]) -> Edges:
    first, last = group[0], group[-1]
    return Edges(
        column.right_limit(last) - last.right,
        first.words[0].right - first.words[0].left,
        first.left - column.left,
        last.left - column.left,
    )


def place_of(line: Line) -> Box:
    """Return where a line stands."""
    return Box(line.page, line.left, line.top, line.right, line.bottom)


def _level(left: float, depths: Sequence[float]) -> int:
    return sum(edge <= left + SAME_DEPTH / 2 for edge in depths) or 1


def _size(group: Sequence[Line]) -> float:
    sizes = Counter[float]()
    for line in group:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def bold_lead(group: Sequence[Line]) -> str:
    """Return the bold words that a group begins with, nothing where all of it is bold or its first word is not.

    A number or bullet in plain type before them is no part of the text.
    """
    words = [word for line in group for word in line.spoken]
    if len(words) > 1 and not words[0].is_bold and marker_of(f"{words[0].text} {words[1].text}"):
        words = words[1:]
    lead = next((index for index, word in enumerate(words) if not word.is_bold), len(words))
    if lead in (0, len(words)):
        return ""
    return join_lines([words_to_text(words[:lead])])


def _lines_on_purpose(column: Column, group: Sequence[Line]) -> tuple[str, ...]:
    """Return the lines of a title or address whose lines were broken on purpose, nothing for running text."""
    if not 1 < len(group) <= 8 or any(room_left(column, one, other) <= 0 for one, other in itertools.pairwise(group)):
        return ()
    return tuple(line.text for line in group)
