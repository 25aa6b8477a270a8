"""A paragraph as the extractors of items read it: with the section that it stands in and the label it begins with."""

import re
from dataclasses import dataclass

from ingest.blocks import BlockKind
from ingest.extractors.manuscript.heading_paths import is_item_as_heading
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import Label, clean_number
from ingest.extractors.manuscript.sections import NOWHERE, Section
from ingest.outline import Paragraph


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph with its section and the label that it begins with, if any.

    `lead` is the line that announces this one and its neighbours, where there is one; `opens` says that the entry is
    itself such a line; `goes_on` that it is the rest of the list item before it, cut by a page.
    """

    paragraph: Paragraph
    section: Section = NOWHERE
    label: Label | None = None
    lead: Paragraph | None = None
    opens: bool = False
    goes_on: bool = False

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


def may_hold_items(entry: Entry) -> bool:
    """Whether items of this review may stand here: not among others', and in parts of another subject only labelled.

    A numbered label with its text ("Learning point 2: ...") is an item also where headings were read out of order.
    """
    if entry.lead is not None or not entry.section.holds(Subject.ELSEWHERE, Subject.OF_OTHERS):
        return True
    if entry.section.holds(Subject.OF_OTHERS) or entry.label is None:
        return False
    return entry.label.number is not None and bool(entry.label.rest)
