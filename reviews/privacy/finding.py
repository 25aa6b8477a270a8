"""Which words of a text may tell who somebody is. This module knows no Django.

It would rather list a word too many than one too few: an editor looks at each of them once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviews.privacy.ordinary import NOT_NAMES, TITLES


class PrivateKind(StrEnum):
    """What the words are."""

    NAME = "name"
    BIRTH = "birth"
    ADDRESS = "address"
    TELEPHONE = "telephone"
    NHS_NUMBER = "nhs_number"
    EMAIL = "email"
    OTHER = "other"


@dataclass(frozen=True)
class Found:
    """Words as they stand in the text, and how often they do."""

    kind: PrivateKind
    words: str
    count: int = 1


MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTHS})\s+\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
# A date after words that say that somebody was born: "born on 4 May 2012", with figures only, after "DOB".
BIRTH = re.compile(rf"(?:\bborn(?:\s+on)?|\bdate\s+of\s+birth|\bd\.?\s?o\.?\s?b\b\.?)[\s:,–-]*({DAY})", re.IGNORECASE)
EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
# Royal Mail: an area of one or two letters, a district, a space, a figure and two letters of which some are never used.
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[ABD-HJLNP-UW-Z]{2}\b")
ROADS = "Road|Street|Avenue|Lane|Close|Drive|Crescent|Gardens|Terrace|Way|Court|Grove|Place|Square|Walk|Hill|Rise"
# "14 Mill Lane", "Flat 3, 22a St Anne's Road"
STREET = re.compile(rf"\b(?:Flat\s+\d+\w?,?\s+)?\d{{1,4}}[a-zA-Z]?,?\s+(?:[A-Z][\w’'-]+\s+){{1,3}}(?:{ROADS})\b")
# A British number of ten or eleven figures; those that anybody may ring for help (0300, 0800, 0808) tell nobody.
TELEPHONE = re.compile(r"(?<![\w.])(?:\+44[\s(]*0?\)?|\(?0)(?!300|80[08])(?:[\s()-]{0,2}\d){9,10}(?![\w])")
# Ten figures in groups of three, three and four (NHS Data Dictionary); the last is a check figure.
NHS_NUMBER = re.compile(r"(?<![\d.])\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d|\.\d)")
WORD = r"(?:Mc|Mac|O[’'])[A-Z][a-z]+|[A-ZÀ-Þ][a-zà-ÿ]+(?:[’'-](?!s\b)[A-ZÀ-Þ]?[a-zà-ÿ]+)*"
INITIAL = r"[A-Z]\.?"
# "Mrs Marsh", "Dr J. Marsh"
TITLED = re.compile(rf"\b(?:{'|'.join(TITLES)})\.?\s+((?:{INITIAL}\s+){{0,2}}(?:{WORD})(?:\s+(?:{WORD}))?)")
# Words with capital letters that follow each other, initials between them perhaps.
CAPITALS = re.compile(rf"(?<![\w’'-])(?:{WORD})(?:[^\S\n]+(?:{WORD}|{INITIAL}(?![’'\w]))){{1,5}}(?![\w])")
LONGEST_NAME = 3


def private_words(texts: Iterable[str]) -> list[Found]:
    """Return what may tell who somebody is, each once, as it first stands in the texts."""
    together = list(texts)
    small = _small_words(together)
    found: dict[tuple[PrivateKind, str], str] = {}
    counts: Counter[tuple[PrivateKind, str]] = Counter()
    for text in together:
        for kind, words in _in_text(text, small):
            key = (kind, " ".join(words.split()).casefold())
            found.setdefault(key, " ".join(words.split()))
            counts[key] += 1
    return [Found(kind, words, counts[kind, key]) for (kind, key), words in found.items()]


def is_nhs_number(figures: str) -> bool:
    """Return whether ten figures hold as an NHS number: the weighted sum of nine, modulo eleven, gives the tenth."""
    numbers = [int(figure) for figure in figures if figure.isdigit()]
    if len(numbers) != 10 or len(set(numbers)) == 1:
        return False
    check = 11 - sum(weight * number for weight, number in zip(range(10, 1, -1), numbers[:9], strict=True)) % 11
    return check % 11 == numbers[9] and check != 10


def _in_text(text: str, small: set[str]) -> Iterator[tuple[PrivateKind, str]]:
    for match in BIRTH.finditer(text):
        yield PrivateKind.BIRTH, match[1]
    for kind, pattern in ((PrivateKind.EMAIL, EMAIL), (PrivateKind.ADDRESS, POSTCODE), (PrivateKind.ADDRESS, STREET)):
        for match in pattern.finditer(text):
            yield kind, match[0]
    for match in NHS_NUMBER.finditer(text):
        if is_nhs_number(match[0]):
            yield PrivateKind.NHS_NUMBER, match[0]
    for match in TELEPHONE.finditer(text):
        yield PrivateKind.TELEPHONE, match[0].strip()
    for words in _names(STREET.sub("", text), small):
        yield PrivateKind.NAME, words


def _names(text: str, small: set[str]) -> Iterator[str]:
    titled = [match[1] for match in TITLED.finditer(text)]
    yield from (words for words in titled if not _is_ordinary(words.split()[-1], small))
    for match in CAPITALS.finditer(text):
        for words in _between_ordinary(match[0].split(), small):
            name = " ".join(words)
            if 2 <= len(words) <= LONGEST_NAME and len(words[-1]) > 2 and name not in titled:
                yield name


def _between_ordinary(words: list[str], small: set[str]) -> Iterator[list[str]]:
    """Yield the runs of words between those that are no names."""
    run: list[str] = []
    for word in words:
        if word.rstrip(".") in TITLES or _is_ordinary(word, small):
            yield run
            run = []
        else:
            run.append(word)
    yield run


def _is_ordinary(word: str, small: set[str]) -> bool:
    """Return whether a word is no name: it stands somewhere in small letters too, or is one of a known list."""
    plain = re.sub(r"[’']s$", "", word).casefold()
    return plain in NOT_NAMES or plain.removesuffix("s") in NOT_NAMES or plain in small


def _small_words(texts: Iterable[str]) -> set[str]:
    """Return the words that stand somewhere in small letters, and their plurals: names are never written so."""
    small = {word for text in texts for word in re.findall(r"(?<![\w’'@.-])[a-zà-ÿ]{2,}(?![\w@])", text)}
    return small | {f"{word}s" for word in small} | {word.removesuffix("s") for word in small if len(word) > 4}
