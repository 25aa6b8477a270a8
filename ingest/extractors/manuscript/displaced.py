"""Numbers set beside the middle of their text, as in a circle in the margin, put back before its first line.

The page gives "Each school should name a" and below it "2 deputy": the number stands level with the second line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.outline import Paragraph

_WITHIN = re.compile(r"(?P<number>\d{1,2})\s+(?P<rest>[a-z].*)", re.DOTALL)
_ENDS = re.compile(r"[.?!:;][”’\"')\]]*$")


def with_numbers_first(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, those put together again that a number beside their second line cut."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        found = _WITHIN.fullmatch(paragraph.text) if held and _is_set_apart(paragraph) else None
        if held and found and _may_begin(held) and held.page == paragraph.page:
            text = f"{found['number']} {held.text} {found['rest']}"
            yield replace(held, text=text, boxes=(*held.boxes, *paragraph.boxes))
            held = None
            continue
        if held:
            yield held
        held = paragraph
    if held:
        yield held


def _is_set_apart(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a figure in type of its own."""
    is_text = paragraph.kind is BlockKind.PARAGRAPH and paragraph.number is None
    return is_text and bool(re.fullmatch(r"\d{1,2}\W*", paragraph.bold_lead))


def _may_begin(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a first line without a number that ends in mid-sentence."""
    is_text = paragraph.kind is BlockKind.PARAGRAPH and paragraph.number is None and not paragraph.is_bold
    return is_text and paragraph.text[:1].isupper() and not _ENDS.search(paragraph.text)
