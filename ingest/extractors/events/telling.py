"""One paragraph → the events that it tells: which sentences, with which dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.blocks import BlockKind
from ingest.dates.ages import Age
from ingest.dates.expressions import Expression, date_of_all
from ingest.dates.from_incident import FromIncident
from ingest.dates.inheritance import (
    Heading,
    Resolved,
    Setting,
    by_weekday,
    inherit,
    resolve,
    resolve_before,
    resolve_from_incident,
    resolve_relative,
)
from ingest.dates.mentions import Mention, find_mentions
from ingest.dates.printed_date import PrintedDate
from ingest.dates.relative import Relative, Unit
from ingest.dates.school_years import SchoolYear
from ingest.extractors.events.accounts import Account
from ingest.extractors.events.case_events import Case, Verdict, judge, somebody_acts, tells_of_the_past
from ingest.extractors.events.date_roles import LEADING, Company, Role, is_bare_year, role_of
from ingest.extractors.events.known_dates import KnownDates
from ingest.extractors.events.leading_dates import leading_date, year_of_all_dates
from ingest.extractors.events.sentences import Sentence, sentences_of
from ingest.outline import Paragraph

# A paragraph that begins so tells of a stretch of time, and not of the day or month before it.
_REACHES_FURTHER = re.compile(
    r"\W*(?:within|over|for|from|once|throughout|after|by|between|until|when|while|whilst|before|since|although|despite|"
    r"subsequently|eventually|previously|historically)\b(?!\s+(?:the\s+)?(?:visit|appointment|meeting))",
    re.IGNORECASE,
)


# "She had been seen at the hospital in November": told of an earlier time.
_HAD_HAPPENED = re.compile(
    r"\bhad\s+(?:(?:also|already|previously|not|never|only|last|first)\s+)*"
    r"(?:been|seen|told|gone|come|made|taken|given|found|left|written|begun|become|moved|\w+ed)\b[^.;]*$"
)


# "The nurse, who had not been able to see him, closed the case in November": told aside; "to ask what had been decided"
# "After he had received it he posted a page on 28 March": the date is that of what came after
_ASIDE = re.compile(
    r"^\W*(?:After|Once|When|As\s+soon\s+as)\s[^.,;]{0,40}?\bhad\s+(?:been\s+)?\w+\s+(?=[^.,;]*\w+ed\b)|,\s+(?:who|which|whose|where)\b[^,;]*,|\b(?:what|whether|how|why)\b[^,;]{0,30}?\bhad\b[^,;]*"
)
# "A meeting had been booked for the afternoon of 18 November": what lay ahead
_SET_FOR = re.compile(
    r"\b(?:booked|arranged|planned|scheduled|rescheduled|set|listed|fixed|convened|called|due|made|postponed|adjourned)\s+"
    r"(?:for|until|to)\b[^.;,]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as a paragraph tells it: its words' place in the text, its date, and how sure it is that it is one."""

    start: int
    end: int
    printed: str
    resolved: Resolved
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph told, the date told last, and the child's birth where it tells of that."""

    events: tuple[Telling, ...]
    last: PrintedDate | None
    born: PrintedDate | None = None


