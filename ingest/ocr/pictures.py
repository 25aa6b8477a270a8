"""A page of a PDF → a grey picture of it, upright and straight."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from ingest.ocr.ink import Pixels, ink_of, paper_of
from ingest.ocr.straightening import lie_of

# Type of 8 points is readable at 200 dots to the inch; more only takes longer.
DOTS_PER_INCH = 200
POINTS_PER_INCH = 72
# An A4 page at that resolution has 3.9 million pixels, an A3 page twice that; larger pages are drawn smaller.
MOST_PIXELS = 6_000_000
# A page is drawn at least so many pixels high and wide, and no more than this along one side.
LEAST_SIDE, MOST_SIDE = 32, 8000
# Skews below this many degrees are left: turning would blur for nothing.
STRAIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's picture: `pixels` grey from 0 to 255, `scale` pixels for each point.

    It was turned `quarters` quarter turns against the clock and then by `skew` degrees against the clock about its
    middle, to be as it is.
    """

    pixels: Pixels
    scale: float
    quarters: int = 0
    skew: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height in points."""
        height, width = self.pixels.shape
        return width / self.scale, height / self.scale

    def turned(self, quarters: int) -> "Picture":
        """Return the picture after so many quarter turns against the clock, skew left as it was."""
        pixels = np.ascontiguousarray(np.rot90(self.pixels, quarters))
        return Picture(pixels, self.scale, (self.quarters + quarters) % 4, self.skew)


def picture_of(page: Any) -> Picture:
    """Return a page of an open PDF drawn as it is looked at (a pypdfium2 page)."""
    width, height = page.get_size()
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5, MOST_SIDE / max(width, height, 1.0))
    scale = max(scale, LEAST_SIDE / max(min(width, height), 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        pixels = np.array(bitmap.to_numpy(), dtype=np.uint8)
    finally:
        bitmap.close()
    return Picture(pixels.reshape(pixels.shape[:2]), scale)


def straightened(picture: Picture) -> Picture:
    """Return the picture with its lines level; whether they stand on their head is not known yet."""
    pixels = picture.pixels
    lie = lie_of(ink_of(pixels, paper_of(pixels, picture.scale)))
    turned = picture.turned(1) if lie.is_sideways else picture
    if abs(lie.skew) < STRAIGHT:
        return turned
    height, width = turned.pixels.shape
    turning = cv2.getRotationMatrix2D((width / 2, height / 2), lie.skew, 1.0)
    level = cv2.warpAffine(
        turned.pixels, turning, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return Picture(level.astype(np.uint8), turned.scale, turned.quarters, lie.skew)
