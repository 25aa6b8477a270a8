"""Finding the codebook's cues in a text.

A report holds many words and few cues, so each cue is looked up by the words with which it can begin, and is made
ready for matching only when one of them is met in a text that has the beginnings of its other words too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from reviews.codebook.cue_language import (
    BEGINNING,
    expression,
    first_words,
    forms,
    is_in_capitals,
    needed_beginnings,
    parsed,
)

WORD = re.compile(r"\w+(?:'\w+)?'?")
LETTERS = re.compile(r"\w+")
# No cue's open word has a longer beginning; a file may hold "words" of any length.
LONGEST_BEGINNING = 30
# Characters that are read as others of the same length, so that places in the text stay what they are.
SPACES, APOSTROPHES, QUOTES = "‐‑‒–—−-/\u00a0\n\t\r", "’‘ʼ", "“”"
READ_AS = str.maketrans({**dict.fromkeys(SPACES, " "), **dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(QUOTES, '"')})


def folded(text: str) -> str:
    """Return `text`, character for character, as cues are matched against it."""
    return text.translate(READ_AS)


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of a theme; `expression` is the regular expression of what is `written`.

    Where it `needs` beginnings of words, only a text with one of them can hold it.
    """

    theme: str
    written: str
    weight: float
    expression: str
    begins_with: tuple[str, ...]
    not_after: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    is_guard: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, ready to be matched at a word."""
        return _compiled(self.expression)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def cue(theme: str, written: str, weight: float, *, is_guard: bool = False) -> Cue:
    """Return the cue for what is `written`. Raises ValueError where it is not in the language of cues."""
    phrase, not_after = parsed(written)
    return Cue(
        theme,
        written,
        weight,
        rf"{expression(phrase)}(?!\w)",
        tuple(first_words(phrase)),
        not_after,
        needed_beginnings(phrase),
        is_guard,
    )


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue and where in the text it stands."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cues of a codebook by the word with which they begin: as a whole, in capitals, or by its beginning."""

    whole: dict[str, list[Cue]] = field(default_factory=dict)
    capitals: dict[str, list[Cue]] = field(default_factory=dict)
    beginnings: dict[str, list[Cue]] = field(default_factory=dict)
    _known: dict[str, tuple[Cue, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, cues: Iterable[Cue]) -> "CueIndex":
        """Return an index of `cues`."""
        index = cls()
        for one in cues:
            for word in one.begins_with:
                index._add(word, one)
        return index

    def _add(self, word: str, one: Cue) -> None:
        first = WORD.match(word)
        if word.endswith("*"):
            self.beginnings.setdefault(word[:-1].lower()[:LONGEST_BEGINNING], []).append(one)
        elif first and first[0] != word:
            # "A&E" is read in a text as two words.
            self.whole.setdefault(first[0].lower(), []).append(one)
        elif is_in_capitals(word):
            for form in (word, f"{word}s"):
                self.capitals.setdefault(form, []).append(one)
        else:
            for form in forms(word):
                self.whole.setdefault(form.removesuffix("'s"), []).append(one)

    def hits(self, text: str) -> list[Hit]:
        """Return where the cues stand in `text`, folded already; of two that overlap in a theme the weightier.

        Guards are told apart from the cues of their theme.
        """
        found: dict[tuple[str, bool], list[Hit]] = {}
        present = {word[:BEGINNING] for word in LETTERS.findall(text.lower())}
        possible: dict[str, list[Cue]] = {}
        before = ""
        for word in WORD.finditer(text):
            written = word[0]
            if written not in possible:
                cues = self.beginning_with(written)
                possible[written] = [one for one in cues if not (one.needs and one.needs.isdisjoint(present))]
            for one in possible[written]:
                match = one.pattern.match(text, word.start())
                if match and before.lower() not in one.not_after:
                    hits = found.setdefault((one.theme, one.is_guard), [])
                    _keep_weightier(hits, Hit(one, match.start(), match.end()))
            before = written
        return sorted((hit for hits in found.values() for hit in hits), key=lambda hit: hit.start)

    def beginning_with(self, word: str) -> tuple[Cue, ...]:
        """Return the cues that may begin with `word`, each once."""
        if word not in self._known:
            bare = word.rstrip("'").removesuffix("'s")
            lower = bare.lower()
            cues = [*self.whole.get(lower, ()), *self.capitals.get(bare, ())]
            for length in range(1, min(len(lower), LONGEST_BEGINNING) + 1):
                cues += self.beginnings.get(lower[:length], ())
            self._known[word] = tuple(dict.fromkeys(cues))
        return self._known[word]


def _keep_weightier(hits: list[Hit], hit: Hit) -> None:
    """Add `hit` unless it overlaps one that counts as much or more; what it outweighs goes.

    `hits` stand in their order and never overlap, so that only the last can reach into `hit`.
    """
    overlapping = list(takewhile(lambda other: other.end > hit.start, reversed(hits)))
    if any(_worth(other) >= _worth(hit) for other in overlapping):
        return
    del hits[len(hits) - len(overlapping) :]
    hits.append(hit)


def _worth(hit: Hit) -> tuple[float, int]:
    return hit.cue.weight, hit.end - hit.start
