"""An outline as the extractors of items read it: its entries in order, set right where typography or pages mislead."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ingest.blocks import BlockKind
from ingest.extractors.manuscript.counting import unmarked_numbers, with_number
from ingest.extractors.manuscript.displaced import with_numbers_first
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.glued import parted
from ingest.extractors.manuscript.heading_paths import Paths, announces_as_heading, recurring_headings
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind, Label, label_of
from ingest.extractors.manuscript.leads import with_leads
from ingest.extractors.manuscript.sections import is_read, section_of
from ingest.extractors.manuscript.wording import TITLE_WORDS, is_title
from ingest.outline import Outline, Paragraph

# A word that a sentence cannot end with: what follows goes on with it, whatever it begins with.
_BREAKS_OFF = re.compile(
    r"\b(?:the|a|an|and|or|of|to|in|on|at|by|for|with|from|between|that|which|who|is|was|were|are|be|been|has|have|had|"
    r"their|its|his|her|this|these|as|than|not|into|about|when|while|because)$",
    re.IGNORECASE,
)


# The extractors of recommendations, findings and actions all read the entries of the same outline.
@lru_cache(maxsize=1)
def entries_of(outline: Outline) -> tuple[Entry, ...]:
    """Return the entries of an outline in reading order, headings and tables among them."""
    return tuple(with_leads(_with_rests(_with_labelled_boxes(list(_read(outline))))))


def _read(outline: Outline) -> Iterator[Entry]:
    outline = replace(outline, paragraphs=tuple(with_numbers_first(outline.paragraphs)))
    recurring = recurring_headings(outline)
    paths = Paths(outline, recurring)
    numbers = unmarked_numbers(outline)
    for paragraph in outline.paragraphs:
        if not is_read(paragraph) or not (paragraph.text.strip() or paragraph.rows):
            continue
        section = section_of(paths.of(paragraph), paragraph.part)
        opens = announces_as_heading(paragraph, recurring)
        for part in parted(with_number(paragraph, numbers)):
            is_set_apart = part.kind is BlockKind.HEADING or part.is_bold or bool(part.bold_lead)
            label = _without_title(label_of(part.text, is_set_apart=is_set_apart), part)
            yield Entry(part, section, label, opens=opens)


def _with_labelled_boxes(entries: list[Entry]) -> list[Entry]:
    """Return the entries, a box beside the story with a numbered label alone above its text taken out of the story."""
    boxes = {
        entry.paragraph.box
        for entry in entries
        if entry.paragraph.box is not None and entry.label and entry.label.number and not entry.label.rest
    }
    return [
        replace(entry, section=replace(entry.section, subjects=frozenset()))
        if entry.paragraph.box in boxes and entry.section.holds(Subject.ELSEWHERE)
        else entry
        for entry in entries
    ]


def _without_title(label: Label | None, paragraph: Paragraph) -> Label | None:
    """Return a label without the title in bold after it, where the text follows in plain type."""
    lead = paragraph.bold_lead
    if label is None and lead:
        return _label_in_bold(lead, paragraph.text)
    if label is None or not label.rest or not lead.startswith(label.printed):
        return label
    title = lead[len(label.printed) :].strip(" :.–-")
    text = paragraph.text[len(lead) :].strip(" :–-")
    is_titled = bool(title) and is_title(title) and label.rest.startswith(title) and len(text.split()) > TITLE_WORDS
    return replace(label, rest=text) if is_titled else label


def _label_in_bold(lead: str, text: str) -> Label | None:
    """Return the label that bold words before a text are without a mark: "Good practice The firefighter drew ..."."""
    label = label_of(lead, is_set_apart=True)
    rest = text.removeprefix(lead).strip(" :–-")
    if label is None or label.rest or label.number or not rest[:1].isupper() or len(rest.split()) <= TITLE_WORDS:
        return None
    may_be_one = not label.is_plural or label.kind is ItemKind.GOOD_PRACTICE
    return replace(label, rest=rest, is_plural=False) if may_be_one else None


def _with_rests(entries: list[Entry]) -> Iterator[Entry]:
    """Yield the entries, those marked that are the rest of the one before, which a page cut in two."""
    for position, entry in enumerate(entries):
        before = entries[position - 1] if position else None
        after = entries[position + 1] if position + 1 < len(entries) else None
        if before and (_is_left_open(before, entry) or (after and _is_rest(before, entry, after))):
            yield replace(entry, goes_on=True)
        elif before and _leaves_box(before, entry):
            yield replace(entry, goes_on=True, section=before.section)
        else:
            yield entry


def _is_left_open(before: Entry, entry: Entry) -> bool:
    """Whether a plain paragraph goes on with one that ends in the middle of a sentence."""
    if BlockKind.HEADING in (before.paragraph.kind, entry.paragraph.kind) or entry.paragraph.rows or entry.is_list_item:
        return False
    return entry.label is None and entry.paragraph.box == before.paragraph.box and bool(_BREAKS_OFF.search(before.text))


def _leaves_box(before: Entry, entry: Entry) -> bool:
    """Whether a sentence that begins in a box goes on outside it on the next page, where the box was not seen."""
    if BlockKind.HEADING in (before.paragraph.kind, entry.paragraph.kind) or entry.paragraph.rows or entry.is_list_item:
        return False
    is_cut = bool(re.match(r"[a-z]", entry.text)) and not re.search(r"[.?!:;][”’\"')\]]*$", before.text.rstrip())
    return is_cut and entry.paragraph.box != before.paragraph.box and entry.paragraph.page != before.paragraph.page


def _is_rest(before: Entry, entry: Entry, after: Entry) -> bool:
    """Whether a plain paragraph at the head of a page stands between two items of one list."""
    is_plain = entry.paragraph.kind is BlockKind.PARAGRAPH and not entry.number and not entry.paragraph.is_bold
    if not is_plain or entry.label is not None or entry.paragraph.box != before.paragraph.box:
        return False
    if before.paragraph.kind is not BlockKind.LIST_ITEM or after.paragraph.kind is not BlockKind.LIST_ITEM:
        return False
    is_one_list = before.paragraph.marker == after.paragraph.marker and before.paragraph.level == after.paragraph.level
    last_page = before.paragraph.boxes[-1].page if before.paragraph.boxes else before.paragraph.page
    return is_one_list and last_page is not None and entry.paragraph.page == last_page + 1
