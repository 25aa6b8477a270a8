"""The words that a document uses, which tell whether a hyphen at a line's end belongs to the word or only broke it."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

# More different words than this a document need not remember, nor more line ends.
LARGEST = 60_000
MOST_ENDS = 2_000
# A document breaks words where so many line ends, or this share of them, leave what is no word: "commu-", "evi-".
FRAGMENTS = 3
SHARE_OF_FRAGMENTS = 0.3

# A word that stands this often, and before a stop in no more than this share of its places, ends no sentence.
FREQUENT, SELDOM = 25, 0.004

# Signs that stand for a hyphen at a line's end: hyphen-minus, hyphen, soft hyphen, and what PDFium gives for one.
HYPHENS = "-\u2010\u00ad\ufffe"
_WORD_END = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
# No word is longer.
LONGEST_WORD = 60
WORD_START = re.compile(r"^([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*(?![\w\u2010\ufffe-])")
_BEFORE_STOP = re.compile(r"([^\W\d_]+)[\"'”’)]?[.?!:;,]")
# What words are put together with by a hyphen: "multi-agency", "non-engagement", "well-being", "thirty-four".
_PREFIXES = frozenset(
    re.findall(
        r"\w+",
        """all anti co cross de ex extra half high inter intra long low mid multi near non off on out over post pre pro
        pseudo quasi re self semi short single sub super trans ultra under up well
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""",
    )
)


def word_end(line: str) -> str | None:
    """Return the part of a word that a line ends with before a hyphen, None where it does not end so."""
    match = _WORD_END.search(line[-LONGEST_WORD:]) if line[-1:] in HYPHENS else None
    return match[1] if match else None


class Vocabulary:
    """How often a document has each word, hyphenated ones whole; in lower case."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.words: Counter[str] = Counter()
        self._before_stops: Counter[str] = Counter()
        self._ends: list[tuple[str, str]] = []
        self._breaks_words: bool | None = None
        self._is_told = True
        for text in texts:
            self.learn(text.splitlines())

    def learn(self, lines: Iterable[str]) -> None:
        """Take in the words of some lines, and what their ends tell of hyphens."""
        lines = [line.strip() for line in lines]
        if len(self.words) < LARGEST:
            for line in lines:
                self.words.update([word.casefold().replace("\u2010", "-") for word in _WORD.findall(line)])
                self._before_stops.update([word.casefold() for word in _BEFORE_STOP.findall(line)])
        for line, following in pairwise(lines):
            end = word_end(line)
            start = WORD_START.match(following) if end else None
            if end and start and len(self._ends) < MOST_ENDS:
                self._ends.append((end.casefold(), start[1].casefold()))
        self._is_told = False

    def is_one_word(self, first: str, second: str) -> bool:
        """Return whether a word that a hyphen ends a line within is written without it elsewhere.

        "assess-" + "ment" is one word; "early-" + "years" keeps its hyphen, as does what the document writes with one.
        """
        if not self._is_told:
            self._breaks_words, self._is_told = self._tell_whether_it_breaks(), True
        one, two = first.casefold(), second.casefold()
        joined, hyphened = self.words[one + two], self.words[f"{one}-{two}"]
        if not second[0].islower() or self._breaks_words is False:
            return False
        if joined or hyphened:
            return joined > hyphened
        if one in _PREFIXES:
            return self._breaks_words is True and two not in self.words
        return not (one in self.words and two in self.words)

    def ends_no_sentence(self, word: str) -> bool:
        """Return whether a word is frequent in the document, but hardly ever before a stop: "the", "of", "because"."""
        one = word.casefold()
        return self.words[one] >= FREQUENT and self._before_stops[one] <= SELDOM * self.words[one]

    def _tell_whether_it_breaks(self) -> bool | None:
        """Return whether the document breaks words at line ends, None where too few lines end in a hyphen to tell."""
        fragments = sum(one not in self.words and one not in _PREFIXES for one, _ in self._ends)
        if fragments >= FRAGMENTS or (fragments and fragments >= SHARE_OF_FRAGMENTS * len(self._ends)):
            return True
        return None if len(self._ends) < FRAGMENTS else False
