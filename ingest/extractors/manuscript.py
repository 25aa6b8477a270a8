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

# A word that a sentence cannot end with: what follows goes on with it, whatever it begins with.
_BREAKS_OFF = re.compile(
    r"\b(?:the|a|an|and|or|of|to|in|on|at|by|for|with|from|between|that|which|who|is|was|were|are|be|been|has|have|had|"
    r"their|its|his|her|this|these|as|than|not|into|about|when|while|because)$",
    re.IGNORECASE,
)
# "N1 The Ministry should", "CSC2. Managers", "S 4 To check": letters for the sort of item and a figure
_CODED = re.compile(r"^(?P<code>(?P<letters>[A-Z]{1,4}) ?(?P<figure>\d{1,2}))(?:[.:)]\s*|\s+)(?=[A-Z‘“\"'])")
# "A. The Board should": a capital letter with its stop, which may be an initial where it does not count
_LETTER = re.compile(r"^(?P<letter>[A-Z])[.)]\s+(?=[A-Z])")
# So many items must be coded alike before a code is taken for one.
CODES = 2


def entries_of(outline: Outline) -> tuple[Entry, ...]:
    """Return the entries of an outline in reading order, headings and tables among them."""
    return tuple(with_leads(_with_rests(list(_read(outline)))))


def _read(outline: Outline) -> Iterator[Entry]:
    recurring = recurring_headings(outline)
    paths = Paths(outline, recurring)
    codes = _codes_in(outline)
    lettered = _lettered(outline)
    for paragraph in outline.paragraphs:
        if not is_read(paragraph) or not (paragraph.text.strip() or paragraph.rows):
            continue
        section = section_of(paths.of(paragraph), paragraph.part)
        opens = announces_as_heading(paragraph, recurring)
        for part in parted(_with_number(paragraph, codes, lettered)):
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


def _lettered(outline: Outline) -> frozenset[int]:
    """Return the paragraphs that are counted with capital letters from A ("A. The Board should"), two at least."""
    found: list[int] = []
    counted: set[int] = set()
    for paragraph in outline.paragraphs:
        letter = _LETTER.match(paragraph.text) if paragraph.number is None else None
        if letter and ord(letter["letter"]) == ord("A") + len(found):
            found.append(paragraph.index)
            counted |= set(found) if len(found) >= CODES else set()
        elif paragraph.kind is BlockKind.HEADING or (letter and letter["letter"] == "A"):
            found = [paragraph.index] if letter else []
    return frozenset(counted)


def _with_number(paragraph: Paragraph, codes: frozenset[str], lettered: frozenset[int]) -> Paragraph:
    """Return the paragraph with the code or capital letter that it begins with as its number."""
    if paragraph.index in lettered:
        return replace(paragraph, number=paragraph.text[0], text=paragraph.text[2:].strip())
    if paragraph.number is not None or not (code := _CODED.match(paragraph.text)) or code["letters"] not in codes:
        return paragraph
    return replace(paragraph, number=code["code"], text=paragraph.text[code.end() :])


def _with_rests(entries: list[Entry]) -> Iterator[Entry]:
    """Yield the entries, those marked that are the rest of the one before, which a page cut in two."""
    for position, entry in enumerate(entries):
        before = entries[position - 1] if position else None
        after = entries[position + 1] if position + 1 < len(entries) else None
        if before and (_is_left_open(before, entry) or (after and _is_rest(before, entry, after))):
            yield replace(entry, goes_on=True)
        else:
            yield entry


def _is_left_open(before: Entry, entry: Entry) -> bool:
    """Whether a plain paragraph goes on with one that ends in the middle of a sentence."""
    if BlockKind.HEADING in (before.paragraph.kind, entry.paragraph.kind) or entry.paragraph.rows or entry.is_list_item:
        return False
    return entry.label is None and entry.paragraph.box == before.paragraph.box and bool(_BREAKS_OFF.search(before.text))


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
