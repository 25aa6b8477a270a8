"""Is this dated sentence an event of the case? Laws, research, inspections and the review itself are not."""

import re
from dataclasses import dataclass

from ingest.dates.inheritance import in_words
from ingest.dates.printed_date import PrintedDate
from ingest.extractors.cast import any_of
from ingest.extractors.events.case_words import (
    AGENTS,
    FAMILY,
    HAPPENINGS,
    MIGHT_HAVE_BEEN,
    PAST,
    PEOPLE,
    REVIEW_AT_WORK,
    REVIEW_NAMED,
    SYSTEM_CHANGE,
    WIDER_WORLD,
)
from ingest.outline import Part

# Parts in which no event of the case is told, whatever dates stand there.
WITHOUT_EVENTS = frozenset(
    {
        Part.COVER,
        Part.CONTENTS,
        Part.METHOD,
        Part.RECOMMENDATIONS,
        Part.ACTION_PLAN,
        Part.APPENDIX,
        Part.REFERENCES,
        Part.GLOSSARY,
    }
)
# How sure an event is by where it is told.
IN_THE_STORY, ELSEWHERE, AT_THE_START = 0.95, 0.75, 0.7


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of the case before its events are read: the names of its people, when its child was born."""

    names: tuple[str, ...] = ()
    born: PrintedDate | None = None

    @property
    def born_in_words(self) -> str:
        """The birth as an editor would write it."""
        return in_words(self.born) if self.born else ""

    @property
    def name_pattern(self) -> re.Pattern[str]:
        """A pattern that finds any of the names."""
        return any_of(self.names)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that a sentence tells an event of the case (0: it does not), and what an editor should doubt."""

    confidence: float
    doubt: str = ""

    @property
    def is_event(self) -> bool:
        """Whether it is taken for one."""
        return self.confidence > 0


NOT_AN_EVENT = Verdict(0.0)


def judge(sentence: str, part: Part, case: Case, *, is_note: bool = False) -> Verdict:
    """Return whether a dated sentence of a part of the report tells an event of the case.

    `is_note` where it begins with its date and a dash: such notes need no verb.
    """
    if part in WITHOUT_EVENTS:
        return NOT_AN_EVENT
    is_named = bool(case.name_pattern.search(sentence))
    if part is Part.CHRONOLOGY:
        return _judge_in_the_story(sentence, is_named=is_named)
    if _speaks_of_other_things(sentence, is_named=is_named) or not (is_note or PAST.search(sentence)):
        return NOT_AN_EVENT
    if MIGHT_HAVE_BEEN.search(sentence) or REVIEW_NAMED.search(sentence):
        return NOT_AN_EVENT
    if part is Part.INTRODUCTION:
        return Verdict(AT_THE_START) if is_named or FAMILY.search(sentence) else NOT_AN_EVENT
    if is_named or any(words.search(sentence) for words in (PEOPLE, AGENTS, HAPPENINGS)):
        return Verdict(ELSEWHERE, "told outside the account of events, perhaps for the second time")
    return NOT_AN_EVENT


def tells_of_the_past(sentence: str, case: Case) -> bool:
    """Return whether a sentence without a date tells what somebody of the case did, and judges nothing."""
    if _speaks_of_other_things(sentence, is_named=False) or REVIEW_NAMED.search(sentence) or MIGHT_HAVE_BEEN.search(sentence):
        return False
    if not PAST.search(sentence) or _JUDGES.search(sentence):
        return False
    return any(words.search(sentence) for words in (case.name_pattern, PEOPLE, AGENTS, HAPPENINGS))


def _judge_in_the_story(sentence: str, *, is_named: bool) -> Verdict:
    is_of_family = is_named or FAMILY.search(sentence) is not None
    if REVIEW_AT_WORK.search(sentence) or re.match(r"\W*(?:had|if)\b", sentence, re.IGNORECASE):
        return NOT_AN_EVENT
    if _speaks_of_other_things(sentence, is_named=is_of_family) or (REVIEW_NAMED.search(sentence) and not is_of_family):
        return NOT_AN_EVENT
    if WIDER_WORLD.search(sentence) or REVIEW_NAMED.search(sentence):
        return Verdict(0.6, "may be about the review or the wider world and not the case")
    return Verdict(IN_THE_STORY)


def _speaks_of_other_things(sentence: str, *, is_named: bool) -> bool:
    """Return whether a sentence is about the review, the wider world, or how a service has changed."""
    if REVIEW_AT_WORK.search(sentence):
        return True
    return not is_named and (WIDER_WORLD.search(sentence) or SYSTEM_CHANGE.search(sentence)) is not None


# What an author says about practice: no event, though it stands between them.
_JUDGES = re.compile(
    r"\bgood\s+practice\b|\bmissed\s+opportunit|\bshould\s+have\b|\bin\s+hindsight\b|\bit\s+is\s+(?:not\s+)?(?:clear|unclear|"
    r"of\s+note|concerning|important|positive|likely|possible|known|evident|apparent|noted|notable)\b|\bthere\s+is\s+(?:no|little)\b"
    r"|\bno\s+evidence\b|\bappears?\s+(?:to|that)\b|\bin\s+(?:the\s+author|my)\b|\blearning\b|\bpoor\s+practice\b|\bis\s+(?:a|an|the)\b",
    re.IGNORECASE,
)
