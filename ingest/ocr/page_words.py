"""Recognised lines → words as a PDF's text layer has them: with places, sizes and note marks, in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import numpy.typing as npt

from ingest.ocr.engine import Corners, ReadLine, cut_out
from ingest.ocr.ink import Mask
from ingest.ocr.line_words import FoundWord, line_to_words
from ingest.ocr.note_marks import split_mark
from ingest.ocr.spelling import Spelling
from ingest.ocr.type_measures import LineMeasures, measures_of
from ingest.ocr.type_memory import LineType, TypeMemory
from ingest.pages import Word

Turning = npt.NDArray[np.float64]

# Lines less sure than this, 0 to 1, are specks, signatures and pictures.
LEAST_SURE = 0.6
# A note mark's size and rise, in multiples of the size of the word before it.
MARK_SIZE, MARK_RISE = 0.6, 0.35
# The end of a bold lead is measured so many words wrongly.
LEAD_SLACK = 2
# The dots of a contents line, perhaps with spaces between them.
LEADERS = re.compile(r"(?:[.…]\s?){4,}")
# What dust, rules and folds are read as where it stands alone.
DUST = "|_~'`´^.,·°*:;"


@dataclass(frozen=True, slots=True)
class _Line:
    line: ReadLine
    words: tuple[FoundWord, ...]
    ink: Mask
    measures: LineMeasures


@dataclass
class DocumentMemory:
    """What is learnt of a document page by page: its type and its words."""

    type: TypeMemory = field(default_factory=TypeMemory)
    spelling: Spelling = field(default_factory=Spelling)


def words_of(lines: Sequence[ReadLine], ink: Mask, scale: float, memory: DocumentMemory) -> list[Word]:
    """Return the words of a page's lines; `ink` is its ink without rules, `scale` pixels for each point."""
    drafts = [draft for draft in (_draft(line, ink) for line in lines if line.sureness >= LEAST_SURE) if draft]
    memory.spelling.learn(word for draft in drafts for word in draft.words)
    drafts = [replace(draft, words=tuple(map(memory.spelling.mended, draft.words))) for draft in drafts]
    types = memory.type.types_of([draft.measures for draft in drafts], scale)
    return [word for draft, kind in zip(drafts, types, strict=True) for word in _words(draft, kind, scale)]


def _draft(line: ReadLine, ink: Mask) -> _Line | None:
    strip = cut_out(ink.astype(np.uint8) * 255, line.corners) > 127
    found = line_to_words(line, strip)
    has_leaders = LEADERS.search(line.text) is not None
    words = tuple(word for word in found if has_leaders or not (len(word.text) == 1 and word.text in DUST))
    return _Line(line, words, strip, measures_of(words, strip)) if words else None


def _words(draft: _Line, kind: LineType, scale: float) -> Iterator[Word]:
    turning = cv2.getPerspectiveTransform(_strip_corners(draft.ink), draft.line.corners).astype(np.float64)
    baseline = _placed(turning, draft.ink.shape[1] / 2, draft.measures.baseline)[1] / scale
    bold = _whole_lead([word.text for word in draft.words], kind.bold)
    for index, found in enumerate(draft.words):
        whole, mark = split_mark(found, draft.ink, draft.measures)
        yield _word(whole, turning, draft.measures, scale, baseline, kind.size, is_bold=index < bold)
        if mark:
            raised, size = baseline - MARK_RISE * kind.size, MARK_SIZE * kind.size
            yield _word(mark, turning, draft.measures, scale, raised, size, is_bold=False, is_joined=True)


def _whole_lead(texts: Sequence[str], bold: int) -> int:
    """Return how many words are bold where the ink shows about so many: up to the colon that a lead ends with."""
    if not 0 < bold < len(texts):
        return bold
    near = range(max(bold - LEAD_SLACK, 1), min(bold + LEAD_SLACK, len(texts)) + 1)
    ends = [end for end in near if texts[end - 1].endswith(":")]
    return min(ends, key=lambda end: abs(end - bold), default=bold)


def _word(
    found: FoundWord,
    turning: Turning,
    measures: LineMeasures,
    scale: float,
    baseline: float,
    size: float,
    *,
    is_bold: bool,
    is_joined: bool = False,
) -> Word:
    left = _placed(turning, found.left, measures.baseline)[0] / scale
    right = _placed(turning, found.right, measures.baseline)[0] / scale
    return Word.standing(
        found.text,
        round(left, 1),
        round(right, 1),
        round(baseline, 1),
        round(size, 1),
        is_bold=is_bold,
        is_italic=False,
        is_joined=is_joined,
    )


def _strip_corners(strip: Mask) -> Corners:
    height, width = strip.shape
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)


def _placed(turning: Turning, x: float, y: float) -> tuple[float, float]:
    """Return where a point of a strip is in the picture."""
    across, down, depth = turning @ np.array([x, y, 1.0])
    return float(across / depth), float(down / depth)
