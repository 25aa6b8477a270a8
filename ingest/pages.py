"""What a reader of pages returns: each page's words, rectangles, rules and ruled tables, with their places.

All measures are points from the page's top left corner as a reader sees the page, rotated pages turned upright.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

# Reports of this kind have some hundred pages; what has more than this is not one.
MAX_PAGES = 3000

# How far letters reach above and below their baseline, in multiples of their size.
ABOVE, BELOW = 0.78, 0.22
# Sizes beyond these, in points, are a file's mistake.
SMALLEST_SIZE, LARGEST_SIZE = 0.1, 2000.0
# A gap narrower than this, in multiples of the size, is no space between words.
NO_SPACE = 0.12


class Word(NamedTuple):
    """Characters of one font and size without a space between them, in the order in which the file draws them.

    A named tuple, for a page holds hundreds of them. `baseline` is where the letters stand; `is_joined` where no
    space parts it from the word before ("reviews" and its note mark).
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    is_bold: bool = False
    is_italic: bool = False
    is_joined: bool = False

    @classmethod
    def standing(
        cls,
        text: str,
        left: float,
        right: float,
        baseline: float,
        size: float,
        *,
        is_bold: bool,
        is_italic: bool,
        is_joined: bool,
    ) -> "Word":
        """Return a word whose top and bottom follow from its size, for what fonts say of themselves varies."""
        top, bottom = baseline - ABOVE * size, baseline + BELOW * size
        return cls(text, left, top, right, bottom, baseline, size, is_bold, is_italic, is_joined)

    def is_followed_by(self, left: float, baseline: float, size: float) -> bool:
        """Return whether a word that begins there follows this one without a space between them."""
        size = max(self.size, size)
        return -0.3 * size < left - self.right < NO_SPACE * size and abs(self.baseline - baseline) < 0.7 * size

    @property
    def centre(self) -> tuple[float, float]:
        """Return the middle of the word, which decides what box or cell it belongs to."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle that the page draws. `fill` is red, green, blue from 0 to 1, None where it has only a border."""

    left: float
    top: float
    right: float
    bottom: float
    fill: tuple[float, float, float] | None = None
    is_stroked: bool = False

    def holds(self, point: tuple[float, float]) -> bool:
        """Return whether a point lies inside."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its outline and its cells row by row; None where a cell of another row or column reaches over."""

    outline: Rect
    rows: tuple[tuple[Rect | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `picture_share` is the part of its area that pictures cover, 0 to 1.

    `quarters` is not 0 where the text runs up or down the page: then all places are those of the page turned so that
    its text is upright, so many quarter turns against the clock, and width and height are those of the turned page.
    `skew` is not 0 where a scan lay askew: its places are those of the page turned straight about its middle, so many
    degrees against the clock. `is_recognised` where its words were recognised in its picture, here or before the file
    came. `frames` are single cells with rules on all four sides.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rects: tuple[Rect, ...] = ()
    rules: tuple[Rect, ...] = ()
    tables: tuple[Table, ...] = ()
    picture_share: float = 0.0
    quarters: int = 0
    skew: float = 0.0
    is_recognised: bool = False
    unmapped: int = 0
    frames: tuple[Rect, ...] = ()

    def replaced(self, words: Iterable[Word]) -> "Page":
        """Return the page with other words."""
        return replace(self, words=tuple(words))

    @property
    def seen_size(self) -> tuple[float, float]:
        """Return width and height of the page as a reader sees it."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def seen(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Return where a place of the turned page is on the page as a reader sees it."""
        left, top, right, bottom = self._askew(left, top, right, bottom)
        if self.quarters == 1:
            return self.height - bottom, left, self.height - top, right
        if self.quarters == 2:
            return self.width - right, self.height - bottom, self.width - left, self.height - top
        if self.quarters == 3:
            return top, self.width - right, bottom, self.width - left
        return left, top, right, bottom

    def _askew(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        """Return the rectangle around a place before the page was turned straight."""
        if not self.skew:
            return left, top, right, bottom
        across, along = math.sin(math.radians(self.skew)), math.cos(math.radians(self.skew))
        x, y = self.width / 2, self.height / 2
        corners = [(one - x, other - y) for one in (left, right) for other in (top, bottom)]
        places = [(x + dx * along - dy * across, y + dx * across + dy * along) for dx, dy in corners]
        return (
            min(place[0] for place in places),
            min(place[1] for place in places),
            max(place[0] for place in places),
            max(place[1] for place in places),
        )


def sound_size(size: float) -> float:
    """Return a size of type to a tenth of a point, as one that type can have: broken files say 0 or no number."""
    return round(min(max(size, SMALLEST_SIZE), LARGEST_SIZE), 1) if math.isfinite(size) else SMALLEST_SIZE


def without_repeats(words: Iterable[Word]) -> tuple[Word, ...]:
    """Return the words without those that are drawn twice at one place, as a shadow or to look bold."""
    kept: dict[tuple[str, int, int], Word] = {}
    for word in words:
        kept.setdefault((word.text, round(word.left / 2), round(word.baseline / 2)), word)
    return tuple(kept.values())
