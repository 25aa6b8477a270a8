"""A recognised line → its words with their places along it: the gaps in its ink say where each begins and ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from ingest.ocr.engine import ReadLine
from ingest.ocr.ink import Mask

# A column of a strip is written on when so many of its pixels are: single ones are dust.
LEAST_INK = 2
# What was read as one word is two where the gap in it is this share of the line's spaces, and of its height.
SHARE_OF_SPACE = 0.8
SHARE_OF_HEIGHT = 0.2
# Where more of a line's letters than this share stand so far apart, it is letterspaced.
LETTERSPACED = 0.3
# A gap of this many times the line's height parts dust at its ends from its words.
DUST_GAP = 0.6
# Where a character stands is told this much of the line's height wrongly.
SLACK = 0.3


# Dots that lead to a page number, and what is left of them before it.
_LEADERS = re.compile(r"[.…]{3,}|^[.…]+(?=\d{1,3}$)")


class Gap(NamedTuple):
    """A stretch of columns without ink."""

    start: int
    end: int

    @property
    def width(self) -> int:
        """Return how many columns it has."""
        return self.end - self.start

    @property
    def middle(self) -> float:
        """Return where its middle is."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class FoundWord:
    """A word of a line, its ink from column `left` to `right` of the strip.

    `across` are the middles of its characters, `others` what each might be instead, None where that is sure.
    """

    text: str
    left: float
    right: float
    across: tuple[float, ...]
    others: tuple[str | None, ...]

    def part(self, first: int, behind: int) -> "FoundWord":
        """Return some of its characters as a word."""
        left = self.left if first == 0 else self._begin(first)
        right = self.right if behind == len(self.text) else self._begin(behind)
        return FoundWord(self.text[first:behind], left, right, self.across[first:behind], self.others[first:behind])

    def _begin(self, at: int) -> float:
        """Return where a character begins, not the first."""
        return (self.across[at - 1] + self.across[at]) / 2


class _Letter(NamedTuple):
    """A character that is no space, what it might be instead, and whether a space was read before it."""

    text: str
    other: str | None
    at: float
    is_first: bool


def line_to_words(line: ReadLine, ink: Mask) -> list[FoundWord]:
    """Return the words of a line, left to right; `ink` is the line's strip."""
    height, width = ink.shape
    letters = _letters(line, width)
    gaps = _gaps(ink)
    inner = [gap for gap in gaps if letters[0].at < gap.middle < letters[-1].at]
    breaks = _spaces_read(letters, inner, SLACK * height)
    breaks |= _spaces_missed(letters, inner, breaks, height)
    left, right = _ends(ink, gaps, letters, height)
    return list(_words(letters, breaks, left, right))


def _letters(line: ReadLine, width: int) -> list[_Letter]:
    """Return the line's characters with their columns, spaces left out."""
    found: list[_Letter] = []
    is_first = True
    at = 0.0
    for character, across, other in zip(line.text, line.across, line.others, strict=True):
        if character == " ":
            is_first = True
            continue
        at = max(at, across * width)
        found.append(_Letter(character, other, at, is_first))
        is_first = False
    return found


def _gaps(ink: Mask) -> list[Gap]:
    written = np.flatnonzero(ink.sum(axis=0) >= LEAST_INK)
    ends = np.flatnonzero(np.diff(written) > 1)
    return [Gap(int(written[end]) + 1, int(written[end + 1])) for end in ends]


def _spaces_read(letters: Sequence[_Letter], gaps: Sequence[Gap], slack: float) -> dict[int, Gap]:
    """Return for each letter that a space was read before the gap in the ink that it is."""
    breaks: dict[int, Gap] = {}
    for index in range(1, len(letters)):
        if letters[index].is_first:
            before, at = letters[index - 1].at, letters[index].at
            between = [gap for gap in gaps if before - slack < gap.middle < at + slack]
            middle = round((before + at) / 2)
            breaks[index] = max(between, key=lambda gap: gap.width, default=Gap(middle, middle))
    return breaks


def _spaces_missed(
    letters: Sequence[_Letter], gaps: Sequence[Gap], breaks: dict[int, Gap], height: int
) -> dict[int, Gap]:
    """Return the same for gaps that were not read as spaces, though they are as wide."""
    spaces = [gap.width for gap in breaks.values() if gap.width]
    least = max(SHARE_OF_SPACE * median(spaces) if spaces else 0.0, SHARE_OF_HEIGHT * height)
    taken = set(breaks.values())
    missed: dict[int, Gap] = {}
    for index in range(1, len(letters)):
        if not letters[index].is_first:
            between = [
                gap
                for gap in gaps
                if letters[index - 1].at < gap.middle < letters[index].at and gap not in taken and gap.width >= least
            ]
            if between:
                missed[index] = between[0]
    return missed if len(missed) <= LETTERSPACED * len(letters) else {}


def _ends(ink: Mask, gaps: Sequence[Gap], letters: Sequence[_Letter], height: int) -> tuple[float, float]:
    """Return where the first word's ink begins and the last one's ends, dust beyond them left out."""
    written = np.flatnonzero(ink.sum(axis=0) >= LEAST_INK)
    if not len(written):
        return letters[0].at, letters[-1].at
    wide = [gap for gap in gaps if gap.width > DUST_GAP * height]
    left = max((gap.end for gap in wide if gap.end <= letters[0].at), default=int(written[0]))
    right = min((gap.start for gap in wide if gap.start >= letters[-1].at), default=int(written[-1]) + 1)
    return float(left), float(right)


def _words(letters: Sequence[_Letter], breaks: dict[int, Gap], left: float, right: float) -> Iterator[FoundWord]:
    begins = [0, *sorted(breaks), len(letters)]
    for first, behind in pairwise(begins):
        start = float(breaks[first].end) if first in breaks else left
        end = float(breaks[behind].start) if behind in breaks else right
        word = letters[first:behind]
        text = "".join(letter.text for letter in word)
        places, others = tuple(letter.at for letter in word), tuple(letter.other for letter in word)
        yield from _without_leaders(FoundWord(text, min(start, places[0]), max(end, places[-1]), places, others))


def _without_leaders(word: FoundWord) -> Iterator[FoundWord]:
    """Yield a word of a contents line and the dots that lead from it to its page number as words of their own."""
    leaders = _LEADERS.search(word.text)
    if leaders is None:
        yield word
        return
    for first, behind in ((0, leaders.start()), leaders.span(), (leaders.end(), len(word.text))):
        if first < behind:
            yield word.part(first, behind)
