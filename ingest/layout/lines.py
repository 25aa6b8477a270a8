"""Words → lines: what stands on one baseline, and what such a line says."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.pages import Word

# Words further apart than this, in multiples of their size, are held apart until columns and labels are known.
FRAGMENT_GAP = 1.6
# A note mark is at most this much of the size of the words beside it, and stands at least this much of it higher.
MARK_SIZE = 0.86
MARK_RISE = 0.12
# "1", "12", "3,4", "*", "†", "[2]", "a": what a note mark may be. Ordinals' raised letters ("2nd") are two letters or more.
MARK_TEXT = re.compile(r"\[?(?:\d{1,3}(?:[,;]\s?\d{1,3})*|[*†‡§¶#]{1,3}|[a-z]|[ivx]{1,4})\]?[,.;]?")


@dataclass(frozen=True)
class Line:
    """Words on one baseline, left to right."""

    words: tuple[Word, ...]
    page: int

    @cached_property
    def left(self) -> float:
        """Return the left edge in points."""
        return min(word.left for word in self.words)

    @cached_property
    def right(self) -> float:
        """Return the right edge in points."""
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        """Return the top edge in points."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """Return the bottom edge in points."""
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """Return the size that most of its characters have, in points."""
        return main_size(self.words)

    @cached_property
    def baseline(self) -> float:
        """Return where most of its letters stand, in points from the top."""
        heights = Counter[float]()
        for word in self.words:
            heights[word.baseline] += len(word.text)
        return heights.most_common(1)[0][0]

    @cached_property
    def is_bold(self) -> bool:
        """Return whether all its words are bold, note marks apart."""
        return all(word.is_bold for word in self.words if not self.is_mark(word))

    @cached_property
    def is_italic(self) -> bool:
        """Return whether all its words are italic, note marks apart."""
        return all(word.is_italic for word in self.words if not self.is_mark(word))

    @cached_property
    def text(self) -> str:
        """Return what it says, note marks left out."""
        return words_to_text(word for word in self.words if not self.is_mark(word))

    def is_mark(self, word: Word) -> bool:
        """Return whether a word is a note's mark: small, raised, and a number or a sign."""
        return (
            word.size <= MARK_SIZE * self.size
            and self.baseline - word.baseline >= MARK_RISE * self.size
            and MARK_TEXT.fullmatch(word.text) is not None
        )


def main_size(words: Iterable[Word]) -> float:
    """Return the size that most characters of these words have, 0.0 where there are none."""
    sizes = Counter[float]()
    for word in words:
        sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def words_to_text(words: Iterable[Word]) -> str:
    """Return the words as a person reads them, with spaces where the page has them."""
    parts: list[str] = []
    for word in words:
        if parts and not word.is_joined:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def words_to_fragments(words: Sequence[Word], page: int) -> list[Line]:
    """Return runs of words that follow each other on one baseline without a wide gap, in the order of the file."""
    fragments: list[Line] = []
    run: list[Word] = []
    for word in words:
        if run and not _follows(run, word):
            fragments.append(Line(tuple(run), page))
            run = []
        run.append(word)
    if run:
        fragments.append(Line(tuple(run), page))
    return fragments


def _follows(run: Sequence[Word], word: Word) -> bool:
    """Return whether a word goes on in the run: on its baseline or raised or sunk like a mark, and close behind."""
    before = run[-1]
    size = max(word.size, before.size)
    gap = word.left - before.right
    if gap > FRAGMENT_GAP * size or gap < -0.6 * size:
        return False
    rise = abs(word.baseline - before.baseline)
    return rise <= 0.15 * size or (
        rise <= 0.65 * size and min(word.size, before.size) <= MARK_SIZE * size and gap < 0.6 * size
    )


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
    return abs(fragment.baseline - row[0].baseline) <= 0.35 * min(fragment.size, row[0].size)


def _line_of(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    row = sorted(row, key=lambda fragment: fragment.left)
    words = [word for fragment in row for word in fragment.words]
    return Line(tuple(words), row[0].page)
