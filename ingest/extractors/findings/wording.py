"""What the wording of a paragraph among findings says that it is: a lesson, good practice, or talk about the report."""

import re

# Paragraphs about the report, its sections and what others found, which say nothing that this review learned.
_OF_REPORT = re.compile(
    r"^(?:(?:this|the|each|every) (?:section|chapter|report|part|summary|table|list|following|paragraphs?|"
    r"analysis section|"
    r"(?:\w+ )?(?:findings|lessons|learning points|learning|themes|areas)\b.{0,60}\b(?:below|above|set out|"
    r"presented|listed|"
    r"cannot|are (?:grouped|summarised|organised|structured)|structured|drawn|described|addressed))\b|by listing|"
    r"(?:an?|the|two|three) (?:learning|practitioners?['’]?|reflective) (?:events?|workshops?) (?:was|were|took)\b|"
    r"below (?:is|are)|"
    r"in (?:this|the following) (?:section|chapter)|set out below|as (?:set out|noted|described|outlined) (?:above|"
    r"below|in)|"
    r"statutory guidance|working together|legislation|section \d+ of|the (?:law|guidance|code)\b"
    r"(?! \w+(?: \w+)? (?:kept|knew|saw|had|was|made|wrote|told))|"
    # What a template asks its author to write, left standing
    r"(?:identify|briefly|describe|outline|summari[sz]e|include|list) "
    r"(?:each|all|the|any|here|below|describe|outline)\b|"
    # What has been done since is told, and was not learned.
    r"since (?:then|that time|the (?:death|incident|events?|review)|(?:\w+ )?(?:19|20)\d\d)\b.{0,90}?\b(?:has|have)\b|"
    r"what follows|it is (?:important|worth) (?:to note|noting) that (?:this|the) (?:report|review|section)|"
    r"for ease of)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"^(?:in \w+ \d{4},? )?(?:ofsted|the care quality commission|cqc|hmic\w*|an? inspection|a previous|"
    r"previous (?:serious )?)\b|"
    r"^(?:research|studies|the literature|national (?:research|analysis)|a (?:recent )?(?:study|thematic))\b",
    re.IGNORECASE,
)
_SAYS_LEARNING = re.compile(
    r"\b(?:(?:important|key|significant|valuable|further|clear) (?:learning|lessons?)|learning (?:from|for|in|"
    r"arising from|"
    r"identified in) (?:this|the) (?:case|review)|(?:highlight(?:s|ed)|identif(?:ies|ied)|reveal(?:s|ed)|"
    r"provid(?:es|ed)|"
    r"offer(?:s|ed)|generat(?:es|ed)) (?:\w+ )?(?:learning|lessons?)|the lessons? (?:from|is|here|to be)|a (?:key |"
    r"clear )?lesson|"
    r"(?:this|the) (?:review|case) (?:has )?(?:confirm|highlight|identif|demonstrat|show|illustrat|underlin|found|"
    r"finds|"
    r"concluded|concludes)\w*|learning point|lessons? (?:learned|learnt))\b",
    re.IGNORECASE,
)
_OPENS_WITH_LEARNING = re.compile(
    r"\b(?:has|have|had|is|are|was|were) (?:highlighted|identified|provided|generated|"
    r"revealed) (?:\w+ )?(?:learning|lessons?)|"
    r"\b(?:important|key|significant) (?:learning|lesson)",
    re.IGNORECASE,
)
_GOOD_PRACTICE = re.compile(
    r"\b(?:good|effective|positive|excellent|exemplary|commendable|strong) practice\b|\bwas exemplary\b|"
    r"\bcommendable\b|"
    r"\bit is positive\b|\bto be commended\b|\bcommends?\b|\bpraises?\b",
    re.IGNORECASE,
)
# The first words of a paragraph that is there to praise; in others praise is said in passing.
_PRAISES = re.compile(
    r"(?:(?:there (?:was|were)|this was|it was|an? example of|examples? of|evidence of|the review (?:team |panel )?"
    r"(?:found|saw|notes|noted|heard of|wishes to commend|commends)) (?:\w+ ){0,4}(?:good|effective|positive|excellent|"
    r"exemplary|commendable|strong) practice|(?:the|this) (?:\w+ ){0,3}(?:review|panel|team|author|reviewers?) "
    r"(?:\w+ ){0,3}(?:commends?|to commend|praises?|to praise)\b|[^.]{3,90}\b(?:is|are) to be commended\b)",
    re.IGNORECASE,
)
_LESSON = re.compile(
    r"\blessons?\b|\blearning (?:from|was|is|identified|point)\b|\bneeds? to (?:be|have|ensure|consider)\b",
    re.IGNORECASE,
)
# A lead-in that binds ("Practitioners need to:") makes one item with its points; another announces several.
_BINDING_LEAD = re.compile(
    r"\b(?:should|must|to|need|needs|will|can|includ\w+|by|when|that|if|whether|about|of|for|with)\s*[:–-]?\s*$",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"[:–—]\s*$|\bfollowing\b[^.]{0,80}[.:]?\s*$|\bas follows\b", re.IGNORECASE)


def is_about_report(text: str) -> bool:
    """Whether a paragraph speaks of the report, the law or others' findings and states none of this review's own."""
    return bool(_OF_REPORT.match(text) or _OF_OTHERS.match(text))


def says_what_was_learned(text: str) -> bool:
    """Whether a paragraph says in so many words that the review learned something."""
    return bool(_SAYS_LEARNING.search(text))


def opens_with_learning(text: str) -> bool:
    """Whether a paragraph's first sentence says that there is learning, so that all of it is the lesson."""
    first = re.split(r"(?<=[.?!])\s+(?=[A-Z])", text, maxsplit=1)[0]
    return bool(_OPENS_WITH_LEARNING.search(first))


def is_good_practice(text: str) -> bool:
    """Whether a text praises practice in its first sentence."""
    first = re.split(r"(?<=[.?!])\s+(?=[A-Z])", text, maxsplit=1)[0]
    return bool(_GOOD_PRACTICE.search(first)) and not re.search(r"\b(?:not|no|lack|without)\b.{0,30}practice", first)


def praises(text: str) -> bool:
    """Whether a paragraph opens with praise: "There was excellent practice by the discharge nurse, who ..."."""
    return is_good_practice(text) and bool(_PRAISES.match(text))


def is_lesson(text: str) -> bool:
    """Whether a text among findings is worded as a lesson."""
    first = re.split(r"(?<=[.?!])\s+(?=[A-Z])", text, maxsplit=1)[0]
    return bool(_LESSON.search(first))


def leads_in(text: str) -> bool:
    """Whether a paragraph leads into the list below it."""
    return bool(_LEADS_IN.search(text))


def binds_its_points(text: str) -> bool:
    """Whether the points below complete the sentence, so that they and it are one item."""
    return bool(_BINDING_LEAD.search(text.rstrip(" :–—-"))) and bool(re.search(r"[:–—-]\s*$", text))
