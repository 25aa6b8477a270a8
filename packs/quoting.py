"""Quoting a review: its own words, in their order, with […] wherever some are left out. No database, no Django.

A trainer deletes what is not needed; the marks of omission are put in here, so that no cut goes unmarked. What the
trainer adds to make a sentence whole stands in square brackets: "[the school] wrote".
"""

import hashlib
import re
from collections.abc import Sequence
from itertools import pairwise

OMISSION = "[…]"
# What people type for words left out.
WRITTEN_OMISSIONS = {"[…]", "[...]", "…", "...", "(…)", "(...)", "[....]", "...."}
# "[T]he" for "the": the letter is the review's, its size is not.
CHANGED_LETTER = re.compile(r"\[(\w)\]")
# An addition, which may hold several words: "[the school]".
ADDITION = re.compile(r"\[[^\[\]]*\]")
ENDS_A_SENTENCE = re.compile(r"[.!?:;][\"'”’)\]]*$")
# Beyond this the comparison would take seconds; no item is as long, and nobody quotes as much.
MOST_WORDS = 3000


class NotTheWords(ValueError):
    """Words in a quotation that the review does not have, in that order."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def checksum(text: str) -> str:
    """Return a checksum of a text, blind to how its spaces and lines fall."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def shorten(original: str, wanted: str) -> str:
    """Return `wanted` as a true quotation of `original`, every omission marked; empty where it is the whole.

    Raises NotTheWords with the first words that `original` does not have where they are wanted.
    """
    text, tokens = original.split()[:MOST_WORDS], _tokens(wanted)
    kept = [token for token in tokens if token is not None and not _is_addition(token)]
    if not kept:
        raise NotTheWords(wanted.strip())
    places = _places(text, kept)
    if _is_whole(text, tokens, places):
        return ""
    return _written(text, tokens, places)


def stands_in(words: str, text: str) -> bool:
    """Return whether a quotation's words still stand in `text`, in their order."""
    if not words:
        return True
    kept = [token for token in _tokens(words) if token is not None and not _is_addition(token)]
    try:
        return bool(_places(text.split()[:MOST_WORDS], kept))
    except NotTheWords:
        return False


def _tokens(wanted: str) -> list[str | None]:
    """Return the words of a quotation; None for words left out, an addition in brackets as one."""
    joined = ADDITION.sub(lambda found: found.group().replace(" ", "\x00"), wanted)
    return [None if token in WRITTEN_OMISSIONS else token.replace("\x00", " ") for token in joined.split()]


def _is_addition(token: str) -> bool:
    """Return whether the token is wholly the trainer's own: in brackets, and longer than a changed letter."""
    bare = token.strip(".,;:!?”’\"'")
    return bare.startswith("[") and bare.endswith("]") and len(bare) > 3


def _alike(word: str, token: str) -> bool:
    """Return whether the token quotes the word: the same, or with its first letter changed in brackets."""
    changed = CHANGED_LETTER.search(token)
    return word == token or bool(changed and word.lower() == CHANGED_LETTER.sub(r"\1", token).lower())


def _places(text: Sequence[str], kept: Sequence[str]) -> list[int]:
    """Return where each kept word stands, with as few gaps as can be. Raises NotTheWords."""
    best = _fewest_gaps(text, kept)
    places = [min(range(len(text)), key=lambda at: best[-1][at])]
    for row in reversed(range(len(kept) - 1)):
        last = places[-1]
        near, *others = last - 1, *range(last - 1)
        places.append(min((at for at in (near, *others) if at >= 0), key=lambda at: best[row][at] + (at != near)))
    return places[::-1]


def _fewest_gaps(text: Sequence[str], kept: Sequence[str]) -> list[list[float]]:
    """Return, for each kept word and each place, the gaps of the best quotation that ends with that word there."""
    never = float("inf")
    rows: list[list[float]] = []
    for number, token in enumerate(kept):
        row = [never] * len(text)
        best_before = never
        for at, word in enumerate(text):
            before = rows[-1][at - 1] if rows and at else never
            if _alike(word, token):
                row[at] = min(before, best_before + 1) if rows else 0
            best_before = min(best_before, before)
        if min(row, default=never) == never:
            raise NotTheWords(" ".join(kept[max(number - 2, 0) : number + 3]))
        rows.append(row)
    return rows


def _is_whole(text: Sequence[str], tokens: Sequence[str | None], places: Sequence[int]) -> bool:
    return len(places) == len(text) and None not in tokens and len(tokens) == len(text)


def _written(text: Sequence[str], tokens: Sequence[str | None], places: Sequence[int]) -> str:
    """Return the quotation with a mark in each gap, and at an end that is cut within a sentence."""
    gaps = {number for number, (one, next_one) in enumerate(pairwise(places)) if next_one - one > 1}
    parts, number = [], -1
    for token in tokens:
        if token is None:
            continue
        if not _is_addition(token):
            if number in gaps:
                parts.append(OMISSION)
            number += 1
        parts.append(token)
    first, last = places[0], places[-1]
    if first and not ENDS_A_SENTENCE.search(text[first - 1]) and not CHANGED_LETTER.match(parts[0]):
        parts.insert(0, OMISSION)
    if last < len(text) - 1 and not ENDS_A_SENTENCE.search(text[last]):
        parts.append(OMISSION)
    return " ".join(parts)
