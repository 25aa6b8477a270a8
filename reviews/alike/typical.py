"""Which of many texts are most like all the others."""

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from reviews.alike.words import Bag

# A text of fewer telling words is a heading; it is typical of everything.
FEWEST_WORDS = 6


def most_typical(bags: Mapping[int, Bag], number: int) -> list[int]:
    """Return the keys of the texts whose words the others use most, the most typical first.

    A word counts as much as the share of texts that have it; long texts are not preferred (the sum is divided by the
    root of the length, as the cosine with the mean of all does).
    """
    often = Counter(stem for bag in bags.values() for stem in bag)
    marks = {
        key: sum(often[stem] for stem in bag) / sqrt(len(bag)) for key, bag in bags.items() if len(bag) >= FEWEST_WORDS
    }
    return sorted(marks, key=lambda key: (-marks[key], key))[:number]
