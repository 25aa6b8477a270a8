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
    return is_home and below is not None and below.is_list_item and not is_signature(text)


def _is_line(entry: Entry, text: str, words: int) -> bool:
    """Whether an entry is a title-like line of at most so many words."""
    if not text or len(text.split()) > words or entry.paragraph.rows or entry.opens or entry.label is not None:
        return False
    is_bullet = entry.paragraph.kind is BlockKind.LIST_ITEM and entry.number is None
    return not (
        is_bullet or re.search(r"[.;,?!]$", text) or entry.text.rstrip().endswith("::") or asks_for_action(text)
    )
