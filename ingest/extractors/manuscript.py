"""An outline as the extractors of items read it: its entries in order, set right where typography or pages mislead."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.extractors.entries import Entry
from ingest.extractors.glued import parted
from ingest.extractors.heading_paths import Paths, announces_as_heading, recurring_headings
from ingest.extractors.labels import label_of
from ingest.extractors.leads import with_leads
from ingest.extractors.sections import is_read, section_of
from ingest.outline import Outline, Paragraph

# "N1 The Ministry should", "CSC2. Managers", "S 4 To check": letters for the sort of item and a figure
_CODED = re.compile(r"^(?P<code>(?P<letters>[A-Z]{1,4}) ?(?P<figure>\d{1,2}))(?:[.:)]\s*|\s+)(?=[A-Z‘“\"'])")
# So many items must be coded alike before a code is taken for one.
CODES = 2


def entries_of(outline: Outline) -> tuple[Entry, ...]:
    """Return the entries of an outline in reading order, headings and tables among them."""
    return tuple(with_leads(_with_rests(list(_read(outline)))))


def _read(outline: Outline) -> Iterator[Entry]:
    recurring = recurring_headings(outline)
    paths = Paths(outline, recurring)
    codes = _codes_in(outline)
    for paragraph in outline.paragraphs:
        if not is_read(paragraph) or not (paragraph.text.strip() or paragraph.rows):
            continue
        section = section_of(paths.of(paragraph), paragraph.part)
        opens = announces_as_heading(paragraph, recurring)
        for part in parted(_with_code_as_number(paragraph, codes)):
            is_set_apart = part.kind is BlockKind.HEADING or part.is_bold or bool(part.bold_lead)
            yield Entry(part, section, label_of(part.text, is_set_apart=is_set_apart), opens=opens)


def _codes_in(outline: Outline) -> frozenset[str]:
    """Return the letters that number paragraphs of this document with figures from 1 ("N1", "N2")."""
    found = Counter[str]()
    firsts: set[str] = set()
    for paragraph in outline.paragraphs:
        if paragraph.number is None and (code := _CODED.match(paragraph.text)):
            found[code["letters"]] += 1
            firsts |= {code["letters"]} if code["figure"] == "1" else set()
    return frozenset(letters for letters, times in found.items() if times >= CODES and letters in firsts)


def _with_code_as_number(paragraph: Paragraph, codes: frozenset[str]) -> Paragraph:
    """Return the paragraph with the code that it begins with as its number."""
    if paragraph.number is not None or not (code := _CODED.match(paragraph.text)) or code["letters"] not in codes:
        return paragraph
    return replace(paragraph, number=code["code"], text=paragraph.text[code.end() :])


def _with_rests(entries: list[Entry]) -> Iterator[Entry]:
    """Yield the entries, those marked that are the rest of a list item which a page cut in two."""
    for position, entry in enumerate(entries):
        if 0 < position < len(entries) - 1 and _is_rest(entries[position - 1], entry, entries[position + 1]):
            yield replace(entry, goes_on=True)
        else:
            yield entry


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
