"""What is drawn on a picture beside its words: rules, the lines of tables, and shaded panels."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

import cv2
import numpy as np

from ingest.ocr.ink import Mask, Pixels
from ingest.pages import Rect

# Rules are at least so long and at most so thick, in points: longer than any letter's stroke, thinner than a bar.
SHORTEST, THICKEST = 28.0, 2.5
# Rules may be faint: so many of 255 steps from the paper on both sides, when smoothed along them over so many points.
FAINT, SMOOTHED = 16, 1.0
# Pieces of a rule are this long, in points, with this share of it written on; they lie no further apart than `BROKEN`.
PIECE, FILLED = 10.0, 0.92
BROKEN = 6.0
# So much of a rule's length is written on; one thicker than `THIN`, in points, has so much of its area written on.
# Small type has less.
WHOLE = 0.86
THIN, SOLID = 1.2, 0.75
# What lies so many points apart, above and below a stroke, is compared with it.
LOOKED_AT = 4.0
# Beside a rule, so many points away, the paper is bare but for this share; above the foot of a line of text it is not.
BESIDE, BARE = 2.0, 0.2
# Close below a rule as long as this, in points, that is written on throughout, may stand a table's next line.
LONG, THROUGHOUT = 100.0, 0.98
# Panels are at least so wide and high, in points, fill this share of their outline, and differ from the paper by so
# many of 255 steps.
PANEL_WIDTH, PANEL_HEIGHT = 60.0, 16.0
FULL = 0.88
SHADE = 9
# A panel's shade is told in steps of this, so that two parts of one panel have the same.
SHADE_STEP = 16


class _Run(NamedTuple):
    """A run of ink, in pixels."""

    left: int
    top: int
    width: int
    height: int

    def rect(self, scale: float) -> Rect:
        """Return its place in points."""
        right, bottom = self.left + self.width, self.top + self.height
        return Rect(self.left / scale, self.top / scale, right / scale, bottom / scale)


@dataclass(frozen=True, slots=True)
class Rulings:
    """Rules as flat rectangles, level and upright, and shaded panels, in points; `ink` is the pixels of the rules."""

    level: tuple[Rect, ...]
    upright: tuple[Rect, ...]
    panels: tuple[Rect, ...]
    ink: Mask

    @property
    def edges(self) -> list[tuple[float, float, float, float]]:
        """Return the rules' middles as left, top, right, bottom, a little longer than they are, for tables."""
        level = [(r.left - BROKEN, _middle(r.top, r.bottom), r.right + BROKEN) for r in self.level]
        upright = [(_middle(r.left, r.right), r.top - BROKEN, r.bottom + BROKEN) for r in self.upright]
        return [
            *((left, at, right, at) for left, at, right in level),
            *((at, top, at, bottom) for at, top, bottom in upright),
        ]

    def turned(self, size: tuple[float, float]) -> "Rulings":
        """Return them after the page of that size was turned upside down."""
        width, height = size

        def turned(rects: Iterable[Rect]) -> tuple[Rect, ...]:
            return tuple(
                replace(
                    rect,
                    left=width - rect.right,
                    top=height - rect.bottom,
                    right=width - rect.left,
                    bottom=height - rect.top,
                )
                for rect in rects
            )

        return Rulings(turned(self.level), turned(self.upright), turned(self.panels), self.ink[::-1, ::-1])


def rulings_of(pixels: Pixels, paper: Pixels, scale: float) -> Rulings:
    """Return what a page draws on its paper; `scale` is pixels for each point."""
    level_ink, level = _rules(pixels, scale)
    upright_ink, upright = _rules(np.ascontiguousarray(pixels.T), scale)
    drawn = (level_ink | upright_ink.T).astype(bool)
    return Rulings(tuple(level), tuple(_mirrored(upright)), tuple(_panels(paper, scale)), drawn)


