"""What a date does in its sentence: dates the event told, or a plan, something before it, or a publication."""

import re
from enum import StrEnum

from ingest.dates.ages import Age
from ingest.dates.expressions import Expression
from ingest.dates.mentions import Mention


class Role(StrEnum):
    """What a date is there for."""

    EVENT = "event"
    PLAN = "plan"
    BACKGROUND = "background"
    CITATION = "citation"


# How far back in the sentence the words are looked at that say what a date is there for.
REACH = 110
# "a meeting planned for April", "would take place on", "to be completed by", "agreed to convene ... the following day"
_PLANNED = re.compile(
    r"\b(?:planned|scheduled|arranged|booked|rescheduled|rearranged|re-?arranged|postponed|deferred|adjourned|listed|fixed|"
    r"offered|appointment|set|due|expected|intended)\b[^.;:]{0,30}\b(?:for|to\s+take\s+place(?:\s+(?:on|in|at))?)\s*(?:the\s+)?$"
    r"|\b(?:would|will|shall)\s+(?:not\s+)?(?:be|take|have|undergo|happen|meet|visit|attend|start|begin|return|go|see|\w+)\b[^.;:]{0,60}$"
    r"|\b(?:to\s+be|should\s+be|needs?\s+to\s+be|must\s+be)\s+\w+[^.;:]{0,50}$"
    r"|\bagreed\s+(?:to|that)\b[^.;:]{0,80}\s(?:on|in|for|by)?\s*(?:the\s+)?$"
    r"|\b(?:deadline|(?:target|review|scheduled|planned|due)\s+date|timescale)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
# "the incident in October", "the visit of 3 May", "the letter dated 5 June": what is spoken of again
_SPOKEN_OF = re.compile(
    r"\b(?:incidents?|assaults?|visits?|conference|meetings?|referrals?|assessments?|reports?|reviews?|calls?|decisions?|"
    r"attendances?|admissions?|contacts?|emails?|letters?|disclosures?|allegations?|forms?|plans?|injur(?:y|ies)|caution|"
    r"arrest|birth|death|discussion|appointment|since|previous|earlier|violence|abuse)\s+"
    r"(?:(?:of|in|on|dated|from|during|held\s+(?:on|in)|made\s+(?:on|in)|which\s+took\s+place\s+(?:on|in))\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "that mother had been assaulted in October": told of an earlier time
_TOLD_OF_BEFORE = re.compile(r"\b(?:that|which|who|because|as|since|when)\b[^.;]{0,70}\bhad\s+[^.;]{0,60}$", re.IGNORECASE)
# "Since their first contact in September": how long something has been so
_SINCE = re.compile(r"(?:^|[,;:]\s*)\W*since\b[^,;]{0,100}$", re.IGNORECASE)
# "by 15th January of the year in which they start", "in September each year": a rule and no event
_EVERY_YEAR = re.compile(r"\s*(?:,\s*)?(?:of\s+(?:the\s+year\s+(?:in|that|when)|each|every|any)|each\s+year|every\s+year|annually)\b")
# "(2012)", "(Ash and Birch, 2012)", "(January 2013)", "policy – July 2010", "Vol. 23, 2014", "p. 3, 2010"
_CITED = re.compile(
    r"\((?:[^()]*?\b[A-Z][\w’'&.-]+[^()]*?[,\s]\s*)?$|\b(?:vol|pp?|eds?|isbn)\b\.?\s*\d[\w,. –-]{0,30}$"
    r"|\b(?:guidance|policy|procedures?|framework|strategy|act|report|code\s+of\s+practice|regulations|published|version|"
    r"edition|bulletin|journal|press|inspection|toolkit|protocol|standards?|handbook|white\s+paper|green\s+paper)\b"
    r"[\s,–—-]*(?:\(|in\s+|of\s+|dated\s+|from\s+)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)


def role_of(mention: Mention, sentence: str, others: int) -> Role:
    """Return what a date does in its sentence, which has so many other dates."""
    if isinstance(mention, Age):
        return Role.EVENT
    before = sentence[max(0, mention.start - REACH) : mention.start]
    if isinstance(mention, Expression) and _is_cited(mention, before, sentence[mention.end : mention.end + 1]):
        return Role.CITATION
    if _PLANNED.search(before) or _EVERY_YEAR.match(sentence, mention.end):
        return Role.PLAN
    if _SINCE.search(before) or (isinstance(mention, Expression) and mention.lead == "since"):
        return Role.BACKGROUND
    if others and _SPOKEN_OF.search(before) and not before.lstrip().startswith(("At", "During", "Following")):
        return Role.BACKGROUND
    is_bare = isinstance(mention, Expression) and not mention.first.is_dated
    return Role.BACKGROUND if others and is_bare and _TOLD_OF_BEFORE.search(before) else Role.EVENT


def _is_cited(mention: Expression, before: str, after: str) -> bool:
    """Return whether a year, or a month and year, names a publication."""
    if mention.first.day or not mention.first.is_dated:
        return False
    in_brackets = after == ")" and _CITED.search(before) is not None and mention.first.month is None
    return in_brackets or (_CITED.search(before) is not None and "(" not in before[-40:])
