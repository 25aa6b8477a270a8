"""The labels that items carry as printed: "Recommendation 3:", "Learning point:", "R4", "Key lessons learned".

Reports announce an item by a word for its kind, mostly with a number, and a mark before the text. A label is read only
at the start of a text; a mention ("Recommendation 3 was accepted") is none.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class ItemKind(StrEnum):
    """What a label says that its text is."""

    RECOMMENDATION = "recommendation"
    CONSIDERATION = "consideration"
    FINDING = "finding"
    LEARNING_POINT = "learning_point"
    LESSON = "lesson"
    GOOD_PRACTICE = "good_practice"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a text.

    `printed` is as it stands there without the mark that ends it; `number` its number alone, None where it has none;
    `is_plural` where it announces several ("Lessons learned:"); `rest` the text after it, empty where it stands alone;
    `aside` what stands in brackets beside it ("Recommendation 4 (Police)").
    """

    kind: ItemKind
    printed: str
    number: str | None
    is_plural: bool
    rest: str
    aside: str | None = None


_WORD_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
# "3", "4.2", "12a", "iv", "B", "A1", "Three"
NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,3}})*[a-z]?(?![\w])|(?i:{_WORD_NUMBERS})\b|[ivxl]{{1,6}}\b|[A-Z]\d{{0,2}}\b)"

# What reports set before the word for the kind: "Key", "Multi-agency", "National", "Police", "LSCB".
_QUALIFIER = (
    r"(?:(?:key|main|headline|overall|over-?arching|overview|general|specific|additional|further|emerging|early|new|"
    r"national|regional|local|strategic|operational|system(?:s|ic)?|practice|professional|multi[- ]?agency|"
    r"inter-?agency|single[- ]?agency|cross[- ]agency|agency|thematic|partnership|board|joint|health|police|education|"
    r"review|report|panel|priority|primary|important|summary|imr|scr|dhr|sar|lscb|lscp|sab|csp|cspr|lcspr|author['’]s|"
    r"reviewer['’]s|of|the|and|&)\s+){0,4}"
)

_KINDS: tuple[tuple[ItemKind, str, str], ...] = (
    (ItemKind.RECOMMENDATION, r"recommendation", r"recommendations"),
    (
        ItemKind.CONSIDERATION,
        r"(?:question|consideration|issue|challenge)\s+for\s+(?:consideration\s+by\s+)?(?:the\s+)?[\w'’ ]{3,60}?",
        (
            r"(?:questions|considerations|issues|challenges|matters|points)\s+"
            r"(?:for|to)\s+(?:consideration(?:\s+by)?\s*)?(?:the\s+)?[\w'’ ]{0,60}?"
        ),
    ),
    (
        ItemKind.GOOD_PRACTICE,
        r"(?:(?:example\s+of\s+)?(?:good|effective|positive|notable|strong|best)\s+practice(?:\s+(?:point|example))?)",
        (
            r"(?:examples?\s+of\s+)?(?:good|effective|positive|notable|strong|best)\s+practice(?:\s+(?:points|"
            r"examples))?"
            r"(?:\s+(?:identified|noted|was|included))?"
        ),
    ),
    (
        ItemKind.LESSON,
        r"lesson(?:\s+(?:learned|learnt|to\s+be\s+(?:learned|learnt)|for\s+practice))?",
        r"lessons(?:\s+(?:learned|learnt|to\s+be\s+(?:learned|learnt)|identified|for\s+practice))?",
    ),
    (
        ItemKind.LEARNING_POINT,
        (
            r"(?:learning(?:\s+(?:point|theme|outcome|message|identified|for\s+practice|from\s+this\s+(?:case|"
            r"review)))?"
            r"|practice\s+point|message)"
        ),
        (
            r"(?:learning(?:\s+(?:points|themes|outcomes|messages|identified|for\s+(?:practice|agencies|"
            r"professionals)))"
            r"|practice\s+points|messages(?:\s+for\s+practice)?|learning(?=\s*[:.–-]?\s*$))"
        ),
    ),
    (ItemKind.FINDING, r"(?:finding|conclusion)", r"(?:findings|conclusions)"),
)

# What ends a label: "Recommendation 2:", "Lesson 1 –", "Finding 3." ...
_MARK = r"\s*(?:[:.)\]]|[–—]|-\s)+\s*"
# A part of the label in brackets: "Recommendation 4 (Police):"
_BRACKETS = r"(?:\s*[(\[](?P<aside>[^)\]]{2,60})[)\]])?"
_SHORT = {
    ItemKind.RECOMMENDATION: re.compile(
        rf"^(?P<printed>(?:R|Rec|REC)\.?\s?(?P<number>\d{{1,2}}[a-z]?))(?P<mark>{_MARK}|\s*$|\s+(?=[A-Z]))"
    ),
    ItemKind.LEARNING_POINT: re.compile(
        rf"^(?P<printed>(?:LP|KLP|L)\s?(?P<number>\d{{1,2}}[a-z]?))(?P<mark>{_MARK}|\s*$|\s+(?=[A-Z]))"
    ),
    ItemKind.FINDING: re.compile(
        rf"^(?P<printed>(?:KF|F)\s?(?P<number>\d{{1,2}}[a-z]?))(?P<mark>{_MARK}|\s*$|\s+(?=[A-Z]))"
    ),
}

