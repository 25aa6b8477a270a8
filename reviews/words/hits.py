"""Where in a text the words are that were looked for, so that they can be marked."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reviews.words.meaning import Close, Either, Every, Lexeme, Meaning, Run

# A word as the database's parser takes it: figures with points are one, and "children's" counts as "children".
TOKEN = re.compile(r"\d+(?:\.\d+)+|[^\W_]+(?:['’]s\b)?", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a text, from the first letter to after the last."""

    start: int
    end: int


class Token(NamedTuple):
    """A word of a text and where it stands, from its first letter to after its last. There are very many of these."""

    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text."""
    return [Token(found.group(), found.start(), found.end()) for found in TOKEN.finditer(text)]


def hits(tokens: Sequence[Token], lexemes: Mapping[str, Sequence[str]], meaning: Meaning) -> list[Span]:
    """Return what to mark, in order; stretches that overlap are one. `lexemes` says what each word is in the index."""
    places = sorted(set(_places(_Text([token.text for token in tokens], lexemes), meaning)))
    return _merged(Span(tokens[first].start, tokens[last].end) for first, last in places)


class _Text:
    """The words of a text, in order; every different word is looked at once."""

    def __init__(self, words: Sequence[str], lexemes: Mapping[str, Sequence[str]]) -> None:
        self.words = words
        self.lexemes = {word: frozenset(lexemes.get(word, ())) for word in set(words)}

    def places_of(self, wanted: frozenset[Lexeme]) -> list[int]:
        """Return where one of the lexemes stands."""
        whole = {lexeme.text for lexeme in wanted if not lexeme.is_prefix}
        beginnings = tuple(lexeme.text for lexeme in wanted if lexeme.is_prefix)
        spelt = {
            word
            for word, lexemes in self.lexemes.items()
            if not whole.isdisjoint(lexemes) or (beginnings and any(one.startswith(beginnings) for one in lexemes))
        }
        return [place for place, word in enumerate(self.words) if word in spelt] if spelt else []


def _places(text: _Text, meaning: Meaning) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each stretch that is asked for."""
    match meaning:
        case Run():
            yield from _run(text, meaning)
        case Close():
            yield from _close(text, meaning)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _places(text, part)


def _run(text: _Text, run: Run) -> Iterator[tuple[int, int]]:
    first, *others = run.places
    following = [set(text.places_of(place)) for place in others]
    for start in text.places_of(first):
        if all(start + step in places for step, places in enumerate(following, start=1)):
            yield start, start + len(others)


def _close(text: _Text, close: Close) -> Iterator[tuple[int, int]]:
    left = [place for run in close.left for place in _run(text, run)]
    right = [place for run in close.right for place in _run(text, run)]
    yield from _with_a_neighbour(left, right, close.distance)
    yield from _with_a_neighbour(right, left, close.distance)


def _with_a_neighbour(
    places: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]], distance: int
) -> Iterator[tuple[int, int]]:
    """Yield the places that have one of the others at most so many words before or after them."""
    known = list(others)
    begins, ends = sorted(first for first, _ in known), sorted(last for _, last in known)
    for first, last in places:
        after = bisect_right(begins, last + distance) > bisect_right(begins, last)
        before = bisect_left(ends, first) > bisect_left(ends, first - distance)
        if after or before:
            yield first, last


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
