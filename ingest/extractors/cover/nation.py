"""Which nation's law and bodies a review names: England, Wales, Scotland or Northern Ireland."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.outline import Outline

# Bodies and laws that only one nation has, each under a word that stands in it, so that a text without the word is
# passed by. A report names some of another nation's when a family has moved.
_OF_NATIONS = {
    "wales": {
        "Wales": r"\(Wales\)|\bWales\s+Safeguarding\s+Procedures\b",
        "Welsh": r"\bWelsh\s+(?:Government|Assembly)\b",
        "Estyn": r"\bEstyn\b",
        "Cymru": r"\bCafcass\s+Cymru\b",
        "Practice Review": r"(?<!Safeguarding )\b(?:Child|Adult)\s+Practice\s+Review\b",
        "Regional": r"\bRegional\s+Safeguarding\s+(?:Children|Adults?)?\s*Board\b",
        "Single Unified": r"\bSingle\s+Unified\b",
        "Heddlu": r"\bHeddlu\b",
        "National Independent": r"\bNational\s+Independent\s+Safeguarding\s+Board\b",
        "University Health": r"\bUniversity\s+Health\s+Board\b",
    },
    "scotland": {
        "Scotland": r"\(Scotland\)|\bPolice\s+Scotland\b",
        "Protection Committee": r"\bChild\s+Protection\s+Committees?\b|\bAdult\s+Protection\s+Committee\b",
        "Hearing": r"\bChildren[’']?s\s+Hearings?\b",
        "Reporter": r"\bChildren[’']?s\s+Reporter\b",
        "Procurator": r"\bProcurator\s+Fiscal\b",
        "GIRFEC": r"\bGIRFEC\b",
        "Significant Case": r"\bSignificant\s+Case\s+Review\b",
        "Care Inspectorate": r"\bCare\s+Inspectorate\b(?!\s+Wales)",
        "SCRA": r"\bSCRA\b",
        "Chief Officers": r"\bChief\s+Officers[’']?\s+Group\b",
        "Named Person": r"\bNamed\s+Person\b",
    },
    "northern_ireland": {
        "Northern Ireland": r"\(Northern\s+Ireland\)|\bSafeguarding\s+Board\s+for\s+Northern\s+Ireland\b"
        r"|\bPolice\s+Service\s+of\s+Northern\s+Ireland\b",
        "SBNI": r"\bSBNI\b",
        "PSNI": r"\bPSNI\b",
        "Case Management": r"\bCase\s+Management\s+Review\b",
        "Social Care Trust": r"\bHealth\s+and\s+Social\s+Care\s+Trust\b",
        "HSC": r"\bHSCT?\b",
        "Gateway": r"\bGateway\s+(?:Team|Service)\b",
        "UNOCINI": r"\bUNOCINI\b",
    },
    "england": {
        "Ofsted": r"\bOfsted\b",
        "Working Together": r"\bWorking\s+Together\s+to\s+Safeguard\b",
        "LSCB": r"\bLSCBs?\b",
        "Safeguarding Child": r"\bLocal\s+Safeguarding\s+Children(?:[’']?s)?\s+(?:Board|Partnership)\b"
        r"|(?<!Local )\bSafeguarding\s+Children\s+Partnership\b",
        "Care Act": r"\bCare\s+Act\s+2014\b",
        "Clinical Commissioning": r"\bClinical\s+Commissioning\s+Group\b",
        "Integrated Care": r"\bIntegrated\s+Care\s+Board\b",
        "Safeguarding Adult": r"\bSafeguarding\s+Adults?\s+(?:Review|Board)s?\b",
        "Safeguarding Practice": r"\bChild\s+Safeguarding\s+Practice\s+Review\b",
        "Social Work Act": r"\bChildren\s+and\s+Social\s+Work\s+Act\b",
        "Primary Care": r"\bPrimary\s+Care\s+Trust\b",
        "NHS": r"\bNHS\s+(?:England|Foundation\s+Trust)\b",
        "Quality Commission": r"\bCare\s+Quality\s+Commission\b",
        "LCSPR": r"\bLCSPR\b",
        "EHC": r"\bEHCP?\b",
        "Metropolitan": r"\bMetropolitan\s+Borough\b",
        "County Council": r"\bCounty\s+Council\b",
    },
}
_PATTERNS = tuple(
    (nation, word, re.compile(pattern)) for nation, words in _OF_NATIONS.items() for word, pattern in words.items()
)
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
        for nation, word, pattern in _PATTERNS:
            for match in pattern.finditer(paragraph.text) if word in paragraph.text else ():
                counts[nation] += 1
                first.setdefault(nation, Nation(nation, match.group(), paragraph.page))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < STANDS_OUT * ranked[1][1]):
        return None
    return first[ranked[0][0]]
