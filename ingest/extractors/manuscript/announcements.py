"""Sentences that announce what stands below them: "The following learning was identified:"."""

import re

from ingest.extractors.manuscript.heading_words import Subject

# The aims of every review, set out in guidance: they announce nothing that this one found.
_AIMS = re.compile(
    r"\b(?:purpose|aims?|objectives?|terms of reference|lines of en?quiry|scope|methodology|working together|guidance|"
    r"statutory|reviews? (?:must|should|is to|seeks?)|is to|in order to|establish what lessons|will (?:consider|"
    r"address))\b",
    re.IGNORECASE,
)
# Others' recommendations and findings
_OF_OTHERS = re.compile(
    r"\b(?:ofsted|cqc|inspection|previous|earlier|other reviews?|national (?:panel|review)|research|study|coroner|"
    r"inquiry|serious incident|root cause|internal (?:review|investigation)|iopc|ipcc|ombudsman|hmic\w*|report by|"
    r"published)\b",
    re.IGNORECASE,
)
_RECOMMENDATIONS = re.compile(
    r"\b(?:following|these|below)\b.{0,60}\brecommendations?\b|\brecommendations?\b.{0,60}\b(?:as follows|below|are|"
    r"include)\b|"
    r"\b(?:agreed|identif\w+|recommend\w*|propos\w+|suggest\w*|requir\w+|commit\w*|asks?)\b.{0,50}\bfollowing "
    r"(?:[\w-]+ ){0,3}(?:actions?|improvements?|steps|proposals|suggestions|measures|strategies)\b|"
    r"\bfollowing (?:[\w-]+ ){0,3}(?:actions?|improvements?|steps|proposals|suggestions|measures|strategies)\b.{0,40}"
    r"\b(?:agreed|identified|recommended|proposed|required|suggested|needed)\b|"
    r"\b(?:(?:i|we|review|panel|author|reviewers?|chair|report)\b.{0,30}\brecommends?|is recommended|are recommended)\b"
    r"(?: that)?[^.]{0,60}[:;]$",
    re.IGNORECASE,
)
_SUBJECTS: tuple[tuple[Subject, re.Pattern[str]], ...] = (
    (
        Subject.GOOD_PRACTICE,
        re.compile(
            r"\b(?:following|examples? of|areas? of|these|instances of|some|evidence of|identified|was)\b.{0,40}"
            r"\b(?:good|effective|positive|notable) practice\b",
            re.IGNORECASE,
        ),
    ),
    (
        Subject.LESSONS,
        re.compile(
            r"\b(?:following|these|key|main|most important)\b.{0,40}\blessons?\b|"
            r"\blessons?\b.{0,40}\b(?:are|as follows|below|include|were identified|have been identified|from this)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Subject.LEARNING,
        re.compile(
            r"\b(?:following|these|key|main)\b.{0,50}\blearning\b|\blearning\b.{0,60}\b(?:as follows|below|"
            r"include[sd]?|"
            r"identified|captured|following|emerged|highlighted|is|are|was|were)\b|\bpractitioners? told us\b",
            re.IGNORECASE,
        ),
    ),
    (
        Subject.FINDINGS,
        re.compile(
            r"\b(?:following|these|key|main|priority|headline|five|four|three|six|seven|eight)\b.{0,40}\bfindings?\b|"
            r"\bfindings?\b.{0,40}\b(?:are|were|as follows|below|include|following)\b|"
            r"\b(?:concluded|concludes|found|finds)(?: that)?\s*[–—:-]*$",
            re.IGNORECASE,
        ),
    ),
)
# A sentence that announces ends with a mark that leaves it open.
_IS_OPEN = re.compile(r"[:;–—-]\s*$")
# The bold or italic words that a short announcement has instead: "The learning identified is as follows"
_LEAVES_OPEN = re.compile(r"\b(?:as follows|the following|below|are|include|that)\.?\s*$", re.IGNORECASE)
# More words than an announcement has; the last sentence of a longer paragraph may still announce.
ANNOUNCEMENT_WORDS = 45


def announced_subjects(text: str) -> frozenset[Subject]:
    """Return what a paragraph's last sentence announces as standing below it; empty where it announces nothing."""
    last = re.split(r"(?<=[.?!])\s+(?=[A-Z])", text.strip())[-1]
    if not (_IS_OPEN.search(last) or _LEAVES_OPEN.search(last)) or len(last.split()) > ANNOUNCEMENT_WORDS:
        return frozenset()
    if _AIMS.search(last) or _OF_OTHERS.search(last):
        return frozenset()
    if _RECOMMENDATIONS.search(last):
        return frozenset({Subject.RECOMMENDATIONS})
    for subject, pattern in _SUBJECTS:
        if pattern.search(last):
            return frozenset({subject})
    return frozenset()
