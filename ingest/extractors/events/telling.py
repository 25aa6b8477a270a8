"""One paragraph → the events that it tells: which sentences, with which dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.blocks import BlockKind
from ingest.dates.ages import Age, date_at_age
from ingest.dates.expressions import Expression
from ingest.dates.inheritance import Heading, Resolved, Setting, inherit, resolve, resolve_relative
from ingest.dates.mentions import Mention, find_mentions
from ingest.dates.printed_date import PrintedDate
from ingest.dates.relative import Relative
from ingest.extractors.events.case_events import Case, Verdict, judge, tells_of_the_past
from ingest.extractors.events.date_roles import Role, role_of
from ingest.extractors.events.sentences import Sentence, sentences_of
from ingest.outline import Paragraph, Part


# A date within so many characters of the start leads its sentence.
LEADING = 12


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
    """What a paragraph told, and where the clock stands after it."""

    events: tuple[Telling, ...]
    last: PrintedDate | None


class Teller:
    """Reads one paragraph's sentences in order; the date told last is carried from one to the next."""

    def __init__(self, paragraph: Paragraph, heading: Heading | None, last: PrintedDate | None, case: Case) -> None:
        self._paragraph = paragraph
        self._is_story = paragraph.part is Part.CHRONOLOGY
        self._case = case
        self._setting = Setting(heading, last, is_told_here=False, runs_in_order=self._is_story)
        self._events: list[Telling] = []

    def tell(self) -> Told:
        """Return the paragraph's events and the date told last."""
        goes_on = False
        for sentence in sentences_of(self._paragraph.text):
            found = list(self._events_of(sentence))
            if found:
                self._add(found)
                goes_on = self._is_story
            elif goes_on and self._follows_on(sentence):
                self._events[-1] = replace(self._events[-1], end=sentence.end)
            else:
                goes_on = False
        if not self._events:
            self._events.extend(self._without_date())
        return Told(tuple(self._events), self._setting.told)

    def _events_of(self, sentence: Sentence) -> Iterator[Telling]:
        mentions = find_mentions(sentence.text, self._case.names)
        if not mentions:
            return
        is_note = re.match(r"\s*[-–—:]", sentence.text[mentions[0].end :]) is not None and mentions[0].start < LEADING
        verdict = judge(sentence.text, self._paragraph.part, self._case, is_note=is_note)
        if not verdict.is_event:
            return
        dates: set[str] = set()
        for mention in mentions:
            if role_of(mention, sentence.text, len(mentions) - 1) is not Role.EVENT:
                continue
            resolved = self._resolve(mention)
            if resolved is None:
                continue
            self._move_clock(mention, resolved)
            if resolved.edtf not in dates:
                dates.add(resolved.edtf)
                yield Telling(sentence.start, sentence.end, mention.printed, resolved, verdict)

    def _resolve(self, mention: Mention) -> Resolved | None:
        if isinstance(mention, Expression):
            return resolve(mention, self._setting)
        if isinstance(mention, Relative):
            # Outside the story "the following day" leans on a date of its own paragraph only.
            is_near = self._is_story or self._setting.is_told_here
            return resolve_relative(mention, self._setting) if is_near else None
        return self._at_age(mention)

    def _at_age(self, age: Age) -> Resolved | None:
        born = self._case.born
        edtf = date_at_age(born, age) if born else None
        if born is None or edtf is None:
            return None
        at = PrintedDate(int(edtf[:4]), int(edtf[5:7]) if len(edtf) == 7 else None)
        doubt = "dated by the child's age only"
        return Resolved(edtf, f"child's age, born {self._case.born_in_words}", 0.6, at, doubt)

    def _move_clock(self, mention: Mention, resolved: Resolved) -> None:
        if isinstance(mention, Age) or (isinstance(mention, Relative) and mention.looks_back):
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

    def _without_date(self) -> Iterator[Telling]:
        """Yield a paragraph of the story that has no date of its own, with the month that it stands in."""
        text = self._paragraph.text
        is_prose = self._paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if not (self._is_story and is_prose and tells_of_the_past(text, self._case)):
            return
        resolved = inherit(self._setting)
        if resolved is not None:
            yield Telling(0, len(text), "", resolved, Verdict(0.7))
