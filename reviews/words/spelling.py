"""How alike two words are spelt. Knows no database."""

from collections.abc import Iterable

# A short word may have one letter wrong, a longer one two: "neglact", "safegaurding".
SHORT_WORD = 5


def trigrams_of(word: str) -> list[str]:
    """Return the runs of three letters in a word, its beginning and its end marked, each once."""
    padded = f"  {word} "
    return sorted({padded[at : at + 3] for at in range(len(padded) - 2)})


def nearest(word: str, candidates: Iterable[str]) -> list[str]:
    """Return the candidates that can be meant by a mis-spelt word, the nearest first; of equals the order given."""
    most = 1 if len(word) <= SHORT_WORD else 2
    near = [(distance(word, one), one[:1] != word[:1], place, one) for place, one in enumerate(candidates)]
    return [one for steps, _, _, one in sorted(near) if 0 < steps <= most]


def distance(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, changed, or swapped with the next, to come to the other word.

    The restricted Damerau-Levenshtein distance.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, wanted in enumerate(other, start=1):
            cheapest = min(here[-1] + 1, last[column] + 1, last[column - 1] + (letter != wanted))
            if before and column > 1 and one[row - 2] == wanted and other[column - 2] == letter:
                cheapest = min(cheapest, before[column - 2] + 1)
            here.append(cheapest)
        before, last = last, here
    return last[-1]
