"""One document's pages, recognised one by one; what its type is like is learnt on the way."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2

from ingest.ocr.engine import Corners, Engine, ReadLine
from ingest.ocr.ink import Mask, ink_of, paper_of
from ingest.ocr.page_words import DocumentMemory, words_of
from ingest.ocr.pictures import Picture, picture_of, straightened
from ingest.ocr.rulings import Rulings, rulings_of
from ingest.pages import Page, Rect
from ingest.ruled_tables import tables_of

# Less ink than this share of a page is dust: there is nothing to read.
BLANK = 0.0003
# So many lines tell whether a page stands on its head: those of a usual length.
TRIED = 4
USUAL_LENGTH = (4.0, 16.0)
# Lines read this surely stand upright; below, the page is tried the other way round as well.
SURELY = 0.9
# A panel ends at the rule that is drawn within so many points of where its shade ends.
NEAR = 9.0


class Recogniser:
    """Recognises pages of one PDF. To be closed; not safe to use from two threads."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path)
        self._engine = Engine()
        self._memory = DocumentMemory()

    def close(self) -> None:
        """Close the document."""
        self._document.close()

    def page(self, number: int) -> Page:
        """Return a page, counted from 1, as its picture shows it."""
        page = self._document[number - 1]
        try:
            picture = straightened(picture_of(page))
        finally:
            page.close()
        paper = paper_of(picture.pixels, picture.scale)
        ink = ink_of(picture.pixels, paper)
        if ink.mean() < BLANK:
            return _empty(number, picture)
        rulings = rulings_of(picture.pixels, paper, picture.scale)
        bare = np.where(rulings.ink, paper, picture.pixels)
        return self._read(number, replace(picture, pixels=bare), ink & ~rulings.ink, rulings)

    def _read(self, number: int, picture: Picture, ink: Mask, rulings: Rulings) -> Page:
        corners = self._engine.find_lines(picture.pixels)
        if self._is_on_its_head(picture, corners):
            picture, ink, rulings = picture.turned(2), ink[::-1, ::-1], rulings.turned(picture.size)
            corners = [_upside_down(line, picture) for line in corners]
        lines = self._engine.read_lines(picture.pixels, _level(corners))
        return replace(
            _empty(number, picture),
            words=tuple(words_of(lines, ink, picture.scale, self._memory)),
            rects=tuple(_snapped(panel, rulings.level) for panel in rulings.panels),
            rules=(*rulings.level, *rulings.upright),
            tables=tables_of(rulings.edges),
        )

    def _is_on_its_head(self, picture: Picture, corners: Sequence[Corners]) -> bool:
        """Return whether lines of the page are read more surely the other way round."""
        lines = [line for line in _level(corners) if USUAL_LENGTH[0] < _length(line) < USUAL_LENGTH[1]][:TRIED]
        upright = _sureness(self._engine.read_lines(picture.pixels, lines))
        if not lines or upright >= SURELY:
            return False
        turned = picture.turned(2)
        other = [_upside_down(line, turned) for line in lines]
        return _sureness(self._engine.read_lines(turned.pixels, other)) > upright


def _empty(number: int, picture: Picture) -> Page:
    width, height = picture.size
    return Page(
        number,
        width,
        height,
        picture_share=1.0,
        quarters=picture.quarters,
        skew=picture.skew,
        is_recognised=True,
    )


def _sureness(lines: Sequence[ReadLine]) -> float:
    return sum(line.sureness for line in lines) / len(lines) if lines else 0.0


def _length(corners: Corners) -> float:
    """Return how long a line is, in multiples of its height."""
    width, height = float(np.linalg.norm(corners[1] - corners[0])), float(np.linalg.norm(corners[3] - corners[0]))
    return width / max(height, 1.0)


def _level(corners: Sequence[Corners]) -> list[Corners]:
    """Return the lines that are level: what runs up or down a page of level lines is a mark at its edge."""
    return [line for line in corners if abs(line[1][0] - line[0][0]) > 2 * abs(line[1][1] - line[0][1])]


def _upside_down(corners: Corners, picture: Picture) -> Corners:
    """Return a line's corners after the picture was turned upside down."""
    height, width = picture.pixels.shape
    turned: Corners = (np.array([width, height], dtype=np.float32) - corners)[[2, 3, 0, 1]]
    return turned


def _snapped(panel: Rect, rules: Sequence[Rect]) -> Rect:
    """Return a panel that ends at the rules drawn along its edges."""
    along = [rule for rule in rules if rule.left < panel.left + NEAR and rule.right > panel.right - NEAR]
    top = min((rule.top for rule in along if abs(rule.top - panel.top) < NEAR), default=panel.top)
    bottom = max((rule.bottom for rule in along if abs(rule.bottom - panel.bottom) < NEAR), default=panel.bottom)
    return replace(panel, top=top, bottom=bottom)
