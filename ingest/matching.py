"""Which newly read item is which known one, so that a permanent address keeps meaning the same thing.

Items are matched by their text, then by nearly the same text, then by their number and neighbours. This module
knows no Django.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

# Two texts that share this much of their words are one item with mended words.
NEARLY_THE_SAME = 0.75
# Two items are compared only if they share a word that stands in few items; without this, every paragraph of a long
# report would be compared with every other.
FEW = 20
# Items with the same number between the same neighbours are one item even when much of the text changed.
STILL_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Matchable:
    """What matching looks at: an item's kind, number and text, in reading order."""

    kind: str
    label: str
    text: str


def match(known: Sequence[Matchable], found: Sequence[Matchable]) -> dict[int, int]:
    """Return for places in `found` the place in `known` of the same item; each is used once."""
    matched: dict[int, int] = {}
    _match_same_text(known, found, matched)
    _match_alike(known, found, matched)
    _match_number_and_neighbours(known, found, matched)
    return matched


def _match_same_text(known: Sequence[Matchable], found: Sequence[Matchable], matched: dict[int, int]) -> None:
    """Pair equal texts; where one text stands several times, first with first and so on."""
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, item in enumerate(known):
        waiting[item.kind, _plain(item.text)].append(place)
    for place, item in enumerate(found):
        candidates = waiting[item.kind, _plain(item.text)]
        if candidates:
            matched[place] = candidates.pop(0)


def _match_alike(known: Sequence[Matchable], found: Sequence[Matchable], matched: dict[int, int]) -> None:
    """Pair what is left by likeness, the most alike first."""
    pairs = sorted(
        (
            (likeness, new, old)
            for new, old, likeness in _likenesses(known, found, matched)
            if likeness >= NEARLY_THE_SAME
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    used = set(matched.values())
    for _, new, old in pairs:
        if new not in matched and old not in used:
            matched[new] = old
            used.add(old)


def _match_number_and_neighbours(
    known: Sequence[Matchable], found: Sequence[Matchable], matched: dict[int, int]
) -> None:
    """Pair items of one number where the item before or after is already paired with its neighbour."""
    used = set(matched.values())
    for new, old, likeness in _likenesses(known, found, matched):
        if new in matched or old in used or likeness < STILL_ALIKE:
            continue
        same_number = found[new].label != "" and found[new].label == known[old].label
        between_neighbours = matched.get(new - 1) == old - 1 or matched.get(new + 1) == old + 1
        if same_number and between_neighbours:
            matched[new] = old
            used.add(old)


def _likenesses(
    known: Sequence[Matchable], found: Sequence[Matchable], matched: dict[int, int]
) -> list[tuple[int, int, float]]:
    """Return (new, old, likeness) for unmatched items of the same kind that share a rare word."""
    used = set(matched.values())
    old_words = {place: Counter(_words(item.text)) for place, item in enumerate(known) if place not in used}
    places_of_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, words in old_words.items():
        for word in words:
            places_of_word[known[place].kind, word].append(place)
    found_pairs = []
    for new, item in enumerate(found):
        if new in matched:
            continue
        words = Counter(_words(item.text))
        shared = (places_of_word[item.kind, word] for word in words)
        candidates = {place for places in shared if len(places) <= FEW for place in places}
        found_pairs += [(new, old, _likeness(words, old_words[old])) for old in sorted(candidates)]
    return found_pairs


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two texts have in common (Dice's coefficient)."""
    return 2 * (one & other).total() / (one.total() + other.total())


def _plain(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
