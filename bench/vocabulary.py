"""The words of the made-up corpus: a grammar's small words, the field's words and phrases, and a long tail of names.

Frequencies fall as in running text (Zipf): p ~ 1 / (rank + shift) ** slope. A phrase is one entry, so that phrases
occur as often as they do in reviews and not as chance puts words beside each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WORDS_FILE = Path(__file__).with_name("words.txt")
TAIL_SIZE = 200_000
# Shares of running text.
SMALL_SHARE, FIELD_SHARE = 0.43, 0.45


@dataclass(frozen=True)
class Vocabulary:
    """The entries and, beside each, the share of running text up to and with it, 0 to 1."""

    words: NDArray[np.object_]
    shares: NDArray[np.float64]

    def drawn(self, number: int, chance: np.random.Generator) -> NDArray[np.object_]:
        """Return so many entries as they come in running text."""
        return self.words[np.searchsorted(self.shares, chance.random(number), side="right")]


@cache
def vocabulary(seed: int = 1) -> Vocabulary:
    """Return the vocabulary; the same for the same seed."""
    small, field, *parts = written()
    tail = names(TAIL_SIZE, parts, np.random.default_rng(seed))
    shares = np.concatenate(
        [
            SMALL_SHARE * zipf(len(small), shift=3, slope=1.0),
            FIELD_SHARE * zipf(len(field), shift=6, slope=0.95),
            (1 - SMALL_SHARE - FIELD_SHARE) * zipf(len(tail), shift=20, slope=1.02),
        ]
    )
    summed = np.cumsum(shares)
    return Vocabulary(np.array([*small, *field, *tail], dtype=object), summed / summed[-1])


def zipf(number: int, *, shift: float, slope: float) -> NDArray[np.float64]:
    """Return shares that fall with the rank and add up to 1."""
    shares = 1.0 / (np.arange(number) + 1 + shift) ** slope
    return np.asarray(shares / shares.sum())


def names(number: int, parts: Sequence[Sequence[str]], chance: np.random.Generator) -> list[str]:
    """Return so many different words that sound like names and mean nothing."""
    begin, middle, end = parts
    found: dict[str, None] = {}
    while len(found) < number:
        order = (begin, middle, end) if len(found) % 2 else (begin, middle, begin, middle, end)
        drawn = [chance.integers(0, len(part), number) for part in order]
        for places in zip(*drawn, strict=True):
            found["".join(part[place] for part, place in zip(order, places, strict=True))] = None
            if len(found) == number:
                break
    return list(found)


def written() -> list[list[str]]:
    """Return the lists of the file: small words, the field's words, and the parts of names."""
    lines = [line for line in WORDS_FILE.read_text().splitlines() if not line.startswith("#")]
    lists = "\n".join(lines).strip().split("\n\n")
    return [[word.replace("_", " ") for word in part.split()] for part in lists]
