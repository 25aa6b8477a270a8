"""Which parts of a page's picture are blacked out: the places of hidden words. No Django, no database.

The words are looked for among the letters that the page draws. Where a paragraph that holds hidden words shows fewer of
them so (a scan, letters without names), the whole paragraph is blacked out; where its place is not known either, the
whole page is.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Left, top, right, bottom, in points from the top left corner of the page as it is seen.
Rectangle = tuple[float, float, float, float]
# Letters reach a little over the boxes that fonts give them.
MARGIN = 1.5
# To what fraction of a point pdfium is asked where letters are seen.
FINE = 20


@dataclass(frozen=True)
class Paragraph:
    """A paragraph on the page that holds hidden words so often; `boxes` is where it stands."""

    count: int
    boxes: tuple[Rectangle, ...] = ()


@dataclass(frozen=True)
class BlackOut:
    """What is hidden on a page: the pattern of the words, and the paragraphs that hold them."""

    pattern: str
    paragraphs: tuple[Paragraph, ...] = ()


def rectangles(page: Any, hidden: BlackOut) -> list[Rectangle]:
    """Return what is to be blacked out on a pdfium page."""
    width, height = page.get_size()
    found = [letters for run in _runs(page, hidden.pattern) if (letters := _seen(page, run, width, height))]
    black = [rectangle for letters in found for rectangle in letters]
    for paragraph in hidden.paragraphs:
        seen = sum(_is_in(letters[0], paragraph.boxes) for letters in found)
        if not paragraph.boxes and len(found) < paragraph.count:
            return [(0, 0, width, height)]
        if seen < paragraph.count:
            black += paragraph.boxes
    return black


def _runs(page: Any, pattern: str) -> Iterator[range]:
    """Yield the places among the page's letters at which hidden words stand."""
    from pypdfium2 import raw

    text = page.get_textpage()
    try:
        count = text.count_chars()
        letters = "".join(chr(raw.FPDFText_GetUnicode(text, place) or 32) for place in range(count))
    finally:
        text.close()
    # pdfium says with these that a word goes on in the next line.
    plain = letters.replace("\x02", "-").replace("\ufffe", "-")
    for match in re.finditer(pattern, plain, re.IGNORECASE):
        yield range(match.start(), match.end())


def _seen(page: Any, run: range, width: float, height: float) -> list[Rectangle]:
    """Return the rectangles of the letters of a run, as the page is seen, whichever way it is turned."""
    text = page.get_textpage()
    try:
        boxes = [text.get_charbox(place, loose=True) for place in run]
    finally:
        text.close()
    return [_turned(page, box, width, height) for box in boxes if box[2] > box[0] and box[3] > box[1]]


def _turned(page: Any, box: Rectangle, width: float, height: float) -> Rectangle:
    left, bottom, right, top = box
    one, other = (_point(page, x, y, width, height) for x, y in ((left, top), (right, bottom)))
    across, down = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return across[0] - MARGIN, down[0] - MARGIN, across[1] + MARGIN, down[1] + MARGIN


def _point(page: Any, x: float, y: float, width: float, height: float) -> tuple[float, float]:
    from pypdfium2 import raw

    across, down = ctypes.c_int(), ctypes.c_int()
    size = round(width * FINE), round(height * FINE)
    raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value / FINE, down.value / FINE


def _is_in(letter: Rectangle, boxes: tuple[Rectangle, ...]) -> bool:
    across, down = (letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2
    return any(box[0] - 2 <= across <= box[2] + 2 and box[1] - 2 <= down <= box[3] + 2 for box in boxes)
