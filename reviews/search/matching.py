"""Which items of a block answer, and how well, from its postings alone.

It says of each item what `search @@ tsquery` says of it: a property test holds it to that.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from reviews.models.search_index import BLOCK_SIZE
from reviews.search.order import WEIGHTS
from reviews.words.meaning import Close, Either, Every, Lexeme, Meaning, Never, Run, wanted_runs

Mask: TypeAlias = NDArray[np.bool_]
# Places of words in all items of a block, in order: the item's place times this, and the word's place in the item.
# A word's place has 14 bits; one bit more keeps what is counted on from it within the item.
STRIDE_BITS = 15
Places: TypeAlias = NDArray[np.int64]
Occurrences: TypeAlias = Mapping[Lexeme, NDArray[np.uint32]]

# Below so many occurrences a block's items are listed and not looked up.
FEW = 2_000
# The first hits count most, and a long text must have more of them (as in BM25; its usual figures).
SATURATION, LENGTH_SHARE, USUAL_LENGTH = 1.2, 0.75, 40


class BlockMatcher:
    """Answers questions about one block: from the occurrences of the lexemes that they ask for."""

    def __init__(self, occurrences: Occurrences, is_there: Mask) -> None:
        self.occurrences, self.is_there = occurrences, is_there

    def places(self, meaning: Meaning) -> NDArray[np.int64]:
        """Return the places of the block's items that answer, in order."""
        if isinstance(meaning, Run) and len(meaning.places) == 1:
            # Most words are asked alone; what few items have them is quicker listed than looked up among all.
            raw = [self.occurrences[lexeme] for lexeme in meaning.places[0]]
            if sum(map(len, raw)) < FEW:
                return np.unique(np.concatenate(raw) >> 16).astype(np.int64)
        return np.flatnonzero(self.answers(meaning))

    def answers(self, meaning: Meaning) -> Mask:
        """Return which of the block's items answer."""
        match meaning:
            case Run(places) if len(places) == 1:
                return self._with_any(places[0])
            case Run():
                return _items_of(self._starts(meaning))
            case Close():
                return self._close(meaning)
            case Every(parts):
                return reduce(np.logical_and, (self.answers(part) for part in parts))
            case Either(parts):
                return reduce(np.logical_or, (self.answers(part) for part in parts))
            case Never(part):
                return self.is_there & ~self.answers(part)

    def _with_any(self, lexemes: Iterable[Lexeme]) -> Mask:
        found = np.zeros(BLOCK_SIZE, bool)
        for lexeme in lexemes:
            found[self.occurrences[lexeme] >> 16] = True
        return found

    def _starts(self, run: Run) -> Places:
        """Return where runs begin."""
        everywhere = reduce(np.logical_and, (self._with_any(place) for place in run.places))
        starts = self._places(run.places[0], everywhere)
        for step, place in enumerate(run.places[1:], start=1):
            starts = starts[_are_in(starts + step, self._places(place, everywhere))]
        return starts

    def _places(self, lexemes: Iterable[Lexeme], within: Mask) -> Places:
        """Return where any of the lexemes stand in these items, in order; twice where two of them are one word."""
        return np.sort(np.concatenate([_places_of(self.occurrences[lexeme], within) for lexeme in lexemes]))

    def _close(self, close: Close) -> Mask:
        """Return the items in which one of the left runs and one of the right are near each other."""
        left = [(self._starts(run), len(run.places)) for run in close.left]
        right = [(self._starts(run), len(run.places)) for run in close.right]
        found = np.zeros(BLOCK_SIZE, bool)
        for one, length in left:
            for other, other_length in right:
                found |= _items_of(_followed(one + length - 1, other, close.distance))
                found |= _items_of(_followed(other + other_length - 1, one, close.distance))
        return found


def scores(
    occurrences: Occurrences, length: NDArray[np.float32], places: NDArray[np.int64], meaning: Meaning,
    rarity: Sequence[float],
) -> NDArray[np.float32]:  # fmt: skip
    """Return how well the items at some places of a block answer; `rarity` is that of each of `words_to_weigh`."""
    number = np.full(BLOCK_SIZE, -1, np.int32)
    number[places] = np.arange(len(places))
    found = np.zeros(len(places), np.float32)
    against = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length[places] / USUAL_LENGTH)
    for word, rare in zip(words_to_weigh(meaning), rarity, strict=True):
        hits = np.zeros(len(places), np.float32)
        for lexeme in word:
            raw = occurrences[lexeme]
            at = number[raw >> 16]
            wanted = at >= 0
            hits += np.bincount(at[wanted], weights=_WEIGHTS[raw[wanted] & 3], minlength=len(places)).astype(np.float32)
        found += np.float32(rare) * hits / (hits + against)
    return found


def words_to_weigh(meaning: Meaning) -> list[frozenset[Lexeme]]:
    """Return the words by which items are ranked, each once."""
    return list(dict.fromkeys(place for run in wanted_runs(meaning) for place in run.places))


def rarity_of(occurrences: int, items: int) -> float:
    """Return how much a word counts that occurs so often in so many items: rare ones more."""
    return log(1 + items / (occurrences + 1))


def _places_of(raw: NDArray[np.uint32], within: Mask) -> Places:
    kept = raw[within[raw >> 16]].astype(np.int64)
    return np.asarray(((kept >> 16) << STRIDE_BITS) | ((kept >> 2) & 0x3FFF))


def _items_of(places: Places) -> Mask:
    found = np.zeros(BLOCK_SIZE, bool)
    found[places >> STRIDE_BITS] = True
    return found


def _are_in(wanted: Places, known: Places) -> Mask:
    """Return which of `wanted` are among `known`; both in order."""
    if not len(known):
        return np.zeros(len(wanted), bool)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.asarray(known[at] == wanted)


def _followed(ends: Places, starts: Places, distance: int) -> Places:
    """Return the starts that have an end at most so many words before them."""
    first = np.searchsorted(ends, starts - distance, side="left")
    return starts[first < np.searchsorted(ends, starts, side="left")]


_WEIGHTS = np.array(WEIGHTS, np.float32)
