"""Paragraphs → sentences, each with its place in the paragraph's text."""

import re
from dataclasses import dataclass
from functools import lru_cache

# What ends with a stop and no sentence: titles, initials, abbreviations, numbers before a figure.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Rev|St|Sgt|Cllr|No|Nos|para|paras|p|pp|vs|v|approx|etc|ie|eg|i\.e|e\.g|cf|viz|al|c|ca|"
    r"Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|vol|ed|eds|Art|Reg|s|ss)|\b[A-Z]|\bPh\.D)\.$"
)
# A footnote's mark may be left after the stop: "to November 2020.1 The review".
_NOTE_MARK = r"(?:(?<=[a-z][a-z]\.)\d{1,2}(?=\s+[A-Z])|(?<=(?:19|20)\d\d\.)\d{1,2}(?=\s+[A-Z]))?"
_END = re.compile(rf"[.!?](?:[”’\"')\]]+)?{_NOTE_MARK}(?:\s+(?=[“‘\"'(\[]?[A-Z0-9])|\s*$)")


# The paragraphs of a review, which several extractors take apart.
KEPT_TEXTS = 1_000
# What runs on longer without a stop is no sentence but a list or a fault of the reading; its beginning will do.
LONGEST_SENTENCE = 2_500


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands in its paragraph's text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=KEPT_TEXTS)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; a text without a full stop is one."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        stop = text[start : match.start() + 1]
        if match.group()[0] == "." and _ABBREVIATION.search(stop):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    words = text[start : min(end, start + LONGEST_SENTENCE)].strip()
    if words:
        begins = start + text[start:end].index(words)
        found.append(Sentence(words, begins, begins + len(words)))
