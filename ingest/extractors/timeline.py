"""The timeline: dated events in the life of the case, each with how its date was worked out."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.blocks import BlockKind
from ingest.dates.expressions import date_of_all
from ingest.dates.printed_date import PrintedDate
from ingest.extractors.cast import names_of
from ingest.extractors.events.case_events import Case
from ingest.extractors.events.heading_dates import HeadingDates
from ingest.extractors.events.places import place_in
from ingest.extractors.events.telling import Teller, Telling
from ingest.outline import Outline, Paragraph, Part
from ingest.record import ExtractedEvent


def extract(outline: Outline) -> tuple[ExtractedEvent, ...]:
    """Return the dated events of the case in the order in which the review tells them."""
    return tuple(_Reading(Case(names_of(outline))).events(outline.paragraphs))


class _Reading:
    """A report read from top to bottom: the headings' dates, and the date told last, as they stand at each paragraph."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._headings = HeadingDates()
        self._told: PrintedDate | None = None
        self._before_list: PrintedDate | None = None
        self._section: object = None
        self._number: str | None = None

    def events(self, paragraphs: tuple[Paragraph, ...]) -> Iterator[ExtractedEvent]:
        """Yield the events of all paragraphs."""
        for paragraph in paragraphs:
            self._enter(paragraph)
            if paragraph.kind is BlockKind.HEADING:
                self._headings.pass_heading(paragraph.level, paragraph.text)
                self._begin_month()
            elif paragraph.kind is not BlockKind.TABLE and date_of_all(paragraph.text):
                self._headings.pass_date(paragraph.text)
                self._begin_month()
            else:
                yield from self._events_of(paragraph)

    def _enter(self, paragraph: Paragraph) -> None:
        """Forget the date told last where a new section begins, and after a list what the list told."""
        section = _section_of(paragraph)
        if section != self._section:
            self._section, self._told, self._before_list = section, None, None
        is_item = paragraph.kind is BlockKind.LIST_ITEM
        if is_item and self._before_list is None:
            self._before_list = self._told
        elif not is_item:
            if self._before_list is not None and paragraph.part is not Part.CHRONOLOGY:
                self._told = self._before_list
            self._before_list = None
        self._number = paragraph.number or (self._number if is_item else None)

    def _begin_month(self) -> None:
        """Set the clock to the month or day of a heading: "later that month" below it means this one."""
        heading = self._headings.current
        if heading and heading.first == heading.last and heading.first.month:
            self._told = heading.first

    def _events_of(self, paragraph: Paragraph) -> Iterator[ExtractedEvent]:
        told = Teller(paragraph, self._headings.current, self._told, self._case).tell()
        self._told = told.last
        for telling in told.events:
            yield self._event(paragraph, telling)

    def _event(self, paragraph: Paragraph, telling: Telling) -> ExtractedEvent:
        resolved = telling.resolved
        return ExtractedEvent(
            text=paragraph.text[telling.start : telling.end],
            date=resolved.edtf,
            paragraph=self._number,
            printed=telling.printed,
            worked_out=resolved.worked_out,
            place=place_in(paragraph, telling.start, telling.end),
            confidence=round(resolved.confidence * telling.verdict.confidence, 2),
            doubt="; ".join(doubt for doubt in (resolved.doubt, telling.verdict.doubt) if doubt),
        )


def _section_of(paragraph: Paragraph) -> object:
    """Return what a date told before must share with a paragraph to count for it: the story, or the main section."""
    if paragraph.part is Part.CHRONOLOGY:
        return Part.CHRONOLOGY
    numbered = [heading for heading in paragraph.headings if heading.number and "." not in heading.number]
    if numbered:
        return numbered[-1].index
    return (paragraph.part, paragraph.headings[0].index if paragraph.headings else None)
