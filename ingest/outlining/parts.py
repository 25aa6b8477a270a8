"""Which part of a report a heading opens, by its words: how reviews of all four nations and two decades name them.

A heading says what follows in its nouns. Where it names two things ("Findings and recommendations"), the part is the
one further up in the list below, which goes from the most telling words to the least.
"""

import re
from functools import lru_cache

from ingest.outline import Part

_WORDS: dict[Part, tuple[str, ...]] = {
    Part.CONTENTS: (
        r"^(?:table of )?contents(?: page)?$",
        r"^list of contents$",
        r"^index$",
        r"^cynnwys$",
        r"^(?:on this page|in this (?:report|document|section|page))$",
    ),
    Part.GLOSSARY: (
        r"\bglossary\b",
        r"\babbreviations?\b",
        r"\bacronyms?\b",
        r"^(?:key )?terms used\b",
        r"^terminology\b",
        r"^definitions\b",
    ),
    Part.REFERENCES: (
        r"^references?\b",
        r"\bbibliography\b",
        r"^end ?notes\b",
        r"\bfurther reading\b",
        r"^sources\b",
        r"^works cited\b",
    ),
    Part.ACTION_PLAN: (
        r"\baction plans?\b",
        r"\b(?:improvement|implementation|delivery|response) plan\b",
        r"\bresponse to (?:the )?recommendations\b",
        r"\bprogress (?:on|against|with) (?:the )?(?:recommendations|actions)\b",
        r"\bimproving systems and practice\b.*\baction",
    ),
    Part.RECOMMENDATIONS: (
        r"\brecommendations?\b",
        r"\b(?:recommended|required|agreed|proposed) actions?\b",
        r"^actions? (?:for|required|needed|arising|to be taken)\b",
        r"\bareas? for (?:improvement|development|action)\b",
        r"\bconsiderations? for (?:the )?(?:board|partnership|safeguarding|agencies)\b",
        r"\bquestions? for (?:the )?(?:board|partnership|safeguarding)\b",
        r"\bimproving systems and practice\b",
        r"\b(?:strateg(?:y|ies)|proposals?|suggestions?) for (?:improv\w+|change|practice)\b",
        r"\bwhat (?:needs|should|must|has) (?:to )?(?:change|happen|be done)\b",
        r"\bnext steps\b",
    ),
    Part.GOOD_PRACTICE: (
        r"\b(?:good|effective|positive|best|notable|strong|commendable|exemplary) practice\b",
        r"\bwhat (?:worked|went|was done) well\b",
        r"\bpractice strengths\b",
        r"^strengths\b",
        r"\bexamples of good\b",
    ),
    Part.FINDINGS: (
        r"\bfindings?\b",
        r"\blearning\b(?! (?:disabilit|difficult|needs|review|together|mentor|support assist))",
        r"\blessons?\b(?! (?:plan|time))",
        r"\bwhat (?:did|have|has|can|do|could|we have|we|is) (?:we |been |the review )?(?:to be )?learn(?:ed|t)?\b",
        r"\bpractice (?:themes|issues|points)\b",
        r"\bkey (?:themes|messages|issues|points)\b",
        r"\bemerging themes\b",
        r"\bimplications for (?:practice|learning)\b",
        r"\bwhat (?:does|do) (?:this|the) (?:review|case)s? tell\b",
        r"\bmissed opportunities\b",
        r"^what (?:we|the review|did we|have we|did the review) (?:have |has )?f(?:ou|i)nd\b",
        r"\bwhat (?:could|should|might) (?:be|have been|have gone) (?:done )?(?:better|differently)\b",
        r"^even better if\b",
    ),
    Part.CONCLUSION: (
        r"\bconclusions?\b",
        r"\bconcluding\b",
        r"\bsumming[- ]up\b",
        r"\bclosing (?:remarks|words|comments)\b",
        r"^in closing\b",
    ),
    Part.CHRONOLOGY: (
        r"\bchronolog",
        r"\btime ?line\b",
        r"\b(?:key|significant|critical|relevant|main) (?:practice )?(?:events?|episodes?|incidents?|contacts)\b",
        r"\b(?:case|relevant|brief|social|family and case) history\b",
        r"\bcase (?:summary|synopsis|outline|overview|narrative|background)\b",
        (
            r"\b(?:summary|synopsis|outline|overview|account|narrative|description|sequence|"
            r"history) of (?:the )?(?:case|events?|facts|agency|agencies|involvement|contacts?|what happened|relevant|"
            r"services|circumstances)\b"
        ),
        r"\bwhat happened\b",
        r"\bnarrative\b",
        r"\bthe (?:facts|story|events?)\b(?! (?:of|that) learning)",
        r"\bagenc(?:y|ies)'?’? (?:involvement|contacts?|history)\b",
        r"\binvolvement (?:of|with|by) (?:the )?(?:agencies|services|professionals)\b",
        r"\bprofessional involvement\b",
        r"\bevents\b",
        r"\bprior to the (?:timeframe|review|period|time)\b",
        r"\b(?:during|within) the (?:timeframe|review period|period under review)\b",
        r"\bbackground (?:information|history|summary)\b.*\b(?:19|20)\d\d\b",
        r"\bhistory (?:before|prior|up to)\b",
        r"\b(?:birth|life) (?:to|of|before|history)\b",
    ),
    Part.FAMILY: (
        r"\bfamily\b(?! (?:support|court|nurse|group|hub|centre))",
        r"\bgenogram\b",
        r"\bpen[- ](?:picture|portrait)\b",
        r"\b(?:who|about) (?:was|is|were) (?!this|the review)",
        r"\bsubjects? of (?:the|this) review\b",
        r"\bhousehold (?:members|composition)\b",
        (
            r"\b(?:the )?(?:child|adult|victim|perpetrator|children)(?:'s|’s)? (?:background|life|"
            r"lived experience|story|voice)\b"
        ),
        r"\bpersons? (?:involved|covered)\b",
        r"\bdramatis personae\b",
        r"\bvoice of\b",
    ),
    Part.ANALYSIS: (
        r"\banalys[ei]s\b",
        r"\banalytical\b",
        r"\bappraisal\b",
        r"\bcritique\b",
        r"\bcritical (?:reflection|evaluation)\b",
        r"\bdiscussion\b",
        r"\bthematic\b",
        r"\bevaluation\b",
        r"\bthemes?\b",
        r"\bkey lines? of enquiry\b.*\b(?:answer|response|address)",
        r"^(?:(?:key )?lines? of en?quiry|kloe|terms? of reference)\s*(?:no\.?\s*)?\d",
        r"\bresponse to (?:the )?terms of reference\b",
        r"\baddressing the terms of reference\b",
        r"\bpractice (?:considered|reviewed|examined)\b",
    ),
    Part.METHOD: (
        r"\bmethod(?:s|ology|ological)?\b",
        r"\bterms of reference\b",
        r"\b(?:review|the|this) process\b",
        r"^process(?:es)?\b",
        r"\bscope\b",
        r"\bkey lines? of en?quiry\b",
        r"\b(?:reflective|discussion) questions\b|\bquestions for (?:your team|practitioners|reflection|discussion)\b",
        r"\breview (?:team|panel|group)\b",
        r"\b(?:panel|membership)\b",
        r"\bindependence\b",
        r"\bconfidentiality\b",
        r"\banonymi[sz]",
        r"\btime ?scales?\b",
        r"\bparallel (?:reviews?|processes|proceedings|investigations?)\b",
        r"\bindependent (?:reviewer|author|chair)s?\b",
        r"\b(?:lead reviewer|author) (?:of|and)\b|\babout the (?:author|reviewer)s?\b",
        (
            r"\bcontributors\b|\bcontributions? to (?:the|this) review\b|\bagencies (?:involved|"
            r"that took part|contributing)\b"
        ),
        r"\bequality (?:and|&) diversity\b",
        r"\bdissemination\b",
        r"\bpublication\b",
        r"\bpractitioner (?:events?|involvement)\b",
        r"\bhow (?:the|this) review was\b",
    ),
    Part.INTRODUCTION: (
        r"\bintroduct(?:ion|ory)\b",
        r"\bforeword\b",
        r"\bpreface\b",
        r"\bpreamble\b",
        r"\bbackground\b",
        r"\bcontext\b",
        r"\bexecutive summary\b",
        r"\bsynopsis\b",
        r"\bpurpose\b",
        r"\b(?:reason|rationale)s? for (?:the|this|conducting|undertaking|a)\b",
        r"\bcircumstances (?:leading|that led|of the (?:death|incident))\b",
        r"\bwhy (?:is |was )?(?:this|the) (?:case|review)\b",
        r"\bdecision to (?:hold|undertake|conduct|review)\b",
        r"\bstatement\b|\bcondolences\b|\backnowledg",
        r"\blegal (?:context|framework)\b",
        r"\bsummary\b",
    ),
    Part.APPENDIX: (r"^(?:appendix|appendices|annexe?|annexes|schedule)\b",),
}
# Longer headings are questions or statements about the case: only their beginning may say what part it is.
MOST_WORDS, FIRST_WORDS = 12, 8
_PATTERNS = tuple((part, re.compile("|".join(words), re.IGNORECASE)) for part, words in _WORDS.items())
# What an appendix holds decides, where it says so: "Appendix 2: action plan".
_APPENDIX = re.compile(r"^(?:appendix|annexe?|schedule)\s*(?:\d{1,2}|[A-Z]|[ivx]+)?\s*[:.–—-]?\s*", re.IGNORECASE)
# A section on how the family took part tells of method, not of the family.
_TAKING_PART = r"(?:involvement|contribution|participation|engagement|perspective|views?)"
_FAMILY_IN_REVIEW = re.compile(rf"\b{_TAKING_PART}\w*\b.*\bfamil|\bfamil\w+['’]?s?['’]? {_TAKING_PART}", re.IGNORECASE)


@lru_cache(maxsize=4096)
def part_of_heading(text: str) -> Part:
    """Return the part that a heading opens, OTHER where its words do not tell."""
    words = text.strip(" .:–—-")
    within = _APPENDIX.sub("", words)
    is_appendix = within != words
    if is_appendix and not within:
        return Part.APPENDIX
    if len(within.split()) > MOST_WORDS:
        if within.endswith("?"):
            return Part.ANALYSIS
        within = " ".join(within.split()[:FIRST_WORDS])
    for part, pattern in _PATTERNS:
        if pattern.search(within):
            return Part.METHOD if part is Part.FAMILY and _FAMILY_IN_REVIEW.search(within) else part
    if is_appendix:
        return Part.APPENDIX
    return Part.ANALYSIS if within.endswith("?") else Part.OTHER
