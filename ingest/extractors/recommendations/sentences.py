"""Recommendations inside paragraphs, for reports that set them nowhere apart: "The review recommends that ..."."""

import re
from collections.abc import Iterator, Sequence

from ingest.blocks import BlockKind
from ingest.extractors.items.drafts import Draft, piece_of
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind

_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_RECOMMENDS = re.compile(
    r"^(?:it is (?:therefore |also |further )*recommended that\b|"
    r"(?:(?:this|the) (?:\w+ ){0,3}?(?:review|panel|author|reviewers?|report)|i|we) (?:therefore |also |further )*"
    r"(?:recommends? (?:that )?|(?:asks?|urges?|invites?) (?:the|all|each|every) ))",
    re.IGNORECASE,
)


def inside_paragraphs(entries: Sequence[Entry]) -> Iterator[Draft]:
    """Yield the sentences by which the review itself recommends something."""
    for entry in entries:
        if entry.section.holds(Subject.ELSEWHERE, Subject.OF_OTHERS) or entry.paragraph.kind in (
            BlockKind.HEADING,
            BlockKind.TABLE,
        ):
            continue
        for sentence in _SENTENCE.split(entry.text):
            if _RECOMMENDS.match(sentence):
                piece = piece_of(entry.paragraph, sentence.strip())
                doubt = "stands inside a paragraph"
                yield Draft(ItemKind.RECOMMENDATION, None, (piece,), entry.section, None, None, 0.5, doubt)
