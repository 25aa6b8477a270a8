"""How large and how bold the type of a line is, as its ink shows it."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np
from pdfminer.fontmetrics import FONT_METRICS

from ingest.ocr.ink import Mask
from ingest.ocr.line_words import FoundWord

# How wide each character of a common typeface is, in thousandths of its size; what it has not is as wide as a figure.
_WIDTHS: Mapping[str, float] = FONT_METRICS["Helvetica"][1]
_USUAL_WIDTH = 556.0
# The room beside a word's first and last letters that belongs to them but has no ink, in multiples of the size.
_BEARINGS = 0.12
# That typeface is this much wider than what reports are usually set in.
_WIDER = 0.91
# Leaders of contents lines are dots at any distance.
_LEADER = frozenset(".…")


@dataclass(frozen=True, slots=True)
class LineMeasures:
    """What the strip of a line shows, in pixels.

    `baseline` is where its letters stand, from the strip's top; `height` that of its small letters, or of its capitals
    and figures where `is_high`. `letters` is how wide its words are and would be in type of size 1; `strokes` and
    `widths` are for each word how thick its strokes are and how wide it is.
    """

    baseline: float
    height: float
    is_high: bool
    letters: tuple[float, float]
    strokes: tuple[float, ...]
    widths: tuple[float, ...]

    @property
    def size_by_width(self) -> float:
        """Return the size of its type in pixels, as the width of its words tells it."""
        width, nominal = self.letters
        return width / (nominal * _WIDER) if nominal > 0 else 0.0

    @property
    def length(self) -> float:
        """Return how long its words are, in multiples of the size."""
        return self.letters[1]


def measures_of(words: Sequence[FoundWord], ink: Mask) -> LineMeasures:
    """Return what the strip of a line shows of its type."""
    top, baseline = _band(ink)
    text = "".join(word.text for word in words)
    measured = [word for word in words if not set(word.text) <= _LEADER]
    return LineMeasures(
        baseline=float(baseline),
        height=float(baseline - top),
        is_high=not any(letter.islower() for letter in text),
        letters=(
            sum(word.right - word.left for word in measured),
            sum(max(_nominal(word.text) - _BEARINGS, 0.15) for word in measured),
        ),
        strokes=_strokes(words, ink),
        widths=tuple(word.right - word.left for word in words),
    )


def _strokes(words: Sequence[FoundWord], ink: Mask) -> tuple[float, ...]:
    """Return how thick each word's strokes are; signs, which are as thick as they please, take the others' measure."""
    found = [
        _stroke(ink[:, int(word.left) : int(word.right) + 1]) if any(map(str.isalnum, word.text)) else None
        for word in words
    ]
    usual = median([stroke for stroke in found if stroke is not None] or [0.0])
    return tuple(usual if stroke is None else stroke for stroke in found)


def _band(ink: Mask) -> tuple[int, int]:
    """Return the rows between which most of the ink is: where small letters begin, and the baseline."""
    height = len(ink)
    rows = np.convolve(ink.sum(axis=1).astype(float), np.ones(max(height // 20, 1)), "same")
    steps = np.diff(rows)
    middle = height // 2
    return int(np.argmax(steps[:middle])) + 1, middle + int(np.argmin(steps[middle:])) + 1


def _nominal(text: str) -> float:
    return sum(_width(character) for character in text) / 1000


def _width(character: str) -> float:
    plain = unicodedata.normalize("NFKD", character)[0]
    return _WIDTHS.get(character, _WIDTHS.get(plain, _USUAL_WIDTH))


def _stroke(ink: Mask) -> float:
    """Return how thick strokes are: the mean length of level runs of ink."""
    runs = np.count_nonzero(np.diff(ink.astype(np.int8), axis=1)) / 2
    return float(np.count_nonzero(ink)) / max(runs, 1.0)
