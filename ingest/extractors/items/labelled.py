"""Items that announce themselves by a label, wherever they stand: "Recommendation 3:", a box titled "Learning point".

How much of what follows belongs to the item: the rest of its box; the list that its text leads into; where the label
stands alone, the text after it, also over a page break; inside a section of recommendations, further sentences that ask
for action.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import BlockKind
from ingest.extractors.addressees import addressee_of
from ingest.extractors.bodies import is_body
from ingest.extractors.items.drafts import Draft, piece_of, sub_point
from ingest.extractors.items.series import continues
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind, Label
from ingest.extractors.manuscript.wording import (
    announces_recommendations,
    asks_for_action,
    asks_outright,
    gives_reasons,
    is_signature,
    is_title,
    is_topic,
    tells_why,
)

# A lesson's title has no more words; a finding's may be long and says it whole.
TITLE_OF_LESSON = 7
# How sure an item is that says itself what it is
LABELLED = 0.95


def labelled(entries: Sequence[Entry], is_wanted: Callable[[Entry], bool]) -> Iterator[tuple[Draft, frozenset[int]]]:
    """Yield each labelled item with the positions (in `entries`) of the paragraphs that it takes up."""
    position = 0
    while position < len(entries):
        entry = entries[position]
        if entry.label is None or entry.opens or not is_wanted(entry):
            position += 1
            continue
        draft, end = _item(entries, position, entry.label)
        if draft.text:
            yield draft, frozenset(range(position, end))
        position = max(end, position + 1)


def _item(entries: Sequence[Entry], start: int, label: Label) -> tuple[Draft, int]:
    """Return the item whose label stands at `start`, and the position after its last paragraph."""
    first = entries[start]
    printed = label.printed if label.number else None
    pieces = (piece_of(first.paragraph, label.rest),) if label.rest else ()
    addressee = label.aside if label.aside and is_body(label.aside) else None
    draft = Draft(label.kind, printed, pieces, first.section, addressee=addressee)
    position = start + 1
    has_box = _has_box_of_its_own(entries, first)
    if not label.rest or _is_heading_of_text(label) or _is_motto(entries, start, label):
        position = _text_below(entries, start)
        if position < len(entries) and _may_be_text(first, label, entries[position]):
            # A title is left out where the text stands below: it names the item as its label does.
            draft = replace(draft, pieces=(piece_of(entries[position].paragraph),))
            position += 1
        elif not label.rest:
            return draft, start + 1
        else:
            position = start + 1
    while position < len(entries) and _belongs(draft, first, entries[position - 1], entries[position], has_box=has_box):
        if _explains(first, label, entries[position]) and not has_box:
            break
        draft = draft.with_pieces([sub_point(entries[position])])
        position += 1
    return _with_doubt(draft), position


def _has_box_of_its_own(entries: Sequence[Entry], first: Entry) -> bool:
    """Whether a label is the only one in its box, so that all of the box is its text."""
    box = first.paragraph.box
    return box is not None and not any(
        entry.label and not entry.label.is_plural and entry is not first
        for entry in entries
        if entry.paragraph.box == box
    )


def _with_doubt(draft: Draft) -> Draft:
    """Return the item with what an editor should look at: a recommendation of which only a title was found."""
    if draft.kind is ItemKind.RECOMMENDATION and is_title(draft.text):
        return replace(draft, confidence=0.5, doubt="heading only, text may follow")
    return replace(draft, confidence=LABELLED)


def _is_heading_of_text(label: Label) -> bool:
    """Whether the words after a label are a title: those of a finding say it themselves where they have a verb."""
    if not label.rest or not is_title(label.rest):
        return False
    if label.kind is ItemKind.RECOMMENDATION or is_topic(label.rest) or not label.rest[0].isupper():
        return True
    return label.kind in (ItemKind.LEARNING_POINT, ItemKind.LESSON) and len(label.rest.split()) <= TITLE_OF_LESSON


def _is_motto(entries: Sequence[Entry], start: int, label: Label) -> bool:
    """Whether a heading says what a recommendation is for, and the text below it who should do what.

    "Recommendation 3: Children should be seen." and then "The Government should give ...".
    """
    below = entries[start + 1] if start + 1 < len(entries) else None
    is_heading = entries[start].paragraph.kind is BlockKind.HEADING and label.kind is ItemKind.RECOMMENDATION
    if below is None or not is_heading or below.is_list_item or not asks_outright(below.text):
        return False
    return addressee_of(below.text) is not None and addressee_of(label.rest) is None


def _text_below(entries: Sequence[Entry], start: int) -> int:
    """Return the position of the text under a label that stands alone, past a title of its own in between."""
    position = start + 1
    if position + 1 < len(entries):
        below = entries[position]
        may_be_title = (
            below.is_heading and not below.section.holds(Subject.ELSEWHERE, Subject.OF_OTHERS) and below.label is None
        )
        if (
            may_be_title
            and is_title(below.text)
            and entries[position + 1].paragraph.kind == entries[start].paragraph.kind
        ):
            return position
        if may_be_title and is_title(below.text) and below.paragraph.level > entries[start].paragraph.level > 0:
            return position + 1
    return position


def _may_be_text(first: Entry, label: Label, entry: Entry) -> bool:
    """Whether an entry can be the text of the label above it."""
    if label.rest and not _is_below(first, entry):
        return False
    if entry.is_heading or entry.label is not None or entry.paragraph.rows:
        return False
    if entry.opens and not asks_for_action(entry.text):
        return False
    return first.paragraph.box is None or entry.paragraph.box == first.paragraph.box or bool(entry.text[:1].isupper())


def _belongs(draft: Draft, first: Entry, before: Entry, entry: Entry, *, has_box: bool) -> bool:
    """Whether an entry goes on with the item, whose last paragraph is `before`; `has_box` if a box is its own."""
    if entry.is_heading or entry.label is not None or entry.paragraph.rows or is_signature(entry.text):
        return False
    box = first.paragraph.box
    if has_box and entry.paragraph.box == box:
        return not (draft.kind is ItemKind.RECOMMENDATION and gives_reasons(entry.text)) and not tells_why(entry.text)
    if box is None and entry.paragraph.box is not None:
        return False
    if continues(draft.text, entry):
        return True
    if box is not None and entry.paragraph.box != box:
        return False
    return _is_sub_point(draft, first, before, entry) or _asks_further(draft, first, entry)


def _explains(first: Entry, label: Label, entry: Entry) -> bool:
    """Whether a paragraph explains a finding whose label is a heading: it is the paragraph right below that."""
    if first.paragraph.kind is not BlockKind.HEADING or label.kind is ItemKind.RECOMMENDATION:
        return False
    return not entry.is_list_item and not entry.goes_on


def _is_sub_point(draft: Draft, first: Entry, before: Entry, entry: Entry) -> bool:
    """Whether an entry is a point of the list that the item leads into."""
    if not entry.is_list_item:
        return False
    if entry.number and re.search(r"\d\.\d", entry.number):
        return _is_below(first, entry) and _counts_on(before, entry)
    is_led_into = bool(re.search(r"[:;,]$|\b(?:and|or)$", draft.text.rstrip())) or len(draft.pieces) > 1
    return is_led_into or draft.section.holds(Subject.RECOMMENDATIONS, Subject.CONSIDERATIONS)


def _counts_on(before: Entry, entry: Entry) -> bool:
    """Whether a number like 8.1.2 is the first of its kind or follows that of the paragraph before."""
    stem, _, last = (entry.number or "").rpartition(".")
    return last == "1" or before.number == f"{stem}.{int(last) - 1}" if last.isdecimal() else False


def _is_below(first: Entry, entry: Entry) -> bool:
    """Whether an entry's number is below the label's or its heading's (8.1.1 below 8.1), or it has none."""
    if entry.number is None or not re.search(r"\d\.\d", entry.number):
        return True
    above = (first.number, first.label.number if first.label else None)
    return any(number is not None and entry.number.startswith(f"{number}.") for number in above)


def _asks_further(draft: Draft, first: Entry, entry: Entry) -> bool:
    """Whether a further paragraph of a recommendation's own section asks for more."""
    if draft.kind is not ItemKind.RECOMMENDATION or entry.number is not None:
        return False
    is_at_home = entry.section.holds(Subject.RECOMMENDATIONS) and entry.section == first.section
    if not is_at_home or gives_reasons(entry.text) or announces_recommendations(entry.text):
        return False
    return asks_for_action(entry.text) and not entry.paragraph.is_bold
