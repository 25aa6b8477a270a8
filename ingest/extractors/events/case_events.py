"""Is this dated sentence an event of the case? Laws, research, inspections and the review itself are not."""

import re
from dataclasses import dataclass

from ingest.dates.ages import Age, date_at_age
from ingest.dates.inheritance import DOUBTFUL, Resolved, in_words
from ingest.dates.printed_date import PrintedDate, of_edtf
from ingest.dates.school_years import SchoolYear, date_in_school_year
from ingest.extractors.cast import any_of
from ingest.extractors.cover.birth import born_pattern
from ingest.extractors.events.accounts import Account
from ingest.extractors.events.case_words import (
    AFTERMATH,
    AGENTS,
    FAMILY,
    HAPPENINGS,
    LAW_AND_RESEARCH,
    MIGHT_HAVE_BEEN,
    PAST,
    PEOPLE,
    REVIEW_AT_WORK,
    REVIEW_NAMED,
    SYSTEM_CHANGE,
    TO_COME,
    WIDER_WORLD,
)
from ingest.extractors.events.known_dates import KnownDates

# How sure an event is by where it is told.
IN_THE_STORY, ELSEWHERE, AT_THE_START = 0.95, 0.75, 0.7


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of the case before its events are read.

    The names of its people, and those of the one whom the review is about (none where there are several); when that
    child was born; and the death or incident after which the case is a review, and whether it was a death.
    """

    names: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    born: PrintedDate | None = None
    ended: PrintedDate | None = None
    died: bool = False

    @property
    def name_pattern(self) -> re.Pattern[str]:
        """A pattern that finds any of the names."""
        return any_of(self.names)

    def can_tell(self, at: PrintedDate, sentence: str, account: Account, known: KnownDates) -> bool:
        """Return whether a sentence outside the story may tell an event of that date.

        After the death or incident only what befell the people of the case, unless the story goes on after it; a bare
        year only of the family.
        """
        if account is Account.STORY:
            return True
        is_named = self.name_pattern.search(sentence) is not None
        is_over = self.ended is not None and (self.died or known.are_told) and not known.go_on_after(self.ended)
        if is_over and self.ended and at.earliest > self.ended.latest:
            is_of_them = is_named or FAMILY.search(sentence) is not None
            return is_of_them and AFTERMATH.search(sentence) is not None
        if at.month or at.season:
            return True
        return (is_named or FAMILY.search(sentence) is not None) and HAPPENINGS.search(sentence) is not None

    def tells_birth(self, sentence: str) -> bool:
        """Return whether a sentence tells that the one child whom the review is about was born."""
        return bool(self.subjects) and born_pattern(self.subjects).search(sentence) is not None

    def at_age(self, told: Age | SchoolYear) -> Resolved | None:
        """Return the date at which the child had an age or was in a year at school; None where no birth is known."""
        if self.born is None:
            return None
        edtf = date_at_age(self.born, told) if isinstance(told, Age) else date_in_school_year(self.born, told)
        if edtf is None:
            return None
        worked_out = f"from the age: “{told.printed}”, born {in_words(self.born)}"
        return Resolved(edtf, worked_out, DOUBTFUL, of_edtf(edtf.split("/")[-1]), "dated by age only")


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


def judge(sentence: str, account: Account, case: Case, *, is_note: bool = False) -> Verdict:
    """Return whether a dated sentence tells an event of the case, by its words and by where it stands.

    `is_note` where it begins with its date and a dash: such notes need no verb.
    """
    if account is Account.NONE or _speaks_of_the_review_or_the_law(sentence):
        return NOT_AN_EVENT
    is_named = bool(case.name_pattern.search(sentence))
    is_of_family = is_named or FAMILY.search(sentence) is not None
    if account is Account.STORY:
        return _judge_in_the_story(sentence, is_of_family=is_of_family)
    if not is_named and _speaks_of_services(sentence):
        return NOT_AN_EVENT
    if not (is_note or PAST.search(sentence)) or any(
        words.search(sentence) for words in (MIGHT_HAVE_BEEN, REVIEW_NAMED, TO_COME)
    ):
        return NOT_AN_EVENT
    is_of_the_case = is_named or any(words.search(sentence) for words in (PEOPLE, AGENTS, HAPPENINGS))
    if account is Account.START:
        return Verdict(AT_THE_START) if is_of_family or (is_note and is_of_the_case) else NOT_AN_EVENT
    if is_of_the_case:
        return Verdict(ELSEWHERE, "told outside the account of events, perhaps for the second time")
    return NOT_AN_EVENT


def tells_of_the_past(sentence: str, case: Case) -> bool:
    """Return whether a sentence without a date tells what somebody of the case did, and judges nothing."""
    if _speaks_of_the_review_or_the_law(sentence) or _speaks_of_services(sentence):
        return False
    if REVIEW_NAMED.search(sentence) or MIGHT_HAVE_BEEN.search(sentence) or _JUDGES.search(sentence):
        return False
    if not PAST.search(sentence):
        return False
    return any(words.search(sentence) for words in (case.name_pattern, PEOPLE, AGENTS, HAPPENINGS))


def somebody_acts(sentence: str) -> bool:
    """Return whether a sentence tells what somebody at work on the case did."""
    return _DID_SOMETHING.search(sentence) is not None


def _judge_in_the_story(sentence: str, *, is_of_family: bool) -> Verdict:
    if re.match(r"\W*(?:had|if)\b", sentence, re.IGNORECASE):
        return NOT_AN_EVENT
    is_doubtful = _speaks_of_services(sentence) or REVIEW_NAMED.search(sentence) is not None
    if is_doubtful and not is_of_family and not _DID_SOMETHING.search(sentence):
        return NOT_AN_EVENT
    if is_doubtful:
        return Verdict(0.6, "may be about the review or the wider world and not the case")
    return Verdict(IN_THE_STORY)


def _speaks_of_the_review_or_the_law(sentence: str) -> bool:
    return (REVIEW_AT_WORK.search(sentence) or LAW_AND_RESEARCH.search(sentence)) is not None


def _speaks_of_services(sentence: str) -> bool:
    """Return whether a sentence is about an inspection or about how a service has changed."""
    return (WIDER_WORLD.search(sentence) or SYSTEM_CHANGE.search(sentence)) is not None


# Somebody at work on the case: "the nurse invoked", "she escalated", "officers attended".
_DID_SOMETHING = re.compile(
    r"\b(?:nurse|worker|visitor|midwife|teacher|gp|doctor|officers?|paediatrician|psychiatrist|adviser|consultant|manager|s?he|they)\b"
    r"[^.;]{0,90}\b(?:escalated|invoked|referred|asked|wrote|telephoned|rang|visited|raised|reported|saw|called|attended|contacted)\b",
    re.IGNORECASE,
)
# What an author says about practice: no event, though it stands between them.
_JUDGES = re.compile(
    r"\bgood\s+practice\b|\bmissed\s+opportunit|\bshould\s+have\b|\bin\s+hindsight\b|\bit\s+is\s+(?:not\s+)?(?:clear|unclear|"
    r"of\s+note|concerning|important|positive|likely|possible|known|evident|apparent|noted|notable)\b|\bthere\s+is\s+(?:no|little)\b"
    r"|\bno\s+evidence\b|\bappears?\s+(?:to|that)\b|\bin\s+(?:the\s+author|my)\b|\blearning\b|\bpoor\s+practice\b|\bis\s+(?:a|an|the)\b",
    re.IGNORECASE,
)
