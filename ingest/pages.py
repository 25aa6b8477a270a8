"""What a reader of pages returns: each page's words, rectangles, rules and ruled tables, with their places.

All measures are points from the page's top left corner as a reader sees the page, rotated pages turned upright.
"""

from dataclasses import dataclass
from typing import NamedTuple


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
    """One page. `picture_share` is the part of its area that pictures cover, 0 to 1."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rects: tuple[Rect, ...] = ()
    rules: tuple[Rect, ...] = ()
    tables: tuple[Table, ...] = ()
    picture_share: float = 0.0