class Teller:
    """Reads one paragraph's sentences in order; the date told last is carried from one to the next."""

    def __init__(
        self,
        paragraph: Paragraph,
        account: Account,
        heading: Heading | None,
        last: PrintedDate | None,
        case: Case,
        *,
        goes_on: bool,
    ) -> None:
        self._paragraph = paragraph
        self._account = account
        self._is_story = account is Account.STORY
        self._case = case
        self._known = KnownDates()
        self._setting = Setting(heading, last, is_told_here=False, runs_in_order=self._is_story, goes_on=goes_on)
        self._events: list[Telling] = []

    def tell(self, known: KnownDates) -> Told:
        """Return the paragraph's events and the date told last. `known` are the dates that the story has told."""
        self._known = known
        goes_on = False
        for sentence in sentences_of(self._paragraph.text) if self._account is not Account.NONE else ():
            goes_on = self._read(sentence, goes_on)
        if not self._events:
            self._events.extend(self._without_date(len(self._paragraph.text)))
        elif self._events[0].start > 0:
            self._events[:0] = self._without_date(self._events[0].start, is_before=True)
        return Told(tuple(self._events), self._setting.told, self._birth())

    def _birth(self) -> PrintedDate | None:
        """Return the day or month in which one of these sentences tells that the child was born."""
        for event in self._events:
            if self._case.tells_birth(self._paragraph.text[event.start : event.end]) and event.resolved.at.month:
                return event.resolved.at
        return None

    def _read(self, sentence: Sentence, goes_on: bool) -> bool:
        """Take a sentence's events, or add it to the event before; return whether the next may go on with it."""
        alone = date_of_all(sentence.text) or year_of_all_dates(sentence.text)
        if alone:
            return self._stand_at(alone[0])
        found = self._labelled(sentence) or list(self._events_of(sentence))
        if found:
            self._add(found)
            return self._is_story
        if goes_on and self._follows_on(sentence):
            self._events[-1] = replace(self._events[-1], end=sentence.end)
            return True
        return False

    def _stand_at(self, date: Expression) -> bool:
        """Set the clock to a date that stands alone, as "2017." before what happened in that year."""
        resolved = resolve(date, self._setting)
        if resolved is not None:
            self._setting = replace(self._setting, told=resolved.at, is_told_here=True)
        return False

    def _labelled(self, sentence: Sentence) -> list[Telling]:
        """Return the events of a sentence that begins with a date as its label; nothing where it does not."""
        label = leading_date(sentence.text)
        rest = Sentence(sentence.text[label.end :], sentence.start + label.end, sentence.end) if label else None
        resolved = self._resolve(label.date) if label else None
        if label is None or rest is None or resolved is None:
            return []
        verdict = judge(rest.text, self._account, self._case, is_note=True)
        if not verdict.is_event:
            return []
        self._move_clock(label.date, resolved)
        # "4 October The next day she asked": the label has said it.
        others = [event for event in self._events_of(rest, is_labelled=True) if event.resolved.edtf != resolved.edtf]
        if others and resolved.at.day is None and others[0].resolved.at.day:
            return others
        start = rest.start if isinstance(label.date, Expression) else sentence.start
        return [Telling(start, rest.end, label.printed, resolved, verdict), *others]

    def _events_of(self, sentence: Sentence, *, is_labelled: bool = False) -> Iterator[Telling]:
        mentions = find_mentions(sentence.text, self._case.subjects)
        if is_labelled:
            mentions = tuple(mention for mention in mentions if not isinstance(mention, Relative))
        if not mentions:
            return
        is_note = mentions[0].start < LEADING and bool(re.match(r"\s*[-–—:]", sentence.text[mentions[0].end :]))
        verdict = judge(sentence.text, self._account, self._case, is_note=is_note)
        if not verdict.is_event:
            return
        dates: set[str] = set()
        company = Company(sentence.text, mentions, self._is_story)
        for mention in mentions:
            resolved = self._resolve(mention, company) if role_of(mention, company) is Role.EVENT else None
            if resolved is None or not self._can_tell(resolved, sentence.text):
                continue
            if not (_had_happened(mention, company) or self._looks_back(mention, resolved)):
                self._move_clock(mention, resolved)
            if resolved.edtf not in dates and not _frames_days(mention, company):
                dates.add(resolved.edtf)
                yield Telling(sentence.start, sentence.end, mention.printed, resolved, verdict)

    def _can_tell(self, resolved: Resolved, sentence: str) -> bool:
        return self._case.can_tell(resolved.at, sentence, self._account, self._known)

    def _resolve(self, mention: Mention, company: Company | None = None) -> Resolved | None:
        if isinstance(mention, Expression):
            told = self._setting.told
            before = resolve_before(mention, told) if told and company and _had_happened(mention, company) else None
            if before is not None:
                return before
            return resolve(mention, self._setting) if self._is_story else self._resolve_elsewhere(mention)
        if isinstance(mention, Relative):
            # Outside the story "the following day" leans on a day of its own paragraph only.
            told = self._setting.told
            is_near = self._is_story or (self._setting.is_told_here and told is not None and told.day is not None)
            return resolve_relative(mention, self._setting) if is_near else None
        if isinstance(mention, FromIncident):
            return resolve_from_incident(mention, self._case.ended)
        return self._case.at_age(mention)

    def _resolve_elsewhere(self, expression: Expression) -> Resolved | None:
        """Return the date of words outside the story, which has told most of them with their years."""
        known = self._known
        remembered = known.resolve(expression) if not self._setting.is_told_here else None
        resolved = by_weekday(expression, remembered) if remembered else resolve(expression, self._setting)
        if resolved and not expression.first.is_dated and known.comes_too_late(resolved):
            year = replace(self._setting, told=PrintedDate((resolved.at.year or 1) - 1), heading=None)
            return resolve(expression, year)
        return resolved

    def _looks_back(self, mention: Mention, resolved: Resolved) -> bool:
        """Return whether a bare year within a sentence of the story lies before the time that the story has reached."""
        told = self._setting.told
        is_passing = is_bare_year(mention) and mention.start > LEADING and self._is_story
        return is_passing and told is not None and (resolved.at.year or 0) < (told.year or 0)

    def _move_clock(self, mention: Mention, resolved: Resolved) -> None:
        is_of_a_month = isinstance(mention, Age) and mention.is_of_an_infant
        if isinstance(mention, (Age, SchoolYear, FromIncident)) and not is_of_a_month:
            return
        if isinstance(mention, Relative) and (mention.looks_back or mention.shift.unit is Unit.STRETCH):
            return
        self._setting = replace(self._setting, told=resolved.at, is_told_here=True)

    def _add(self, found: list[Telling]) -> None:
        """Add a sentence's events; "later the same day" goes on with the event before it."""
        previous = self._events[-1] if self._events else None
        if previous and self._is_story and len(found) == 1 and found[0].resolved.edtf == previous.resolved.edtf:
            self._events[-1] = replace(previous, end=found[0].end)
            return
        self._events.extend(found)

    def _follows_on(self, sentence: Sentence) -> bool:
        return not find_mentions(sentence.text) and tells_of_the_past(sentence.text, self._case)

    def _without_date(self, end: int, *, is_before: bool = False) -> Iterator[Telling]:
        """Yield a paragraph of the story, or what it tells before its first date, with the month that it stands in.

        Before a date only the heading says which month that is.
        """
        text = self._paragraph.text[:end].rstrip()
        is_prose = self._paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if not (self._is_story and is_prose and tells_of_the_past(text, self._case)):
            return
        if _REACHES_FURTHER.match(text) or "“" in text[:LEADING]:
            return
        # After a paragraph with a date, not below a month's heading, only what somebody did goes on with it.
        goes_on = not is_before and self._setting.goes_on and somebody_acts(sentences_of(text)[0].text)
        resolved = inherit(replace(self._setting, goes_on=goes_on))
        if resolved is not None:
            yield Telling(0, len(text), "", resolved, Verdict(0.7))


def _frames_days(mention: Mention, company: Company) -> bool:
    """Return whether a month only says of which month the days after it are: "In May she was seen on the 3rd"."""
    following = next((other for other in company.mentions if other.start >= mention.end), None)
    if not isinstance(mention, Expression) or not isinstance(following, Expression):
        return False
    is_month = mention.first.month is not None and not mention.first.day and mention.last is None
    is_lone_day = following.first == PrintedDate(day=following.first.day)
    between = company.sentence[mention.end : following.start]
    return is_month and is_lone_day and re.search(r"[;:,]|\b(?:and|but|then|who|which)\b", between) is None


def _had_happened(mention: Mention, company: Company) -> bool:
    """Return whether a date without a year is told of an earlier time than the date before it."""
    if not isinstance(mention, Expression) or mention.first.is_dated or mention.lead in ("by", "since"):
        return False
    clause = _ASIDE.sub(" ", company.clause(mention))
    return not _SET_FOR.search(clause) and _HAD_HAPPENED.search(clause) is not None