def _rules(pixels: Pixels, scale: float) -> tuple[Pixels, list[Rect]]:
    """Return the ink of level rules, and their places in points."""
    contrast = _thin_strokes(pixels, scale)
    smooth = cv2.blur(contrast, (max(round(SMOOTHED * scale), 1), 1))
    written = (smooth > FAINT).astype(np.float32)
    piece = max(round(PIECE * scale), 3)
    full = (cv2.blur(written, (piece, 1)) >= FILLED).astype(np.uint8)
    pieces = cv2.dilate(full, np.ones((1, piece), np.uint8)) & written.astype(np.uint8)
    joined = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, np.ones((3, max(round(BROKEN * scale), 1)), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined.astype(np.uint8))
    runs = [(number, _Run(*(int(value) for value in stats[number][:4]))) for number in range(1, count)]
    kept = [(number, rule) for number, run in runs if (rule := _rule_in(run, contrast, scale)) is not None]
    drawn = np.zeros(labels.shape, np.uint8)
    for number, rule in kept:
        place = slice(rule.top, rule.top + rule.height), slice(rule.left, rule.left + rule.width)
        drawn[place] |= labels[place] == number
    return drawn, [rule.rect(scale) for _, rule in kept]


def _rule_in(run: _Run, contrast: Pixels, scale: float) -> _Run | None:
    """Return a run of ink that is a rule, or the rule in it where letters touch one; None where there is none."""
    if run.width < SHORTEST * scale:
        return None
    if run.height > THICKEST * scale:
        down, across = slice(run.top, run.top + run.height), slice(run.left, run.left + run.width)
        full = np.flatnonzero((contrast[down, across] > FAINT).mean(axis=1) >= WHOLE)
        if not len(full):
            return None
        run = run._replace(top=run.top + int(full[0]), height=int(full[-1] - full[0]) + 1)
    return run if _is_rule(run, contrast, scale) else None


def _thin_strokes(pixels: Pixels, scale: float) -> Pixels:
    """Return how much each pixel differs from what lies above and below; nothing where both differ from each other."""
    across = np.ones((max(round(LOOKED_AT * scale), 3), 1), np.uint8)
    dark = cv2.morphologyEx(pixels, cv2.MORPH_BLACKHAT, across)
    light = cv2.morphologyEx(pixels, cv2.MORPH_TOPHAT, across)
    return cv2.max(dark, light).astype(np.uint8)


def _is_rule(run: _Run, contrast: Pixels, scale: float) -> bool:
    """Return whether a run of ink is long and thin, has few gaps, is solid, and has bare paper beside it.

    A long rule without gaps needs it above only, where the foot of a line of text has letters.
    """
    if run.width < SHORTEST * scale or run.height > THICKEST * scale:
        return False
    across, down = slice(run.left, run.left + run.width), slice(run.top, run.top + run.height)
    written = contrast[down, across] > FAINT
    along = written.any(axis=0).mean()
    if along < WHOLE or (run.height > THIN * scale and written.mean() < SOLID):
        return False
    away, thick = round(BESIDE * scale), max(round(scale / 2), 1)
    above, below = max(run.top - away, 0), min(run.top + run.height + away, len(contrast) - 1)
    beside = contrast[max(above - thick, 0) : above + 1, across], contrast[below : below + thick + 1, across]
    bare = [float((side > FAINT).mean()) <= BARE for side in beside]
    return bare[0] if run.width >= LONG * scale and along >= THROUGHOUT else all(bare)


def _mirrored(rects: Iterable[Rect]) -> list[Rect]:
    return [Rect(rect.top, rect.left, rect.bottom, rect.right) for rect in rects]


def _panels(paper: Pixels, scale: float) -> list[Rect]:
    """Return shaded panels: stretches of paper of another shade than the page's own, as rectangles."""
    small = paper[::4, ::4]
    own = _own_shade(small)
    differs = (cv2.absdiff(small, np.full_like(small, own)) > SHADE).astype(np.uint8)
    whole = cv2.morphologyEx(differs, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(whole)
    panels = []
    for number in range(1, count):
        left, top, width, height, area = (int(value) for value in stats[number])
        is_big = 4 * width >= PANEL_WIDTH * scale and 4 * height >= PANEL_HEIGHT * scale
        if is_big and area >= FULL * width * height:
            shade = float(np.median(small[labels == number])) // SHADE_STEP * SHADE_STEP / 255
            run = _Run(4 * left, 4 * top, 4 * width, 4 * height)
            panels.append(replace(run.rect(scale), fill=(shade, shade, shade)))
    return panels


def _own_shade(paper: Pixels) -> int:
    """Return the shade of the page's paper: the lightest that a good part of it has."""
    shares = np.bincount(paper.ravel() // 8, minlength=32) / paper.size
    return int(np.flatnonzero(shares >= min(0.15, shares.max()))[-1]) * 8 + 4


def _middle(one: float, other: float) -> float:
    return (one + other) / 2
