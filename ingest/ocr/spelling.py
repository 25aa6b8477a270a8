"""Doubtful letters decided by the document's own words: "revicws" is "reviews" where the document has that as well."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from ingest.ocr.line_words import FoundWord

# More words than this a document need not remember; no more doubtful letters than this in a word are tried.
LARGEST, MOST_DOUBTS = 40_000, 4
_LETTERS = re.compile(r"[^\W\d_]{3,}")


@dataclass
class Spelling:
    """The words of a document that were read without doubt, with how often; in lower case."""

    known: Counter[str] = field(default_factory=Counter)

    def learn(self, words: Iterable[FoundWord]) -> None:
        """Take in the words of some lines."""
        if len(self.known) < LARGEST:
            for word in words:
                if not any(other is not None for other in word.others):
                    self.known.update(_words_in(word.text))

    def mended(self, word: FoundWord) -> FoundWord:
        """Return a word with its doubtful letters as the document knows it, as it was read where it does not."""
        doubts = [index for index, other in enumerate(word.others) if other is not None][:MOST_DOUBTS]
        if not doubts or self._knows(word.text):
            return word
        known = (other for other in _alternatives(word, doubts) if self._knows(other.text))
        return next(known, None) or _without_dust(word)

    def _knows(self, text: str) -> bool:
        words = _words_in(text)
        return bool(words) and all(self.known[found] for found in words)


def _words_in(text: str) -> list[str]:
    return _LETTERS.findall(text.casefold())


def _without_dust(word: FoundWord) -> FoundWord:
    """Return a word whose doubtful accents are taken for dust over plain letters."""
    letters = zip(word.text, word.others, strict=True)
    return replace(
        word, text="".join(other if other and other == _plain(letter) else letter for letter, other in letters)
    )


def _plain(letter: str) -> str:
    """Return a letter without its accent or hook."""
    return unicodedata.normalize("NFKD", letter)[0]


def _alternatives(word: FoundWord, doubts: Sequence[int]) -> Iterator[FoundWord]:
    """Yield the word with one or more doubtful characters put otherwise, one before several."""
    for count in range(1, len(doubts) + 1):
        for changed in combinations(doubts, count):
            # What might be nothing at all stays, for places go with the characters.
            letters = [word.others[at] or letter if at in changed else letter for at, letter in enumerate(word.text)]
            yield replace(word, text="".join(letters))
