"""The agencies that a review says took part in it, as printed."""

import re

from ingest.blocks import BlockKind
from ingest.extractors.cover.front import Front
from ingest.outline import Paragraph

# Lines that announce them: "The following agencies contributed", "Reports were received from:", "Agencies involved".
_ANNOUNCES = re.compile(
    r"\b(?:following|these)\s+(?:\w+\s+){0,3}?(?:agencies|organisations|services|bodies)\b|\b(?:reports?|chronolog(?:y|ies)|information|imrs?|submissions?|reviews?)\b"
    r"[^.]{0,60}\b(?:received|requested|provided|submitted|obtained|drawn|sought)\b[^.]{0,30}\b(?:from|by)\b[^.]{0,30}:\s*$|\bagencies\s+(?:involved|that\s+contributed|contributing)\b",
    re.IGNORECASE,
)
# A name of an agency has hardly more words; a sentence has.
LONGEST_NAME = 16
MOST_AGENCIES = 40


def agencies_of(front: Front) -> tuple[str, ...]:
    """Return the names in the lists that are announced as the agencies that took part."""
    paragraphs = front.outline.paragraphs
    names: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph.text.split()) <= LONGEST_NAME * 4 and _ANNOUNCES.search(paragraph.text):
            names.extend(_listed_after(paragraphs[index + 1 :]))
    return tuple(dict.fromkeys(names))[:MOST_AGENCIES]


def _listed_after(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    names: list[str] = []
    for paragraph in paragraphs[:MOST_AGENCIES]:
        if paragraph.kind is not BlockKind.LIST_ITEM or len(paragraph.text.split()) > LONGEST_NAME:
            break
        name = re.split(r"\s+[–—-]\s+|:\s", paragraph.text)[0].strip(" ;,.")
        if name[:1].isupper() and not re.search(r"\b(?:was|were|had|has|should|will)\b", name):
            names.append(name)
    return names
