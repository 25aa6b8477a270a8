"""What kind of review a report is, by the name that it gives itself."""

import re
from dataclasses import dataclass

from ingest.extractors.cover.front import Front, text_of

# Each kind with its names, the more particular first: every LCSPR is a "child safeguarding practice review" too.
_NAMES: tuple[tuple[str, str], ...] = (
    ("rapid_review", r"rapid\s+review"),
    (
        "dhr",
        r"domestic\s+(?:homicide|abuse[\s-]+related\s+death)\s+(?:overview|(?:\w+\s+){0,2}reviews?)|\bDHRs?\b|\bDARDRs?\b",
    ),
    ("cpr", r"(?:child|adult)\s+practice\s+reviews?|single\s+unified\s+safeguarding\s+reviews?|\bSUSRs?\b"),
    (
        "lcspr",
        r"local\s+(?:child(?:ren)?(?:[’']?s)?\s+)?safeguarding\s+(?:children\s+)?practice\s+reviews?|\bLCSPRs?\b",
    ),
    ("cspr", r"child(?:ren)?(?:[’']?s)?\s+safeguarding\s+practice\s+reviews?(?!\s+panel)|\bCSPRs?\b"),
    ("sar", r"safeguarding\s+adults?[’']?s?\s+reviews?|\bSARs?\b"),
    ("scr", r"serious\s+case\s+reviews?|\bSCRs?\b"),
    ("other", r"significant\s+case\s+reviews?|case\s+management\s+reviews?|significant\s+incident\s+learning"),
    (
        "learning_review",
        r"learning\s+(?:lessons\s+)?reviews?|lessons\s+learn(?:ed|t)\s+reviews?|partnership\s+reviews?",
    ),
    ("thematic", r"thematic\s+(?:\w+\s+){0,3}(?:reviews?|analysis)"),
    ("cspr", r"national\s+(?:child\s+)?(?:safeguarding\s+)?(?:practice\s+)?reviews?"),
)
NAMES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _NAMES)
# Any of these names, to tell the line that names the review.
ANY_NAME = re.compile("|".join(pattern for _, pattern in _NAMES), re.IGNORECASE)
_THEMATIC = re.compile(r"\bthematic\b", re.IGNORECASE)
# What goes before a review may be named before it: "as part of the Rapid Review process".
_NOT_IN_PASSING = frozenset({"rapid_review", "thematic"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of review, the words that name it, and their page."""

    kind: str
    words: str
    page: int | None


def is_thematic(front: Front) -> bool:
    """Return whether a review looks at several cases together, as its cover says."""
    return any(_THEMATIC.search(line.text) for line in front.cover)


def kind_of(front: Front) -> Kind | None:
    """Return the kind that the cover names, else the opening; None where neither does."""
    named = [line for line in front.cover if ANY_NAME.search(line.text)]
    for line in sorted(named, key=lambda line: -line.size):
        found = _first_name(line.text)
        if found:
            return Kind("thematic" if is_thematic(front) else found[0], line.text, line.page)
    return _kind_in_opening(front)


def _kind_in_opening(front: Front) -> Kind | None:
    """Return the kind that is named first where the text begins; what is named in passing comes last."""
    for is_passing in (False, True):
        for paragraph in front.opening:
            found = _first_name(text_of(paragraph), is_passing=is_passing)
            if found:
                return Kind(*found, paragraph.page)
    return None


def _first_name(text: str, *, is_passing: bool = True) -> tuple[str, str] | None:
    """Return the kind named first in a text, the more particular where two names begin together.

    What may be named in passing counts only where `is_passing`.
    """
    found = [
        (match.start(), -match.end(), order, kind, match.group())
        for order, (kind, pattern) in enumerate(NAMES)
        for match in [pattern.search(text)]
        if match and (is_passing or kind not in _NOT_IN_PASSING)
    ]
    if not found:
        return None
    *_, kind, words = min(found)
    return kind, words
