"""An outline as the extractors of items read it: each paragraph with the section that it stands in and its label.

Two things are set right here. A statement set as a heading ("Recommendation 3", a finding of two lines in bold) is an
item and no heading, so nothing stands under it. And a line that announces several items inside a section ("Key lessons
learned:", "The review makes the following recommendations:") opens a small section of its own, which ends with the
list after it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.blocks import BlockKind
from ingest.extractors.announcements import announced_subjects
from ingest.extractors.heading_paths import Paths, announces_as_heading, is_item_as_heading, recurring_headings
from ingest.extractors.labels import ItemKind, Label, clean_number, label_of
from ingest.extractors.sections import NOWHERE, Section, Subject, is_read, section_of
from ingest.outline import Heading, Outline, Paragraph


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph with its section and the label that it begins with, if any.

    `lead` is the line that announces this one and its neighbours, where there is one; `opens` says that the entry is
    itself such a line.
    """

    paragraph: Paragraph
    section: Section = NOWHERE
    label: Label | None = None
    lead: Paragraph | None = None
    opens: bool = False

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    @property
    def number(self) -> str | None:
        """Its number or letter without marks."""
        marker = self.paragraph.marker
        return clean_number(self.paragraph.number or (marker if marker and re.search(r"\w", marker) else None))

    @property
    def is_heading(self) -> bool:
        """Whether it is set as a heading and is one."""
        return self.paragraph.kind is BlockKind.HEADING and not is_item_as_heading(self.paragraph)

    @property
    def is_list_item(self) -> bool:
        """Whether it is a bullet or carries a number or letter."""
        return self.paragraph.kind is BlockKind.LIST_ITEM or self.number is not None


def entries_of(outline: Outline) -> tuple[Entry, ...]:
    """Return the entries of an outline in reading order, headings and tables among them."""
    recurring = recurring_headings(outline)
    return tuple(_with_leads(_read(outline, recurring)))


def _read(outline: Outline, recurring: frozenset[str]) -> Iterator[Entry]:
    paths = Paths(outline, recurring)
    for paragraph in outline.paragraphs:
        if not is_read(paragraph) or not (paragraph.text.strip() or paragraph.rows):
            continue
        section = section_of(paths.of(paragraph), paragraph.part)
        is_set_apart = paragraph.kind is BlockKind.HEADING or paragraph.is_bold or bool(paragraph.bold_lead)
        label = label_of(paragraph.text, is_set_apart=is_set_apart)
        yield Entry(paragraph, section, label, opens=announces_as_heading(paragraph, recurring))


def _with_leads(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, those that a line announces put in a section of their own under it."""
    open_lead: _Lead | None = None
    for entry in entries:
        if open_lead and open_lead.ends_before(entry):
            open_lead = None
        if subjects := _subjects_announced(entry):
            open_lead = _Lead(entry, subjects)
            yield replace(entry, opens=True)
        elif open_lead:
            yield open_lead.put_under(entry)
        else:
            yield entry


def _subjects_announced(entry: Entry) -> frozenset[Subject]:
    """Return what a line announces, empty where it announces nothing or stands where nothing is to be read."""
    is_title = entry.paragraph.kind is BlockKind.HEADING and not entry.opens
    if entry.paragraph.rows or is_title or entry.section.holds(Subject.ELSEWHERE):
        return frozenset()
    label = entry.label
    if label and not label.rest and not label.number:
        return _SUBJECT_OF_KIND[label.kind]
    subjects = frozenset() if label else announced_subjects(entry.text)
    return frozenset() if entry.section.subjects == subjects else subjects


_SUBJECT_OF_KIND: dict[ItemKind, frozenset[Subject]] = {
    ItemKind.RECOMMENDATION: frozenset({Subject.RECOMMENDATIONS}),
    ItemKind.CONSIDERATION: frozenset({Subject.CONSIDERATIONS}),
    ItemKind.FINDING: frozenset({Subject.FINDINGS}),
    ItemKind.LEARNING_POINT: frozenset({Subject.LEARNING}),
    ItemKind.LESSON: frozenset({Subject.LESSONS}),
    ItemKind.GOOD_PRACTICE: frozenset({Subject.GOOD_PRACTICE}),
}


class _Lead:
    """A line that announces items, and the list after it as far as it has been read."""

    def __init__(self, entry: Entry, subjects: frozenset[Subject]) -> None:
        self.entry = entry
        self.heading = Heading(entry.text, level=9, index=entry.paragraph.index)
        self.subjects = subjects
        self.first: Entry | None = None

    def ends_before(self, entry: Entry) -> bool:
        """Whether the list is over when this entry comes."""
        if entry.is_heading or entry.paragraph.box != self.entry.paragraph.box:
            return True
        if self.first is None:
            self.first = entry
            return self._is_of_its_own_series(entry)
        if self.first.is_list_item:
            return not entry.is_list_item or self._is_of_another_series(entry)
        return entry.number is not None

    def put_under(self, entry: Entry) -> Entry:
        """Return the entry in the section that the line opens."""
        section = entry.section
        above = (*section.above, *((section.heading,) if section.heading else ()), *section.below)
        return replace(entry, section=Section(self.subjects, self.heading, (), above), lead=self.entry.paragraph)

    def _is_of_its_own_series(self, entry: Entry) -> bool:
        """Whether the entry goes on counting where the line itself stands in the count (1.3 after 1.2)."""
        own, other = self.entry.number, entry.number
        return own is not None and other is not None and own.count(".") == other.count(".") and "." in own

    def _is_of_another_series(self, entry: Entry) -> bool:
        """Whether a number comes where the list began with bullets: the count of what stands around the list."""
        return self.first is not None and self.first.number is None and entry.number is not None
