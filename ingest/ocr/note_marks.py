"""Raised note marks at the ends of words: as the reader tells them, or as the ink shows that figures stand high."""

import re
from dataclasses import replace

import numpy as np

from ingest.ocr.ink import Mask
from ingest.ocr.line_words import FoundWord
from ingest.ocr.type_measures import LineMeasures

_RAISED = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_READ_RAISED = re.compile(r"^(.*?)([¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})[.,;:)]?$")
# "guidance5", "case.”2", "met12,": figures straight after another character, and before a stop, may be a mark.
_PERHAPS_RAISED = re.compile(r"^(.*[^\d\s£(–-])(\d{1,3})[.,;:)]?$")
# All but the lowest of a raised figure's ink stands over the baseline by this share of the height of small letters;
# the lowest may be the stop that follows it.
_RISE, _LOWEST = 0.42, 0.12


def split_mark(word: FoundWord, ink: Mask, measures: LineMeasures) -> tuple[FoundWord, FoundWord | None]:
    """Return a word without the note mark that it ends in, and the mark; None where it has none."""
    read = _READ_RAISED.match(word.text)
    if read and read[1]:
        return _parted(word, read.end(1))
    if read:
        return word, None
    perhaps = _PERHAPS_RAISED.match(word.text)
    if perhaps and _stands_high(word, perhaps.span(2), ink, measures):
        return _parted(word, perhaps.end(1))
    return word, None


def _parted(word: FoundWord, at: int) -> tuple[FoundWord, FoundWord]:
    mark = word.part(at, len(word.text))
    return word.part(0, at), replace(mark, text=mark.text.translate(_RAISED))


def _stands_high(word: FoundWord, span: tuple[int, int], ink: Mask, measures: LineMeasures) -> bool:
    """Return whether the ink of some characters of a word, not its first, stands well above the baseline."""
    figures = word.part(*span)
    strip = ink[:, round(figures.left) + 1 : max(round(figures.right) - 1, round(figures.left) + 2)]
    rows = np.nonzero(strip)[0]
    return len(rows) > 0 and measures.baseline - float(np.quantile(rows, 1 - _LOWEST)) > _RISE * measures.height
