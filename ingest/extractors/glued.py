"""Items that a reader ran together in one paragraph, parted again at their labels: "R1 ... R2 ...".

Where items are set without space between them, or a text was scraped without its line breaks, one paragraph may hold
several. Only labels that go on counting from the first part them, so that a mention never does.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.extractors.labels import label_of
from ingest.outline import Paragraph


def parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the paragraph, or the items in it one by one where it holds several labelled ones."""
    if paragraph.kind is BlockKind.HEADING or paragraph.rows:
        yield paragraph
        return
    rest = paragraph.text
    while (cut := _next_label(rest)) is not None:
        yield replace(paragraph, text=rest[:cut].strip())
        rest = rest[cut:].strip()
    yield paragraph if rest is paragraph.text else replace(paragraph, text=rest, bold_lead="")


def _next_label(text: str) -> int | None:
    """Return where the label begins that follows the one at the start of the text, None where none does."""
    label = label_of(text)
    if label is None or not (label.number or "").isdigit():
        return None
    word = re.escape(label.printed.removesuffix(label.number or "")).replace("\\ ", r"\s+")
    following = int(label.number or 0) + 1
    found = re.search(rf"(?<=[.;:?!”\"’'\w])\s+(?={word}{following}(?:\s*[:.)–-]|\s+[A-Z]))", text, re.IGNORECASE)
    return found.end() if found else None
