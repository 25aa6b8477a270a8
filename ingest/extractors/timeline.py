"""The timeline: dated events in the life of the case, each with how its date was worked out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.dates.expressions import date_of_all
from ingest.dates.inheritance import Resolved
from ingest.dates.mentions import find_mentions
from ingest.dates.printed_date import PrintedDate, of_edtf
from ingest.extractors.cover.case import FrontFacts, front_facts_of
from ingest.extractors.cover.pseudonyms import names_in
from ingest.extractors.events.accounts import Account, account_of, is_section
from ingest.extractors.events.case_events import Case, Verdict
from ingest.extractors.events.citations import is_citation
from ingest.extractors.events.dated_sections import dated_sections
from ingest.extractors.events.event_tables import Columns, columns_of, row_events
from ingest.extractors.events.forms import answers_of, is_form
from ingest.extractors.events.heading_dates import HeadingDates, is_title_of_a_time
from ingest.extractors.events.known_dates import KnownDates
from ingest.extractors.events.places import place_in, place_of_cells
from ingest.extractors.events.telling import Teller
from ingest.outline import Heading, Outline, Paragraph
from ingest.record import ExtractedEvent, Place

# Children of one birth have one age.
_TWINS = re.compile(r"\b(?:twins?|triplets)\b")
# How sure an event in a chronology's row is.
IN_A_TABLE = Verdict(0.97)


def extract(outline: Outline, known: FrontFacts | None = None) -> tuple[ExtractedEvent, ...]:
    """Return the dated events of the case in the order in which the review tells them.

    `known` is what the front of the outline says, where it has been read already.
    """
    return _Reading(case_of(known or front_facts_of(outline))).events(outline.paragraphs)


def case_of(known: FrontFacts) -> Case:
    """Return what the front of the report says of the case: its people, the child's birth, the death or incident."""
    subject, incident, who = known.subject, known.incident, known.names
    ended = of_edtf(incident.date.edtf) if incident.date else None
    died = incident.outcome == "death"
    is_one = subject is None or len(names_in(subject.name)) == 1 or _TWINS.search(known.front.opening_text) is not None
    others = (name for name in known.front.people.names if name not in who)
    return Case((*who, *others), who if is_one else (), known.born if is_one else None, ended, died)


