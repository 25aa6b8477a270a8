"""Which nation's law and bodies a review names: England, Wales, Scotland or Northern Ireland."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.outline import Outline

# Bodies and laws that only one nation has. A report names some of another's when a family has moved.
_OF_NATIONS = {
    "wales": (
        r"\(Wales\)|\bWelsh\s+(?:Government|Assembly)\b|\bEstyn\b|\bCafcass\s+Cymru\b|\b(?:Child|Adult)\s+Practice\s+Review\b|"
        r"\bRegional\s+Safeguarding\s+(?:Children|Adults?)?\s*Board\b|\bWales\s+Safeguarding\s+Procedures\b|\bSingle\s+Unified\b|\bHeddlu\b|"
        r"\bNational\s+Independent\s+Safeguarding\s+Board\b|\bUniversity\s+Health\s+Board\b"
    ),
    "scotland": (
        r"\(Scotland\)|\bPolice\s+Scotland\b|\bChild\s+Protection\s+Committees?\b|\bAdult\s+Protection\s+Committee\b|\bChildren[’']?s\s+(?:Hearings?|Reporter)\b|"
        r"\bProcurator\s+Fiscal\b|\bGIRFEC\b|\bSignificant\s+Case\s+Review\b|\bCare\s+Inspectorate\b|\bSCRA\b|\bChief\s+Officers\s+Group\b|\bNamed\s+Person\b"
    ),
    "northern_ireland": (
        r"\(Northern\s+Ireland\)|\bSBNI\b|\bSafeguarding\s+Board\s+for\s+Northern\s+Ireland\b|\bPSNI\b|\bCase\s+Management\s+Review\b|"
        r"\bHealth\s+and\s+Social\s+Care\s+Trust\b|\bHSCT?\b|\bGateway\s+(?:Team|Service)\b|\bUNOCINI\b|\bPolice\s+Service\s+of\s+Northern\s+Ireland\b"
    ),
    "england": (
        r"\bOfsted\b|\bWorking\s+Together\s+to\s+Safeguard\b|\bLSCBs?\b|\bLocal\s+Safeguarding\s+Children(?:[’']?s)?\s+(?:Board|Partnership)\b|\bCare\s+Act\s+2014\b|"
        r"\bClinical\s+Commissioning\s+Group\b|\bIntegrated\s+Care\s+Board\b|\bSafeguarding\s+Adults?\s+(?:Review|Board)s?\b|\bChild\s+Safeguarding\s+Practice\s+Review\b|"
        r"\bChildren\s+and\s+Social\s+Work\s+Act\b|\bPrimary\s+Care\s+Trust\b|\bNHS\s+England\b|\bCare\s+Quality\s+Commission\b|\bSafeguarding\s+Children\s+Partnership\b|"
        r"\bLCSPR\b|\bEHCP?\b|\bNHS\s+Foundation\s+Trust\b|\bMetropolitan\s+Borough\b|\bCounty\s+Council\b"
    ),
}
_PATTERNS = {nation: re.compile(pattern) for nation, pattern in _OF_NATIONS.items()}
# The nation named must stand out: another named more than half as often leaves it unknown.
STANDS_OUT = 2


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation, the words that show it, and their page."""

    nation: str
    words: str
    page: int | None


def nation_of(outline: Outline) -> Nation | None:
    """Return the nation whose bodies and laws the report names far more than another's, None where none does."""
    counts: Counter[str] = Counter()
    first: dict[str, Nation] = {}
    for paragraph in outline.paragraphs:
        for nation, pattern in _PATTERNS.items():
            for match in pattern.finditer(paragraph.text):
                counts[nation] += 1
                first.setdefault(nation, Nation(nation, match.group(), paragraph.page))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < STANDS_OUT * ranked[1][1]):
        return None
    return first[ranked[0][0]]
