"""The words that a document uses, which tell whether a hyphen at a line's end belongs to the word or only broke it."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

# More different words than this a document need not remember.
LARGEST = 60_000
# So many line ends whose word is known both ways tell whether a document breaks words at all.
ENOUGH = 4
SHARE_BROKEN = 0.3
# Where too few tell: of a document that breaks words, this share of the lines ends in a hyphen.
SHARE_OF_LINES = 0.03
# Where fewer end so, every hyphen at a line's end is the author's own.
SHARE_OF_OWN = 0.015
LINES_ENOUGH = 60

# Signs that stand for a hyphen at a line's end: hyphen-minus, hyphen, soft hyphen, and what PDFium gives for one.
HYPHENS = "-\u2010\u00ad\ufffe"
WORD_END = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
WORD_START = re.compile(r"^([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*(?![\w\u2010-])")
# What words are put together with by a hyphen: "multi-agency", "non-engagement", "well-being".
_PREFIXES = frozenset(
    """all anti co cross de ex extra half high inter intra long low mid multi near non off on out over post pre pro
    pseudo quasi re self semi short single sub super trans ultra under up well""".split()  # noqa: SIM905
)


class Vocabulary:
    """How often a document has each word, hyphenated ones whole; in lower case."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.words: Counter[str] = Counter()
        self._broken = 0
        self._whole = 0
        self._ends = 0
        self._lines = 0
        for text in texts:
            self.learn(text.splitlines())

    def learn(self, lines: Iterable[str]) -> None:
        """Take in the words of some lines, and what their ends tell of hyphens."""
        lines = [line.strip() for line in lines]
        if len(self.words) < LARGEST:
            for line in lines:
                self.words.update([word.casefold().replace("\u2010", "-") for word in _WORD.findall(line)])
        for line, following in pairwise(lines):
            end, start = WORD_END.search(line), WORD_START.match(following)
            self._lines += 1
            if end and start:
                self._ends += 1
                known = self._known(end[1].casefold(), start[1].casefold())
                self._broken += known is True
                self._whole += known is False

    def is_one_word(self, first: str, second: str) -> bool:
        """Return whether a word that a hyphen ends a line within is written without it elsewhere.

        "assess-" + "ment" is one word; "early-" + "years" keeps its hyphen, as does what the document writes with one.
        """
        one, two = first.casefold(), second.casefold()
        known = self._known(one, two)
        breaks_words = self._breaks_words()
        if known is not None and breaks_words is not False:
            return known
        if not second[0].islower() or breaks_words is False:
            return False
        return not (one in _PREFIXES or (one in self.words and two in self.words))

    def _known(self, one: str, two: str) -> bool | None:
        """Return whether the document writes the two as one word, None where it never does either way."""
        joined, hyphened = self.words[one + two], self.words[f"{one}-{two}"]
        return joined > hyphened if joined or hyphened else None

    def _breaks_words(self) -> bool | None:
        """Return whether the document breaks words at line ends, None where too little tells."""
        told = self._broken + self._whole
        if self._lines >= LINES_ENOUGH and self._ends < SHARE_OF_OWN * self._lines:
            return False
        if told >= ENOUGH:
            return self._broken >= SHARE_BROKEN * told
        return self._ends >= SHARE_OF_LINES * self._lines if self._lines >= LINES_ENOUGH else None
