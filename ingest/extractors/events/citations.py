"""Notes and references that stand among the text: "4 Royal College of Nursing, Guidance for School Nurses, March 2009."

In scraped text and in scans a footnote may stand between two paragraphs of the story. It tells no event, and its year
is none that later dates inherit.
"""

import re

from ingest.blocks import BlockKind
from ingest.dates.vocabulary import MONTH, YEAR
from ingest.extractors.events.case_words import PAST
from ingest.outline import Paragraph

# A note is no longer than this.
LONGEST = 60
_MARK = re.compile(r"(?:\[?\d{1,3}\]?|[*†‡§]{1,2})\s+(?=[A-Z‘“\"'(])")
# Who publishes, and what is published.
_SOURCE = re.compile(
    r"\b(?:Departments?|Ministry|Government|HMSO|TSO|Stationery\s+Office|Royal\s+College|NICE|Ofsted|University|Press|Journal|"
    r"Bulletin|Home\s+Office|Executive|Assembly|Parliament|Act|Regulations|Guidance|Guidelines|Strategy|Framework|"
    r"Handbook|Procedures|Report|Research|Serious\s+Case\s+Reviews|NSPCC|SCIE|RCPCH|RCN|BMJ|ibid|op\.?\s?cit|et\s+al|pp?\.\s?\d+|Vol\.?)\b"
    r"|https?:|www\.|Working\s+Together|Safeguarding\s+(?:Children|Adults)\b",
)
_ENDS_WITH_DATE = re.compile(rf"(?:{YEAR}|{MONTH})\W*(?:pp?\.?\s?[\d–-]+\W*|accessed[^.]*\.?)?$")
_IN_BRACKETS = re.compile(rf"\(\s*(?:{MONTH}\s+)?{YEAR}[a-z]?\s*\)")
_IS = re.compile(r"\b(?:is|are|has|have|will|can|may|should|must)\b")


def is_citation(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is a note that names a source and its date, and no sentence of the report."""
    text = paragraph.text.strip()
    if paragraph.kind is not BlockKind.PARAGRAPH or len(text.split()) > LONGEST:
        return False
    if PAST.search(text) or _IS.search(text):
        return False
    names_source = _SOURCE.search(text) is not None
    is_marked = _MARK.match(text) is not None or (paragraph.number or "").isdigit()
    is_dated = _ENDS_WITH_DATE.search(text) is not None or _IN_BRACKETS.search(text) is not None
    return is_dated and (names_source or is_marked) and "," in text
