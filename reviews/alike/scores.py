"""How alike texts are: the telling words that two share, each weighed by how rare it is, as the cosine between them."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from reviews.alike.words import Bag

Key = TypeVar("Key", bound=Hashable)
# A theme that two share says more than one word does; measured on the judged set (docs/likeness.md).
WEIGHT_OF_THEMES = 0.2
# Among very many texts, words that more than this share of them have are passed over: they cost most and say least.
MOST_OFTEN, MANY = 0.1, 2000


@dataclass(frozen=True)
class Neighbour(Generic[Key]):
    """Another text, how alike it is (0 to 1), and the stems that both have, the rarest first."""

    key: Key
    score: float
    shared: tuple[str, ...]


class Texts(Generic[Key]):
    """Texts as bags of stems with their themes, to be compared with each other."""

    def __init__(self, bags: Mapping[Key, Bag], themes: Mapping[Key, frozenset[Hashable]]) -> None:
        self.keys: Sequence[Key] = tuple(bags)
        self.bags, self.themes = bags, themes
        self.rarity, self.postings = _indexed(bags)
        self.lengths = np.sqrt([sum(self.rarity[stem] ** 2 for stem in bags[key]) or 1 for key in self.keys])

    def neighbours(self, number: int, least: float) -> Iterator[tuple[Key, list[Neighbour[Key]]]]:
        """Return, for each text, at most `number` others that are at least so alike, the most alike first."""
        for place, key in enumerate(self.keys):
            yield key, self._neighbours_of(place, key, number, least)

    def _neighbours_of(self, place: int, key: Key, number: int, least: float) -> list[Neighbour[Key]]:
        scores = self._scores(place)
        near = np.flatnonzero(scores >= least)
        if len(near) > 4 * number:
            # Themes add the same at most to all: only the closest by words can come first.
            near = near[np.argpartition(-scores[near], 4 * number)[: 4 * number]]
        others = (int(one) for one in near if one != place)
        marked = [(self._with_themes(float(scores[one]), key, self.keys[one]), one) for one in others]
        best = sorted(marked, key=lambda mark: (-mark[0], mark[1]))[:number]
        return [Neighbour(self.keys[one], score, self.shared(key, self.keys[one])) for score, one in best]

    def shared(self, one: Key, other: Key) -> tuple[str, ...]:
        """Return the stems that two texts share, the rarest first."""
        both = self.bags[one] & self.bags[other]
        return tuple(sorted(both, key=lambda stem: (-self.rarity[stem], stem)))

    def _scores(self, place: int) -> NDArray[np.float64]:
        summed = np.zeros(len(self.keys))
        for stem in self.bags[self.keys[place]]:
            if stem in self.postings:
                summed[self.postings[stem]] += self.rarity[stem] ** 2
        cosines: NDArray[np.float64] = summed / (self.lengths * self.lengths[place])
        return cosines

    def _with_themes(self, score: float, one: Key, other: Key) -> float:
        mine, theirs = self.themes.get(one, frozenset()), self.themes.get(other, frozenset())
        share = len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
        return (1 - WEIGHT_OF_THEMES) * score + WEIGHT_OF_THEMES * share


def _indexed(bags: Mapping[Key, Bag]) -> tuple[dict[str, float], dict[str, NDArray[np.int64]]]:
    """Return how rare each stem is, and in which texts it stands."""
    places: dict[str, list[int]] = {}
    for place, bag in enumerate(bags.values()):
        for stem in bag:
            places.setdefault(stem, []).append(place)
    most = len(bags) * MOST_OFTEN if len(bags) > MANY else len(bags)
    rarity = {stem: log((1 + len(bags)) / len(found)) for stem, found in places.items()}
    return rarity, {stem: np.array(found, np.int64) for stem, found in places.items() if 1 < len(found) <= most}
