"""Valence: whether the sentences around a mention speak of a gap, of good practice, or tell what was."""

import re
from collections.abc import Sequence

from ingest.extractors.themes.cues import Hit

GAP, GOOD_PRACTICE, CONTEXT = "gap", "good_practice", "context"

# Matched against the text in lower case: patterns that heed no case take several times as long to find nothing.
GOOD_WORDS = re.compile(
    r"\b(?:good (?:practice|example|work|quality|evidence|communication|understanding|efforts?|response)|"
    r"best practice was|positive(?:ly)?|effective(?:ly)?|appropriate(?:ly)?|timely|prompt(?:ly)?|"
    r"persisten(?:t|ce|tly)|persisted|tenaci\w+|commend\w*|prais\w+|exemplary|excellent|robust(?:ly)?|strength\w*|"
    r"well (?:managed|coordinated|documented|attended|recorded|considered|supported)|proactive(?:ly)?|diligen\w+|"
    r"sensitive(?:ly)?|thorough(?:ly)?|swift(?:ly)?|went (?:above|beyond)|child[- ]centred|improved|improvement was|"
    r"comprehensive|correct(?:ly)?|rightly|skilled|skilful\w*|succe(?:ss|ssful|ssfully|eded))\b"
)
GAP_WORDS = re.compile(
    r"\b(?:not|no|never|nor|neither|none|without|lack\w*|fail(?:ed|ing|s|ure|ures)?|missed|should have|could have|"
    r"would have|insufficient\w*|inadequate\w*|delay\w*|poor(?:ly)?|weak\w*|ineffective\w*|inappropriate\w*|"
    r"omission\w*|omitted|inconsisten\w+|absence|limited|little|unaware|unclear|confus\w+|gaps?|shortcoming\w*|"
    r"overlook\w*|ignored|over[- ]?optimis\w+|unable|difficult\w*|barrier\w*|drift\w*|"
    r"too (?:late|long|little|high|narrow)|unmet|incomplete|inaccurate|assum\w+|minimi[sz]\w+|underestimat\w+|"
    r"problem\w*|criticis\w+|concern(?:ing)? that|inactions?|reluctan\w+|uncertain\w*|wrong\w*|incorrect\w*)\b"
)
# What should be is not yet: a recommendation speaks of a gap even where it does not say so.
WISH_WORDS = re.compile(
    r"\b(?:should|must|needs? to|need for|ensures?|review|develop|improve|strengthen|consider|seek assurance|"
    r"required?|requests?|ought)\b"
)
# "not effective" is no praise, "no delay" no complaint.
TURNED = re.compile(
    r"\b(?:not|never|no|nor|without|lack of|less|more)(?: (?:always|sufficiently|been|fully|being|as|any|very|"
    r"consistently|particularly|undue|evidence of))?(?: \w+)? ?$"
)
SENTENCES = re.compile(r"[^.!?]+[.!?]*")


def valence_of(text: str, hits: Sequence[Hit], kind: str = "") -> str:
    """Return gap, good_practice or context, from the sentences of `text` in which the cues stand, and its `kind`."""
    around = " ".join(
        text[start:end] for start, end in _sentences(text) if any(start <= hit.start < end for hit in hits)
    ).lower()
    good, gap = _praise(around), len(GAP_WORDS.findall(around))
    if kind == "good_practice":
        good += 2
    if good > gap:
        return GOOD_PRACTICE if kind != "recommendation" else GAP
    if gap or WISH_WORDS.search(around) or kind == "recommendation":
        return GAP
    return CONTEXT


def _praise(text: str) -> int:
    return sum(
        1 for word in GOOD_WORDS.finditer(text) if not TURNED.search(text[max(0, word.start() - 30) : word.start()])
    )


def _sentences(text: str) -> list[tuple[int, int]]:
    return [sentence.span() for sentence in SENTENCES.finditer(text)]
