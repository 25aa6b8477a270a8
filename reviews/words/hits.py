"""Where in a text the words are that were looked for, so that they can be marked."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviews.words.meaning import Close, Either, Every, Lexeme, Meaning, Run

# A word as the database's parser takes it: figures with points are one, and "children's" counts as "children".
TOKEN = re.compile(r"\d+(?:\.\d+)+|[^\W_]+(?:['’]s\b)?", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a text, from the first letter to after the last."""

    start: int
    end: int


@dataclass(frozen=True)
class Token:
    """A word of a text and where it stands."""

    text: str
    span: Span


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text."""
    return [Token(found.group(), Span(*found.span())) for found in TOKEN.finditer(text)]


def hits(tokens: Sequence[Token], lexemes: Mapping[str, Sequence[str]], meaning: Meaning) -> list[Span]:
    """Return what to mark, in order; stretches that overlap are one. `lexemes` says what each word is in the index."""
    said = [frozenset(lexemes.get(token.text, ())) for token in tokens]
    places = sorted(set(_places(said, meaning)))
    return _merged(Span(tokens[first].span.start, tokens[last].span.end) for first, last in places)


def _places(said: Sequence[frozenset[str]], meaning: Meaning) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each stretch that is asked for."""
    match meaning:
        case Run():
            yield from _run(said, meaning)
        case Close():
            yield from _close(said, meaning)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _places(said, part)


def _run(said: Sequence[frozenset[str]], run: Run) -> Iterator[tuple[int, int]]:
    length = len(run.places)
    for first in range(len(said) - length + 1):
        if all(_is_one_of(said[first + step], place) for step, place in enumerate(run.places)):
            yield first, first + length - 1


def _is_one_of(word: frozenset[str], place: frozenset[Lexeme]) -> bool:
    return any(
        lexeme.text in word or (lexeme.is_prefix and any(one.startswith(lexeme.text) for one in word))
        for lexeme in place
    )


def _close(said: Sequence[frozenset[str]], close: Close) -> Iterator[tuple[int, int]]:
    left = [place for run in close.left for place in _run(said, run)]
    right = [place for run in close.right for place in _run(said, run)]
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
