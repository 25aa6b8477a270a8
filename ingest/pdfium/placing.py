"""From the file's coordinates to the page as it is looked at: cropped, rotated, counted from the top left corner."""

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

# Pages are at most this wide and high in points by the format's own limit; what says more is broken.
LARGEST_SIDE = 14400.0


@dataclass(frozen=True, slots=True)
class Placing:
    """How a page's coordinates become places on the page. `quarters` counts quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in points, as looked at."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the file stands on the page, from its top left corner."""
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom on the page of a rectangle of the file."""
        one, other = self.point(x0, y0), self.point(x1, y1)
        return (
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )


def placing_of(page: Any) -> Placing:
    """Return how a page's coordinates are to be read: its crop box within its media box, and its rotation."""
    box = _box(pdfium.FPDFPage_GetCropBox, page) or _box(pdfium.FPDFPage_GetMediaBox, page)
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    quarters = pdfium.FPDFPage_GetRotation(page)
    quarters = quarters if quarters in (1, 2, 3) else 0
    if quarters % 2:
        width, height = height, width
    left, bottom, right, top = box or (0.0, 0.0, width, height)
    # Where boxes contradict each other, PDFium's own size of the page is the one that its pictures have.
    if abs((right - left) - width) > 1 or abs((top - bottom) - height) > 1:
        right, bottom = left + width, top - height
    return Placing(left, bottom, right, top, quarters)


def _box(get: Any, page: Any) -> tuple[float, float, float, float] | None:
    values = [ctypes.c_float() for _ in range(4)]
    if not get(page, *values):
        return None
    x0, y0, x1, y1 = (value.value for value in values)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
