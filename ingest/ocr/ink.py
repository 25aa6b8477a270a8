"""What is written on a picture, whatever the paper's shade: light text on dark panels is ink as well."""

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

# The paper is what most of the surroundings are, within so many points; strokes are thinner than half of that.
SURROUNDINGS = 16.0
# Ink differs from the paper around it by so many of 255 steps at least: noise and shadows do not.
CONTRAST = 45
# The paper's shade is looked at in a picture this many times smaller.
STEP = 4


def paper_of(pixels: Pixels, scale: float) -> Pixels:
    """Return the shade of the paper behind each pixel; `scale` is pixels for each point."""
    height, width = pixels.shape
    small = cv2.resize(pixels, (max(width // STEP, 1), max(height // STEP, 1)), interpolation=cv2.INTER_AREA)
    reach = int(SURROUNDINGS * scale / STEP) // 2 * 2 + 1
    smooth = cv2.medianBlur(small, min(max(reach, 3), 255))
    return cv2.resize(smooth, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.uint8)


def ink_of(pixels: Pixels, paper: Pixels) -> Mask:
    """Return which pixels differ from the paper behind them."""
    return cv2.absdiff(pixels, paper) > CONTRAST