class _Reading:
    """A report read from top to bottom: the headings' dates, and the date told last, at each paragraph."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._headings = HeadingDates()
        self._known = KnownDates()
        self._told: PrintedDate | None = None
        self._told_under: object = None
        self._announced = False
        self._before_list: PrintedDate | None = None
        self._section: object = None
        self._number: str | None = None
        self._columns: Columns | None = None
        self._sections: dict[str, Account] = {}

    def events(self, paragraphs: tuple[Paragraph, ...]) -> tuple[ExtractedEvent, ...]:
        """Return the events of all paragraphs."""
        found: list[ExtractedEvent] = []
        dated = dated_sections(paragraphs)
        for paragraph in paragraphs:
            if is_citation(paragraph):
                continue
            account = account_of(paragraph, self._sections)
            if (
                account in (Account.ELSEWHERE, Account.START)
                and paragraph.headings
                and paragraph.headings[-1].index in dated
            ):
                account = Account.STORY
            self._enter(paragraph, account)
            if paragraph.kind is BlockKind.HEADING:
                self._note_section(paragraph)
                self._headings.pass_heading(paragraph.level, paragraph.text, is_section=is_section(paragraph.number))
                self._begin_month()
            elif paragraph.kind is BlockKind.TABLE:
                found.extend(self._events_of_table(paragraph, account))
            elif date_of_all(paragraph.text) or is_title_of_a_time(paragraph.text):
                self._headings.pass_date(paragraph.text)
                self._begin_month()
            elif found and self._goes_on_list(paragraph):
                found[-1] = _with_item(found[-1], paragraph)
            else:
                found.extend(self._events_of(paragraph, account))
        return tuple(found)

    def _goes_on_list(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph is an item, without a date, of a list that the event before announced."""
        return self._announced and paragraph.kind is BlockKind.LIST_ITEM and not find_mentions(paragraph.text)

    def _enter(self, paragraph: Paragraph, account: Account) -> None:
        """Forget the date told last where a new section begins, and after a list what the list told."""
        section = _section_of(paragraph, account)
        if section != self._section:
            self._section, self._told, self._before_list = section, None, None
        is_item = paragraph.kind is BlockKind.LIST_ITEM
        if is_item and self._before_list is None:
            self._before_list = self._told
        elif not is_item:
            if self._before_list is not None and account is not Account.STORY:
                self._told = self._before_list
            self._before_list = None
        self._number = paragraph.number or (self._number if is_item else None)

    def _note_section(self, heading: Paragraph) -> None:
        """Remember how a numbered section tells of the case, for the paragraphs that share its number."""
        if heading.number and is_section(heading.number):
            below = replace(
                heading, kind=BlockKind.PARAGRAPH, number=None, headings=(*heading.headings, _as_heading(heading))
            )
            self._sections[heading.number] = account_of(below)

    def _begin_month(self) -> None:
        """Set the clock to the month or day of a heading: "later that month" below it means this one."""
        heading = self._headings.current
        if heading and heading.first == heading.last and heading.first.month:
            self._told = heading.first

    def _events_of(self, paragraph: Paragraph, account: Account) -> Iterator[ExtractedEvent]:
        goes_on = self._told_under == _heading_of(paragraph)
        teller = Teller(paragraph, account, self._headings.current, self._told, self._case, goes_on=goes_on)
        told = teller.tell(self._known)
        self._told = told.last
        ends = told.events[-1].end if told.events else -1
        if paragraph.kind is not BlockKind.LIST_ITEM or ends >= 0:
            self._announced = ends >= len(paragraph.text.rstrip()) and paragraph.text.rstrip().endswith(":")
        # A second paragraph without a date goes on with the first only where that stood under a heading's month.
        self._told_under = _heading_of(paragraph) if any(event.printed for event in told.events) else None
        if told.born and self._case.born is None:
            self._case = replace(self._case, born=told.born)
        for telling in told.events:
            if account is Account.STORY:
                self._known.add(telling.resolved.at)
            text = paragraph.text[telling.start : telling.end]
            place = place_in(paragraph, telling.start, telling.end)
            yield self._event(text, telling.printed, telling.resolved, telling.verdict, place)

    def _events_of_table(self, table: Paragraph, account: Account) -> Iterator[ExtractedEvent]:
        """Yield the events of a chronology's rows; other tables tell none."""
        self._columns = columns_of(table, self._columns) if account is not Account.NONE else None
        if self._columns is None:
            yield from self._events_of_form(table)
            return
        for event in row_events(self._columns, self._headings.current, self._told):
            self._told = event.resolved.at
            self._known.add(event.resolved.at)
            place = place_of_cells(table, (event.when, *event.cells))
            yield self._event(event.text, event.when.text.strip(), event.resolved, IN_A_TABLE, place)
            for sentence, printed, resolved in event.told_besides:
                yield self._event(sentence, printed, resolved, IN_A_TABLE, place)

    def _events_of_form(self, table: Paragraph) -> Iterator[ExtractedEvent]:
        """Yield the events that the answers of a form tell."""
        for answer in answers_of(table) if is_form(table) else ():
            yield from self._events_of(answer, account_of(answer))

    def _event(self, text: str, printed: str, resolved: Resolved, verdict: Verdict, place: Place) -> ExtractedEvent:
        return ExtractedEvent(
            text=text,
            date=resolved.edtf,
            paragraph=self._number,
            printed=printed,
            worked_out=resolved.worked_out,
            place=place,
            confidence=round(resolved.confidence * verdict.confidence, 2),
            doubt="; ".join(doubt for doubt in (resolved.doubt, verdict.doubt) if doubt),
        )


def _heading_of(paragraph: Paragraph) -> object:
    return paragraph.headings[-1].index if paragraph.headings else -1


def _as_heading(paragraph: Paragraph) -> Heading:
    return Heading(paragraph.text, paragraph.level, paragraph.number, paragraph.index)


def _with_item(event: ExtractedEvent, item: Paragraph) -> ExtractedEvent:
    """Return an event with an item of its list: "a plan was made which included the following: ..."."""
    place = Place(event.place.page, (*event.place.boxes, *item.boxes), (*event.place.passages, item.index))
    return replace(event, text=f"{event.text} {item.text}", place=place)


def _section_of(paragraph: Paragraph, account: Account) -> object:
    """Return what a date told before must share with a paragraph to count for it: the story, or the main section."""
    if account is Account.STORY:
        return account
    numbered = [heading for heading in paragraph.headings if heading.number and "." not in heading.number]
    if numbered:
        return numbered[-1].index
    return (paragraph.part, paragraph.headings[0].index if paragraph.headings else None)