# Between the word and its number: "Recommendation No. 4", "Finding 2", "Lesson1"
_BEFORE_NUMBER = r"(?:\s+(?i:no\.?|number|nr\.?)?\s*#?\s*|\s*#?(?=\d))"

_NUMBERED = {
    kind: re.compile(
        rf"^(?P<printed>(?i:{_QUALIFIER}(?:{one}|{several})){_BEFORE_NUMBER}\(?(?P<number>{NUMBER})){_BRACKETS}"
        rf"(?P<mark>{_MARK}|\s*$|\s+(?=[A-Z‘'“\"]))"
    )
    for kind, one, several in _KINDS
    if kind is not ItemKind.CONSIDERATION
}
_SINGLE = {
    kind: re.compile(rf"^(?P<printed>{_QUALIFIER}{one}){_BRACKETS}(?P<mark>\s*[:–—]\s*|\s+-\s+|\s*$)", re.IGNORECASE)
    for kind, one, _ in _KINDS
}
_PLURAL = {
    kind: re.compile(rf"^(?P<printed>{_QUALIFIER}{several})(?P<mark>\s*[:–—]\s*|\s*\.?\s*$)", re.IGNORECASE)
    for kind, _, several in _KINDS
}

# "2. ", "(ii) ", "1.3) ", "A. ": a number with its mark before a text
_NUMBER_FIRST = re.compile(
    r"^(?P<number>\(?\d{1,2}(?:\.\d{1,2})?[.):]|\(?[ivxl]{1,5}[.)]|\([a-z]\)|[A-Z][.)](?=\s+[A-Z][a-z]))\s+(?=\S)"
)
# "Recommendation 3 The Board should": without a mark, a label needs a sentence of its own after it.
_SENTENCE_START = re.compile(r"(?:That|The|All|Each|Every|It|To|There|When|Where|If|A|An|For|This|[A-Z][\w'’-]+)\b")


@lru_cache(maxsize=1024)
def label_of(text: str, *, is_set_apart: bool = False) -> Label | None:
    """Return the label that `text` begins with, or None.

    `is_set_apart` says that the typography sets the label apart (a heading, bold words, a cell of its own): then
    abbreviations ("R4") and labels without a mark before their text count too.
    """
    text = text.strip()
    return _numbered(text, is_set_apart=is_set_apart) or _short(text, is_set_apart=is_set_apart) or _unnumbered(text)


def number_of(label: str) -> str | None:
    """Return the number inside a label as printed ("Recommendation 4.2" → "4.2"), None where it has none."""
    found = re.search(r"\d+(?:\.\d+)*[a-z]?|\b[ivxl]+\b$", label)
    return found.group() if found else None


def number_first(text: str) -> tuple[str | None, str]:
    """Return (the number or letter that a cell's text begins with, the text after it): "2. The Board" → "2", ..."""
    found = _NUMBER_FIRST.match(text)
    return (clean_number(found["number"]), text[found.end() :]) if found else (None, text)


def clean_number(number: str | None) -> str | None:
    """Return a printed number without the marks around it: "(a)" → "a", "4.2." → "4.2", "1," → "1"."""
    cleaned = (number or "").strip().strip("()[].,:;•–- ")
    return cleaned or None


def _numbered(text: str, *, is_set_apart: bool) -> Label | None:
    for kind, pattern in _NUMBERED.items():
        if (found := pattern.match(text)) is None:
            continue
        rest = text[found.end() :].strip()
        if not found["mark"].strip() and rest and not (is_set_apart or _is_sentence(rest)):
            continue
        return Label(kind, _tidy(found["printed"]), found["number"], is_plural=False, rest=rest, aside=found["aside"])
    return None


def _short(text: str, *, is_set_apart: bool) -> Label | None:
    for kind, pattern in _SHORT.items():
        found = pattern.match(text)
        if found is None or not (is_set_apart or kind is ItemKind.RECOMMENDATION):
            continue
        rest = text[found.end() :].strip()
        if found["mark"].strip() or not rest or is_set_apart or _is_sentence(rest):
            return Label(kind, _tidy(found["printed"]), found["number"], is_plural=False, rest=rest)
    return None


def _unnumbered(text: str) -> Label | None:
    """Return a label without a number: one item's where text follows it, else a heading of several if it can be one."""
    for kind, *_ in _KINDS:
        single, plural = _SINGLE[kind].match(text), _PLURAL[kind].match(text)
        if single and text[single.end() :].strip():
            rest = text[single.end() :].strip()
            return Label(kind, _tidy(single["printed"]), None, is_plural=False, rest=rest, aside=single["aside"])
        if found := plural or single:
            rest = text[found.end() :].strip()
            return Label(kind, _tidy(found["printed"]), None, is_plural=plural is not None, rest=rest)
    return None


def _is_sentence(rest: str) -> bool:
    """Whether what follows a label without a mark is the item's own sentence and not talk about it."""
    return bool(_SENTENCE_START.match(rest)) and len(rest.split()) > 4


def _tidy(printed: str) -> str:
    tidied = " ".join(printed.split()).rstrip(" .:-–—")
    return f"{tidied})" if "(" in tidied and ")" not in tidied else tidied
