"""Lines that part a list of recommendations without being set as headings: "Northshire Police", "Thresholds"."""

import re
from collections.abc import Sequence

from ingest.blocks import BlockKind
from ingest.extractors.addressees import addressee_of_heading
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_paths import REACH
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.wording import asks_for_action, is_signature

# A group's name among the recommendations ("Isle Council Children's Services") has no more words than this.
GROUP_WORDS = 14
# A theme over a few recommendations is shorter.
THEME_WORDS = 7


def names_group(entry: Entry) -> bool:
    """Whether a short line names whom the recommendations below it are for, or how far they reach."""
    text = entry.text.strip(" :")
    if not _is_line(entry, text, GROUP_WORDS):
        return False
    return addressee_of_heading(text) is not None or bool(REACH.match(text))


def is_group_line(entries: Sequence[Entry], position: int) -> bool:
    """Whether the entry there parts the list: it names a group, or is a theme's title right above a counted item."""
    entry = entries[position]
    if names_group(entry):
        return True
    text = entry.text.strip(" :")
    if entry.number is not None or not text[:1].isupper() or not _is_line(entry, text, THEME_WORDS):
        return False
    is_home = entry.section.holds_only(Subject.RECOMMENDATIONS, Subject.CONSIDERATIONS) and entry.lead is None
    below = entries[position + 1] if position + 1 < len(entries) else None
    if not is_home or below is None or is_signature(text):
        return False
    return below.is_list_item or (entry.paragraph.is_bold and _asks_in_plain_type(below))


def _asks_in_plain_type(entry: Entry) -> bool:
    """Whether a paragraph below a bold line is a recommendation: it asks for action and is not bold itself."""
    is_text = not entry.paragraph.is_bold and not entry.is_heading and not entry.paragraph.rows and entry.label is None
    return is_text and asks_for_action(entry.text) and bool(re.search(r"[.;:]$", entry.text))


def _is_line(entry: Entry, text: str, words: int) -> bool:
    """Whether an entry is a title-like line of at most so many words."""
    if not text or len(text.split()) > words or entry.paragraph.rows or entry.opens or entry.label is not None:
        return False
    is_bullet = entry.paragraph.kind is BlockKind.LIST_ITEM and entry.number is None
    return not (
        is_bullet or re.search(r"[.;,?!]$", text) or entry.text.rstrip().endswith("::") or asks_for_action(text)
    )
