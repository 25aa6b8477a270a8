"""Stretches of one look within a paragraph of HTML or Markdown, and what they come to together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.layout.hyphens import plain
from ingest.note_calls import NoteCall, calls_of_marks

_MARK = re.compile(r"\s*\[?(?:\d{1,3}(?:\s?[,;]\s?\d{1,3})*|[*†‡§]{1,2}|[ivx]{1,4}|[a-z])\]?\s*")
_UNIT = re.compile(r"\b(?:m|km|cm|mm)$")
# What may stand before the bold words of a lead: the paragraph's number or letter.
_NUMBER_ALONE = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.):]?|\(?[a-zA-Z]\)|[ivxIVX]{1,5}[.)])\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one look. `text` has a line break where the line was broken on purpose.

    A note's mark that was taken out is a span without text, with the mark as `call`.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_raised: bool = False
    call: str = ""


def without_marks(spans: Iterable[Span]) -> list[Span]:
    """Return the spans without note marks: raised numbers and signs after a word; raised "nd" and squares stay."""
    kept: list[Span] = []
    for span in spans:
        is_unit = bool(kept) and _UNIT.search(kept[-1].text) is not None
        is_ordinal = span.text.strip() in ("st", "nd", "rd", "th")
        is_mark = span.is_raised and _MARK.fullmatch(span.text) is not None and not is_unit and not is_ordinal
        kept.append(Span("", call=span.text.strip(" []")) if is_mark and span.text.strip() else span)
    return kept


def calls_of(spans: Iterable[Span]) -> tuple[NoteCall, ...]:
    """Return the calls of the notes whose marks were taken out of spans."""
    text, calls = "", list[NoteCall]()
    for span in spans:
        text += span.text
        calls += calls_of_marks(text, span.call) if span.call else []
    return tuple(calls)


def text_of(spans: Iterable[Span]) -> str:
    """Return the text of spans as a person reads it."""
    return plain("".join(span.text for span in spans))


def lines_of(spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the lines that were broken on purpose, nothing where there is one only or they are many or long."""
    lines = [plain(line) for line in "".join(span.text for span in spans).split("\n")]
    lines = [line for line in lines if line]
    return tuple(lines) if 1 < len(lines) <= 12 and max(map(len, lines)) < 120 else ()


def is_bold(spans: Iterable[Span]) -> bool:
    """Return whether all words are bold, a number before them apart."""
    return _all_are([(span.text, span.is_bold) for span in spans])


def is_italic(spans: Iterable[Span]) -> bool:
    """Return whether all words are italic, a number before them apart."""
    return _all_are([(span.text, span.is_italic) for span in spans])


def _all_are(flags: Sequence[tuple[str, bool]]) -> bool:
    worded = [(text, flag) for text, flag in flags if re.search(r"\w", text)]
    if len(worded) > 1 and not worded[0][1] and _NUMBER_ALONE.fullmatch(worded[0][0]):
        worded = worded[1:]
    return bool(worded) and all(flag for _, flag in worded)


def bold_lead(spans: Sequence[Span]) -> str:
    """Return the bold words that a paragraph begins with, a number before them left out; nothing where all are bold."""
    if is_bold(spans):
        return ""
    rest = list(spans)
    while rest and (not rest[0].text.strip() or (not rest[0].is_bold and _NUMBER_ALONE.fullmatch(rest[0].text))):
        rest.pop(0)
    lead = []
    for span in rest:
        if not span.is_bold and span.text.strip():
            break
        lead.append(span)
    return text_of(lead)
