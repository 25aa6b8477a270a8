"""Words → lines: what stands on one baseline, and what such a line says."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.pages import Word

# Words further apart than this, in multiples of their size, are held apart until columns and labels are known.
FRAGMENT_GAP = 1.6
# A note mark is at most this much of the size of the words beside it, and stands at least this much of it higher.
MARK_SIZE = 0.86
MARK_RISE = 0.12
# "1", "12", "3,4", "*", "†", "[2]", "a", "iv": what a note mark may be. Raised "nd" and "th" belong to their number.
MARK_TEXT = re.compile(r"\[?(?:\d{1,3}(?:[,;]\s?\d{1,3})*|[*†‡§¶#]{1,3}|[a-z]|[ivx]{1,4})\]?[,.;]?")
# A mark that stands alone on a line is at most this much of the body's size; other small numbers are the page's.
LONE_MARK_SIZE = 0.72
_LONE_MARK = re.compile(r"\[?\d{1,3}\]?[.,;]?")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Words on one baseline, left to right, and what is often asked of them; made by `line_of`.

    Places are in points. `size` and `baseline` are those of most of its characters; `spoken` are its words without
    note marks (all of them where it has nothing else), and `text` what they say; weight and slant are theirs too.
    """

    words: tuple[Word, ...]
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    baseline: float
    spoken: tuple[Word, ...]
    text: str
    is_bold: bool
    is_italic: bool

    @property
    def middle(self) -> tuple[float, float]:
        """Return a point in the line, halfway along and halfway up."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def marks(self) -> tuple[str, ...]:
        """Return the note marks in it."""
        if len(self.spoken) == len(self.words):
            return ()
        return tuple(word.text.strip("[].,;") for word in self.words if self.is_mark(word))

    def is_mark(self, word: Word) -> bool:
        """Return whether a word is a note's mark: small, raised, and a number or a sign."""
        return _is_mark(word, self.size, self.baseline)


def line_of(words: Sequence[Word], page: int) -> Line:
    """Return the line that words make."""
    sizes = {word.size for word in words}
    baselines = {word.baseline for word in words}
    size = words[0].size if len(sizes) == 1 else main_size(words)
    baseline = words[0].baseline if len(baselines) == 1 else _main_baseline(words)
    spoken = tuple(words)
    if len(sizes) > 1:
        spoken = tuple([word for word in words if not _is_mark(word, size, baseline)]) or spoken
    return Line(
        tuple(words),
        page,
        min([word.left for word in words]),
        min([word.top for word in words]),
        max([word.right for word in words]),
        max([word.bottom for word in words]),
        size,
        baseline,
        spoken,
        words_to_text(spoken),
        False not in [word.is_bold for word in spoken],
        False not in [word.is_italic for word in spoken],
    )


def _is_mark(word: Word, size: float, baseline: float) -> bool:
    return (
        word.size <= MARK_SIZE * size
        and baseline - word.baseline >= MARK_RISE * size
        and MARK_TEXT.fullmatch(word.text) is not None
    )


def is_lone_mark(line: Line, body_size: float) -> bool:
    """Return whether a line is nothing but a note's mark, wrapped to a line of its own."""
    return (
        len(line.words) == 1
        and line.size <= LONE_MARK_SIZE * body_size
        and _LONE_MARK.fullmatch(line.words[0].text) is not None
    )


def _main_baseline(words: Sequence[Word]) -> float:
    heights = Counter[float]()
    for word in words:
        heights[word.baseline] += len(word.text)
    return heights.most_common(1)[0][0]


def main_size(words: Iterable[Word]) -> float:
    """Return the size that most characters of these words have, 0.0 where there are none."""
    sizes = Counter[float]()
    for word in words:
        sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def words_to_text(words: Sequence[Word]) -> str:
    """Return the words as a person reads them, with spaces where the page has them."""
    if _is_letterspaced(words):
        return _closed_up(words)
    parts: list[str] = []
    for word in words:
        if parts and not word.is_joined:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def _is_letterspaced(words: Sequence[Word]) -> bool:
    """Return whether words are the letters of a heading set wide: "S U M M A R Y"."""
    if len(words) < 5 or len(words[0].text) > 1:
        return False
    letters = len([word for word in words if len(word.text) == 1 and word.text.isalpha()])
    return letters >= 5 and letters >= 0.8 * len(words)


def _closed_up(words: Sequence[Word]) -> str:
    """Return letters set wide as words: the gaps between words are those much wider than most."""
    gaps = [after.left - before.right for before, after in itertools.pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    text = words[0].text
    for gap, word in zip(gaps, words[1:], strict=True):
        text += (" " if gap > max(1.6 * usual, 0.45 * word.size) else "") + word.text
    return text


def words_to_fragments(words: Sequence[Word], page: int) -> list[Line]:
    """Return runs of words that follow each other on one baseline without a wide gap, in the order of the file."""
    fragments: list[Line] = []
    run: list[Word] = []
    for word in words:
        if run and not _follows(run[-1], word):
            fragments.append(line_of(run, page))
            run = []
        run.append(word)
    if run:
        fragments.append(line_of(run, page))
    return fragments


def _follows(before: Word, word: Word) -> bool:
    """Return whether a word goes on in the run: on its baseline or raised or sunk like a mark, and close behind."""
    size = max(word.size, before.size)
    gap = word.left - before.right
    if gap > FRAGMENT_GAP * size or gap < -0.6 * size:
        return False
    rise = abs(word.baseline - before.baseline)
    if rise <= 0.25 * size:
        return True
    return rise <= 0.65 * size and min(word.size, before.size) <= MARK_SIZE * size and gap < 0.6 * size


def fragments_to_lines(fragments: Iterable[Line]) -> list[Line]:
    """Return the lines of one column, top to bottom: fragments on one baseline put together from left to right."""
    rows: list[list[Line]] = []
    for fragment in sorted(fragments, key=lambda fragment: (fragment.baseline, fragment.left)):
        if rows and _stand_together(rows[-1], fragment):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [_line_of(row) for row in rows]


def _stand_together(row: Sequence[Line], fragment: Line) -> bool:
    """Return whether a fragment stands on the row's baseline, or is a mark raised or sunk beside it."""
    first = row[0]
    apart = abs(fragment.baseline - first.baseline)
    return apart <= 0.3 * min(fragment.size, first.size) or (
        apart <= 0.5 * max(fragment.size, first.size)
        and min(fragment.size, first.size) <= MARK_SIZE * max(fragment.size, first.size)
    )


def _line_of(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    words = [word for fragment in sorted(row, key=lambda fragment: fragment.left) for word in fragment.words]
    return line_of(words, row[0].page)
