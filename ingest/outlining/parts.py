"""Which part of a report a heading opens, by its words."""

import re

from ingest.outline import Part

# In this order: the first that fits decides. Each with headings that real reports have.
_RULES: tuple[tuple[Part, str], ...] = (
    (Part.CONTENTS, r"^(?:table of )?contents(?: page)?$|^index$"),
    (Part.GLOSSARY, r"\bglossary\b|\babbreviations\b|\bacronyms\b|terms used"),
    (Part.REFERENCES, r"^references\b|\bbibliography\b|^endnotes\b|\bfurther reading\b"),
    (Part.ACTION_PLAN, r"\baction plans?\b|\bimprovement plan\b|\bimplementation plan\b"),
    (
        Part.RECOMMENDATIONS,
        r"\brecommendations?\b|\brecommended actions\b|\bareas for improvement\b|\bconsiderations for (?:the )?(?:board|partnership)",
    ),
    (
        Part.GOOD_PRACTICE,
        r"\b(?:good|effective|positive|best|notable) practice\b|\bwhat (?:worked|went) well\b|\bstrengths\b",
    ),
    (
        Part.FINDINGS,
        r"\bfindings?\b|\blearning\b|\blessons?\b|\bwhat (?:did|have|can|do) we learn|\bpractice points\b|\bkey (?:themes|messages|issues)\b",
    ),
    (Part.CONCLUSION, r"\bconclusions?\b|\bconcluding\b|\bsumming up\b|\bclosing\b"),
    (
        Part.CHRONOLOGY,
        r"\bchronolog|\btimeline\b|\bkey events\b|\bsignificant events\b|\bcase (?:history|summary)\b|\bsummary of (?:the )?(?:case|events|facts|agency)"
        r"|\bwhat happened\b|\bnarrative\b|\bcase history\b|\bbackground information\b|\bthe facts\b|\bagency (?:involvement|contact)|\bevents\b",
    ),
    (
        Part.FAMILY,
        r"\bfamily\b|\bgenogram\b|\bpen (?:picture|portrait)\b|\bsubjects? of\b|\bwho was\b|\babout (?:the child|him|her)\b",
    ),
    (
        Part.ANALYSIS,
        r"\banalys[ei]s\b|\bappraisal\b|\bcritique\b|\bdiscussion\b|\bthematic\b|\bevaluation\b|\bthemes\b",
    ),
    (
        Part.METHOD,
        r"\bmethod|\bterms of reference\b|\bprocess\b|\bscope\b|\bkey lines of enquiry\b|\breview team\b|\bindependence\b|\bpanel\b|\bconfidentiality\b|\btimescales?\b|\bparallel\b",
    ),
    (
        Part.INTRODUCTION,
        r"\bintroduction\b|\bforeword\b|\bpreface\b|\bbackground\b|\bcontext\b|\bexecutive summary\b|\bsynopsis\b|\bpurpose\b|\bcircumstances\b|\breason",
    ),
    (Part.APPENDIX, r"^(?:appendix|appendices|annex)\b"),
)
PATTERNS = tuple((part, re.compile(pattern, re.IGNORECASE)) for part, pattern in _RULES)


def part_of_heading(text: str) -> Part:
    """Return the part that a heading opens, OTHER where its words do not tell."""
    return next((part for part, pattern in PATTERNS if pattern.search(text.strip(" .:"))), Part.OTHER)
