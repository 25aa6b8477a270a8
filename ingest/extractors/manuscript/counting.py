"""Numbers before a text without a mark that tells them from words: "R2 The Board", "1 Seek", "ii That", "A. The".

One such beginning may be anything; paragraphs that count on from the first number are numbered.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.outline import Outline, Paragraph

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_BEFORE_SENTENCE = rf"(?=[A-Z‘“\"'](?!\.))(?!(?:{_MONTHS})\b)"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")
# "N1 The Ministry should", "CSC2. Managers", "S 4 To check": letters for the sort of item and a figure
_CODE = re.compile(rf"^(?P<number>(?P<letters>[A-Z]{{1,4}}) ?(?P<figure>\d{{1,2}}))(?:[.:)]\s*|\s+){_BEFORE_SENTENCE}")
# "1 Seek assurance"
_FIGURE = re.compile(rf"^(?P<number>\d{{1,2}})\s+{_BEFORE_SENTENCE}")
# "ii That the Board"
_NUMERAL = re.compile(rf"^(?P<number>[ivx]{{1,5}})\s+{_BEFORE_SENTENCE}")
# "A. The Board should": a capital letter with its stop, which may be an initial where it does not count
_LETTER = re.compile(rf"^(?P<number>[A-Z])[.)]\s+{_BEFORE_SENTENCE}")
# So many must count on.
COUNTED = 2
# Where the codes of so many agencies count on, another agency's only one is a number too.
AGENCIES = 2


def unmarked_numbers(outline: Outline) -> dict[int, re.Match[str]]:
    """Return, by the index of a paragraph, the number that its text begins with."""
    found: dict[int, re.Match[str]] = {}
    for pattern in (_CODE, _FIGURE, _NUMERAL, _LETTER):
        counted = [series for series in _series(outline, pattern) if len(series) >= _least(outline, pattern)]
        for series in counted:
            found |= series
    return found


def _least(outline: Outline, pattern: re.Pattern[str]) -> int:
    """Return how many must count on: one where the codes of several agencies do (CYPS 1 and 2, PCT 1 and 2, OH 1)."""
    if pattern is not _CODE:
        return COUNTED
    agencies = sum(len(series) >= COUNTED for series in _series(outline, _CODE))
    return 1 if agencies >= AGENCIES else COUNTED


def with_number(paragraph: Paragraph, numbers: dict[int, re.Match[str]]) -> Paragraph:
    """Return the paragraph with the number that its text begins with taken out of it."""
    found = numbers.get(paragraph.index)
    if found is None:
        return paragraph
    return replace(paragraph, number=found["number"], text=paragraph.text[found.end() :], bold_lead="")


def _series(outline: Outline, pattern: re.Pattern[str]) -> Iterator[dict[int, re.Match[str]]]:
    """Yield the paragraphs that count on from a first number, by their indexes."""
    open_series: dict[str, dict[int, re.Match[str]]] = {}
    for paragraph in outline.paragraphs:
        if paragraph.kind is BlockKind.HEADING or paragraph.rows or paragraph.number is not None:
            continue
        if not (found := pattern.match(paragraph.text)):
            continue
        letters = found.groupdict().get("letters") or ""
        place = _place_of(found)
        series = open_series.get(letters, {})
        if place == 0:
            yield series
            open_series[letters] = {paragraph.index: found}
        elif series and place == len(series):
            series[paragraph.index] = found
    yield from open_series.values()


def _place_of(found: re.Match[str]) -> int:
    """Return how many numbers come before this one when counting from the first."""
    number = found.groupdict().get("figure") or found["number"]
    if number.isdecimal():
        return int(number) - 1
    if number in _ROMAN:
        return _ROMAN.index(number)
    return ord(number[0]) - ord("A")
