"""Recommendations that a reader ran together in one paragraph under the line that announces them.

Set close together in one type and without numbers, they look like one text. Where three sentences or more follow
"I recommend that:", and each asks a body to act, each is one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extractors.addressees import addressee_of
from ingest.extractors.items.drafts import Draft
from ingest.extractors.manuscript.wording import asks_outright, binds

# Two sentences may well be one recommendation.
SENTENCES = 3
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z])")


def parted(draft: Draft, lead: str | None) -> Iterator[Draft]:
    """Yield a recommendation, or those in it one by one where each sentence is one. `lead` stands above it."""
    sentences = _SENTENCE.split(draft.text)
    is_list = bool(lead) and (lead or "").rstrip().endswith(":") and len(draft.pieces) == 1 and draft.label is None
    if not is_list or len(sentences) < SENTENCES or not all(map(_is_whole, sentences)):
        yield draft
        return
    for sentence in sentences:
        piece = replace(draft.pieces[0], text=sentence)
        yield replace(draft, pieces=(piece,), doubt="read from a paragraph that holds several")


def _is_whole(sentence: str) -> bool:
    """Whether a sentence is a recommendation by itself: it names who must act, and binds."""
    return binds(sentence) and asks_outright(sentence) and addressee_of(sentence) is not None
