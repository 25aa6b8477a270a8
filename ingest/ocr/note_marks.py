"""Raised note marks at the ends of words: as the reader tells them, or as the ink shows that figures stand high."""

import re

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
    middle = _boundary(word, at)
    rest = FoundWord(word.text[:at], word.left, middle, word.across[:at])
    return rest, FoundWord(word.text[at:].translate(_RAISED), middle, word.right, word.across[at:])


def _boundary(word: FoundWord, at: int) -> float:
    return (word.across[at - 1] + word.across[at]) / 2


def _stands_high(word: FoundWord, span: tuple[int, int], ink: Mask, measures: LineMeasures) -> bool:
    """Return whether the ink of some characters of a word, not its first, stands well above the baseline."""
    right = word.right if span[1] == len(word.text) else _boundary(word, span[1]) - 1
    strip = ink[:, round(_boundary(word, span[0])) + 1 : round(right)]
    rows = np.nonzero(strip)[0]
    return len(rows) > 0 and measures.baseline - float(np.quantile(rows, 1 - _LOWEST)) > _RISE * measures.height
