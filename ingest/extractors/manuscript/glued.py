"""Items that a reader ran together in one paragraph, parted again at their labels or numbers: "R1 ... R2 ...".

Where items are set without space between them, or a text was scraped without its line breaks, one paragraph may hold
several. Only labels that go on counting from the first part them, so that a mention never does.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.extractors.manuscript.labels import label_of
from ingest.outline import Paragraph

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_COUNTS = (_ROMAN, tuple(str(number) for number in range(1, 31)), tuple("abcdefghijklmnopqrst"))
# Another label with its number and mark, after the end of a sentence
_OTHER_LABEL = re.compile(
    r"(?<=[.?!])\s+(?=(?:(?:Recommendation|Finding|Lesson|Learning [Pp]oint|Learning|Good [Pp]ractice)\s+\d+\s*[:–]))"
)
# A label with its colon behind a sentence: "... in the room. Learning identified: Patients should ..."
_LABEL_WITHIN = re.compile(
    r"(?<=[.?!”])\s+(?=(?:Recommendation|Finding|Lesson|Learning(?: [Pp]oint| identified)?|Good [Pp]ractice)"
    r"(?:\s+\(?\d{1,2}\)?)?\s*:\s+[A-Z‘“])"
)
# So many numbers in a row make a list; two may stand in a sentence.
NUMBERS = 3
# What announces a list of items at the head of its paragraph
_ANNOUNCES = re.compile(r"\brecommend|\blessons?\b|\blearning\b|\bfindings?\b", re.IGNORECASE)


def parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the paragraph, or the items in it one by one where it holds several."""
    if paragraph.kind is BlockKind.HEADING or paragraph.rows:
        yield paragraph
        return
    for part in (part for whole in _at_numbers(paragraph) for part in _at_labels(whole)):
        rest = part.text
        while (cut := _next_label(rest)) is not None:
            yield replace(part, text=rest[:cut].strip())
            rest = rest[cut:].strip()
        yield part if rest is part.text else replace(part, text=rest, bold_lead="")


def _at_labels(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph's prose and the labelled items that follow it there: "... in the room. Learning: Patients"."""
    text = paragraph.text
    cuts = [found.end() for found in _LABEL_WITHIN.finditer(text)] if ":" in text else []
    if not cuts:
        yield paragraph
        return
    ends = [*cuts, len(text)]
    yield replace(paragraph, text=text[: cuts[0]].strip())
    for start, end in zip(cuts, ends[1:], strict=True):
        yield replace(paragraph, text=text[start:end].strip(), number=None, bold_lead="")


def _at_numbers(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield an announcement and the numbered items that follow it in the same paragraph."""
    marks = next((found for count in _COUNTS if len(found := _marks(paragraph.text, count)) >= NUMBERS), [])
    if not marks or not _ANNOUNCES.search(paragraph.text[: marks[0].start()]):
        yield paragraph
        return
    yield replace(paragraph, text=paragraph.text[: marks[0].start()].strip())
    ends = [mark.start() for mark in marks[1:]] + [len(paragraph.text)]
    for mark, end in zip(marks, ends, strict=True):
        text = paragraph.text[mark.end() : end].strip()
        yield replace(paragraph, text=text, number=mark["number"], bold_lead="")


def _marks(text: str, count: tuple[str, ...]) -> list[re.Match[str]]:
    """Return the marks of a list that counts on from its first number, each after a sentence and before a capital."""
    marks: list[re.Match[str]] = []
    start = 0
    for number in count:
        # A figure or letter alone is too little to go by; a roman numeral is enough.
        mark = r"[.)]?" if count is _ROMAN else r"[.)]"
        found = re.compile(rf"(?<=[.:;])\s+\(?(?P<number>{number}){mark}\s+(?=[A-Z])").search(text, start)
        if found is None:
            break
        marks.append(found)
        start = found.end()
    return marks


def _next_label(text: str) -> int | None:
    """Return where the label begins that follows the one at the start of the text, None where none does."""
    label = label_of(text)
    if label is None or not (label.number or "").isdigit():
        return None
    if (other := _OTHER_LABEL.search(text, len(label.printed))) and label_of(text[other.end() :]) is not None:
        return other.end()
    word = re.escape(label.printed.removesuffix(label.number or "")).replace("\\ ", r"\s+")
    following = int(label.number or 0) + 1
    found = re.search(rf"(?<=[.;:?!”\"’'\w])\s+(?={word}{following}(?:\s*[:.)–-]|\s+[A-Z]))", text, re.IGNORECASE)
    return found.end() if found else None
