"""How a picture of a page is turned: sideways or not, and askew by how many degrees."""

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from ingest.ocr.ink import Mask

Ink = npt.NDArray[np.float32]

# Pages are laid on a scanner by hand: they lie askew by a few degrees.
MOST_ASKEW = 6.0
# Degrees between the angles that are tried, first coarsely, then around the best.
COARSE, FINE = 0.5, 0.05
# The angle is measured in a picture of this many pixels along its longer side.
SIDE = 900
# Lines are sideways where their rows stand out so many times as clearly the other way.
CLEARLY = 1.5
# Less ink than this share is a blank page, which lies as it lies.
BLANK = 0.0005


class Lie(NamedTuple):
    """How a page lies: `is_sideways` where its lines run up or down; `skew` in degrees clockwise, after turning."""

    is_sideways: bool
    skew: float


def lie_of(ink: Mask) -> Lie:
    """Return how the page lies that the ink is on."""
    small = _shrunk(ink)
    if small.mean() < BLANK:
        return Lie(is_sideways=False, skew=0.0)
    turned = np.ascontiguousarray(np.rot90(small))
    level, level_clearness = _best_angle(small)
    upright, upright_clearness = _best_angle(turned)
    if upright_clearness > CLEARLY * level_clearness:
        return Lie(is_sideways=True, skew=_fine(turned, upright))
    return Lie(is_sideways=False, skew=_fine(small, level))


def _shrunk(ink: Mask) -> Ink:
    height, width = ink.shape
    factor = SIDE / max(height, width)
    size = (max(round(width * factor), 1), max(round(height * factor), 1))
    return cv2.resize(ink.astype(np.float32), size, interpolation=cv2.INTER_AREA).astype(np.float32)


def _best_angle(ink: Ink) -> tuple[float, float]:
    angles = np.arange(-MOST_ASKEW, MOST_ASKEW + COARSE, COARSE)
    clearness = [_clearness(ink, float(angle)) for angle in angles]
    best = int(np.argmax(clearness))
    return float(angles[best]), clearness[best]


def _fine(ink: Ink, about: float) -> float:
    angles = np.arange(about - COARSE, about + COARSE + FINE, FINE)
    best = max(angles, key=lambda angle: _clearness(ink, float(angle)))
    return round(float(best), 2)


def _clearness(ink: Ink, angle: float) -> float:
    """Return how clearly lines of text stand out as rows when the page is turned back by an angle."""
    height, width = ink.shape
    # Shifting columns up and down is enough for small angles, and keeps rows apart better than turning.
    slope = np.tan(np.radians(angle))
    shear = np.array([[1.0, 0.0, 0.0], [-slope, 1.0, slope * width / 2]])
    rows = cv2.warpAffine(ink, shear, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
