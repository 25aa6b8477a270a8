"""Action plans written as lists: each recommendation followed by lines such as "Lead:" and "Timescale:"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ingest.extractors.actions.tables import PlanRow
from ingest.extractors.manuscript.columns import FIELDS, Column, column_of
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind

# "Lead officer: Head of Service": a field's name of a few words before a colon
_FIELD = re.compile(r"(?:^|(?<=[.;])\s+|\s{2,})(?P<name>[A-Z][\w'’/ ]{2,30}?):\s+")
# What an action answers is said in no more paragraphs than this before its fields.
TEXT_ENTRIES = 3
_SUBJECTS = frozenset({Column.RECOMMENDATION, Column.FINDING, Column.LEARNING, Column.LESSON})


def listed_rows(entries: Sequence[Entry]) -> Iterator[tuple[Entry, PlanRow]]:
    """Yield the actions of plans written as lists, each with the paragraph that it begins in."""
    start: Entry | None = None
    row = PlanRow()
    for position, entry in enumerate(entries):
        if not _is_in_plan(entries[position:], row):
            if start and _is_action(row, start):
                yield start, row
            start, row = None, PlanRow()
            continue
        for name, text in _fields_of(entry):
            column = name or (Column.RECOMMENDATION if _begins_subject(row, entries[position:]) else None)
            if column in _SUBJECTS or column in row.texts:
                if start and _is_action(row, start):
                    yield start, row
                kept = {} if column in _SUBJECTS else {c: t for c, t in row.texts.items() if c in _SUBJECTS}
                label = _label(entry) if column in _SUBJECTS else row.label
                start, row = entry, PlanRow(kept, (), label)
            row = _with(row, column, text, entry)
            start = start or entry
    if start and _is_action(row, start):
        yield start, row


def _begins_subject(row: PlanRow, entries: Sequence[Entry]) -> bool:
    """Whether text without a field's name is what the next action answers: the fields begin again after it."""
    entry = entries[0]
    if _is_listed_action(entries):
        return True
    if row.texts.get(Column.RECOMMENDATION) == "" or not entry.section.holds(Subject.ACTION_PLAN):
        return False
    if not entry.text[:1].isupper() or entry.opens:
        return False
    for below in entries[1 : TEXT_ENTRIES + 1]:
        names = [name for name, _ in _fields_of(below) if name]
        if names:
            return names[0] not in _SUBJECTS and (names[0] in row.texts or not row.texts)
    return False


def _is_listed_action(entries: Sequence[Entry]) -> bool:
    """Whether a numbered text outside the recommendations is followed by who leads and by when, each a line."""
    entry = entries[0]
    is_text = entry.number is not None and not entry.is_heading and not entry.paragraph.rows and not _has_fields(entry)
    if not is_text or entry.section.holds(Subject.RECOMMENDATIONS, Subject.ELSEWHERE):
        return False
    names = {name for below in entries[1 : TEXT_ENTRIES + 1] for name, _ in _fields_of(below)}
    return {Column.LEAD, Column.TIMESCALE} <= names


def _is_in_plan(entries: Sequence[Entry], row: PlanRow) -> bool:
    """Whether an entry is in a plan: under such a heading, a field itself, or what the fields right below are about."""
    entry = entries[0]
    if entry.paragraph.rows or entry.is_heading:
        return False
    if entry.section.holds(Subject.ACTION_PLAN) or _has_fields(entry) or _is_listed_action(entries):
        return True
    label = entry.label
    is_subject = label is not None and label.kind is ItemKind.RECOMMENDATION and bool(label.number)
    if not is_subject and row.texts.keys() != {Column.RECOMMENDATION}:
        return False
    below = takewhile(lambda e: not (e.is_heading or e.label or e.paragraph.rows), entries[1 : TEXT_ENTRIES + 1])
    return any(_has_fields(e) for e in below)


def _has_fields(entry: Entry) -> bool:
    return any(name in FIELDS for name, _ in _fields_of(entry) if name is not None)


def _fields_of(entry: Entry) -> list[tuple[Column | None, str]]:
    """Return (what field it is, its text) for each field of a paragraph; None before the text that goes on with one."""
    label = entry.label
    if label and label.kind is ItemKind.RECOMMENDATION and (label.rest or label.number):
        return [(Column.RECOMMENDATION, label.rest)]
    if ":" not in entry.text:
        return [(None, entry.text)]
    names = [found for found in _FIELD.finditer(entry.text) if column_of(found["name"]) in FIELDS | _SUBJECTS]
    if not names or names[0].start() > 0:
        return [(None, entry.text)]
    ends = [found.start() for found in names[1:]] + [len(entry.text)]
    return [(column_of(f["name"]), entry.text[f.end() : end].strip()) for f, end in zip(names, ends, strict=True)]


def _with(row: PlanRow, name: Column | None, text: str, entry: Entry) -> PlanRow:
    """Return the row with a field's text; text without a name goes on with the field before it."""
    last = next(reversed(row.texts), None)
    if name is None and last is None:
        return row
    texts = dict(row.texts)
    column = name or last
    if column is not None:
        texts[column] = f"{texts[column]} {text}".strip() if column in texts else text
    indexes = tuple(dict.fromkeys((*row.tables, entry.paragraph.index)))
    return PlanRow(texts, (*row.boxes, *entry.paragraph.boxes), row.label, row.agency, indexes)


def _is_action(row: PlanRow, start: Entry) -> bool:
    """Whether the fields make an action: what is done, or in an action plan who leads and by when."""
    known = row.texts.keys()
    if not start.section.holds(Subject.ACTION_PLAN):
        if {Column.RECOMMENDATION, Column.LEAD, Column.TIMESCALE} <= known and start.number:
            return not start.section.holds(Subject.RECOMMENDATIONS)
        return Column.STEPS in known and bool(known & _SUBJECTS) and len(known & FIELDS) > 1
    return Column.STEPS in known or len(known & FIELDS) >= 2


def _label(entry: Entry) -> str | None:
    return entry.label.printed if entry.label and entry.label.number else entry.number
