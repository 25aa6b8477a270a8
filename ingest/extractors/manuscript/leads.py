"""Lines that announce a list, and the small section that each opens over it.

"Key lessons learned:", "The review makes the following recommendations:". Such a section ends with its list. Where a
list goes on counting after another has come between (i, lessons, ii, lessons, iii), its section is taken up again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.extractors.addressees import addressee_of_heading
from ingest.extractors.manuscript.announcements import announced_subjects
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind
from ingest.extractors.manuscript.sections import LEAD_LEVEL, Section, subjects_of
from ingest.outline import Heading

_SUBJECT_OF_KIND: dict[ItemKind, frozenset[Subject]] = {
    ItemKind.RECOMMENDATION: frozenset({Subject.RECOMMENDATIONS}),
    ItemKind.CONSIDERATION: frozenset({Subject.CONSIDERATIONS}),
    ItemKind.FINDING: frozenset({Subject.FINDINGS}),
    ItemKind.LEARNING_POINT: frozenset({Subject.LEARNING}),
    ItemKind.LESSON: frozenset({Subject.LESSONS}),
    ItemKind.GOOD_PRACTICE: frozenset({Subject.GOOD_PRACTICE}),
}
_HOMES = frozenset(subject for subjects in _SUBJECT_OF_KIND.values() for subject in subjects)
# More words than the title of a list has
TITLE_WORDS = 9
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")


def with_leads(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries, those that a line announces put in a section of their own under it."""
    lead: _Lead | None = None
    paused: list[_Lead] = []
    for entry in entries:
        if entry.is_heading and not entry.opens:
            paused = []
        if lead and lead.ends_before(entry):
            paused.append(lead)
            lead = next((other for other in reversed(paused) if other.counts_on_to(entry)), None)
        if subjects := _announced(entry):
            paused += [lead] if lead else []
            lead = _Lead(entry, subjects)
            yield replace(entry, opens=True)
        elif lead:
            yield lead.put_under(entry)
        else:
            yield entry


def _announced(entry: Entry) -> frozenset[Subject]:
    """Return what a line announces, empty where it announces nothing or stands where nothing is to be read."""
    is_title = entry.paragraph.kind is BlockKind.HEADING and not entry.opens
    if entry.paragraph.rows or is_title or entry.section.holds(Subject.OF_OTHERS):
        return frozenset()
    if entry.section.holds(Subject.ELSEWHERE) and not _is_title_of_box(entry):
        return frozenset()
    if _is_title_in_bold(entry):
        return subjects_of(entry.text.strip(" :"))
    label = entry.label
    if label and not label.rest and not label.number:
        # In a plan whose table was flattened, such a line is the head of a column.
        is_head = entry.section.holds(Subject.ACTION_PLAN) and entry.text.strip(" :") == "Recommendation"
        return frozenset() if is_head else _SUBJECT_OF_KIND[label.kind]
    subjects = frozenset() if label else announced_subjects(entry.text)
    return frozenset() if entry.section.subjects == subjects else subjects


def _is_title_of_box(entry: Entry) -> bool:
    """Whether a line is the label of a box beside the story ("Learning"), which holds what it says in any section."""
    is_label = entry.label is not None and not entry.label.rest and not entry.label.number
    return is_label and entry.paragraph.box is not None and entry.paragraph.is_bold


def _is_title_in_bold(entry: Entry) -> bool:
    """Whether a line in bold, no heading, is the title of the list below it: "What worked well" over a column."""
    is_line = entry.paragraph.is_bold and not entry.is_list_item and len(entry.text.split()) <= TITLE_WORDS
    if not is_line or entry.paragraph.kind is BlockKind.HEADING or re.search(r"[.;?]$", entry.text):
        return False
    subjects = subjects_of(entry.text.strip(" :"))
    return entry.label is None and bool(subjects) and subjects <= _HOMES


def _names_body(entry: Entry) -> bool:
    """Whether a line in bold names the body that the first items of a list are for."""
    return entry.paragraph.is_bold and entry.number is None and addressee_of_heading(entry.text) is not None


class _Lead:
    """A line that announces items, and the list after it as far as it has been read."""

    def __init__(self, entry: Entry, subjects: frozenset[Subject]) -> None:
        self.entry = entry
        self.heading = Heading(entry.text, level=LEAD_LEVEL, index=entry.paragraph.index)
        self.subjects = subjects
        self.first: Entry | None = None
        self.last_number: str | None = None

    def ends_before(self, entry: Entry) -> bool:
        """Whether the list is over when this entry comes."""
        if entry.goes_on:
            return False
        if entry.is_heading or entry.paragraph.box != self.entry.paragraph.box:
            return True
        if self.first is None and _names_body(entry):
            return False
        if self.first is None:
            self.first = entry
            return self._is_of_its_own_series(entry)
        if self.first.is_list_item:
            return not entry.is_list_item or self._is_of_another_series(entry)
        return entry.number is not None

    def _is_of_another_series(self, entry: Entry) -> bool:
        """Whether a number is not of this list: it began with bullets, or with letters where this is a paragraph's."""
        if entry.number is None or self.first is None:
            return False
        return self.first.number is None or ("." in entry.number) != ("." in self.first.number)

    def counts_on_to(self, entry: Entry) -> bool:
        """Whether an entry has the number that follows the last of this list."""
        number, last = entry.number, self.last_number
        if number is None or last is None or entry.paragraph.box != self.entry.paragraph.box:
            return False
        if last in _ROMAN[:-1] and number == _ROMAN[_ROMAN.index(last) + 1]:
            return True
        if last.isdecimal() and number.isdecimal():
            return int(number) == int(last) + 1
        return len(last) == len(number) == 1 and ord(number) == ord(last) + 1

    def put_under(self, entry: Entry) -> Entry:
        """Return the entry in the section that the line opens."""
        section = entry.section
        if entry.number and not re.search(r"\.", entry.number):
            self.last_number = entry.number
        above = (*section.above, *((section.heading,) if section.heading else ()), *section.below)
        return replace(entry, section=Section(self.subjects, self.heading, (), above), lead=self.entry.paragraph)

    def _is_of_its_own_series(self, entry: Entry) -> bool:
        """Whether the entry goes on counting where the line itself stands in the count (1.3 after 1.2)."""
        own, other = self.entry.number, entry.number
        return own is not None and other is not None and own.count(".") == other.count(".") and "." in own
