"""Findings set as tables: a column of findings, learning or good practice, or a form's field of that name."""

import re
from collections.abc import Iterator

from ingest.blocks import Cell
from ingest.extractors.findings.wording import is_about_report
from ingest.extractors.items.cell_points import points_in
from ingest.extractors.items.drafts import Draft, piece_of_cell
from ingest.extractors.manuscript.columns import Column, Row, columns_of, heads_in, is_row_of_heads, text_in
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind, Label, clean_number, label_of, number_first
from ingest.extractors.manuscript.sections import subjects_of
from ingest.extractors.manuscript.wording import is_title, is_topic

_KIND_OF_COLUMN = {
    Column.FINDING: ItemKind.FINDING,
    Column.LEARNING: ItemKind.LEARNING_POINT,
    Column.LESSON: ItemKind.LESSON,
    Column.GOOD_PRACTICE: ItemKind.GOOD_PRACTICE,
}
_KIND_OF_SUBJECT = (
    (Subject.GOOD_PRACTICE, ItemKind.GOOD_PRACTICE),
    (Subject.LESSONS, ItemKind.LESSON),
    (Subject.LEARNING, ItemKind.LEARNING_POINT),
    (Subject.FINDINGS, ItemKind.FINDING),
)
# A cell of fewer words without a verb names a topic.
TOPIC_WORDS = 5
# A field's name in a form is no longer than a heading of a few words.
FIELD_WORDS = 9
KINDS = frozenset(_KIND_OF_COLUMN.values())


def tabled(entry: Entry) -> Iterator[Draft]:
    """Yield the findings of a table that is no action plan."""
    rows = entry.paragraph.rows
    if heads := heads_in(rows):
        yield from _under_heads(entry, rows[heads[0] + 1 :], heads[1])
    else:
        yield from _labelled_rows(entry, rows)


def _under_heads(entry: Entry, rows: tuple[Row, ...], columns: tuple[Column | None, ...]) -> Iterator[Draft]:
    wanted = [column for column in columns if column in _KIND_OF_COLUMN]
    for row in rows:
        if is_row_of_heads(row) and columns_of(row) == columns:
            continue
        number = clean_number(text_in(row, columns, Column.NUMBER, Column.NUMBER_ANSWERED)) or _number_first(row)
        for cell, column in zip(row, columns, strict=False):
            if column in _KIND_OF_COLUMN and column is not None and cell.text.strip():
                own = number if column is wanted[0] else None
                yield from _drafts_in(entry, cell, _KIND_OF_COLUMN[column], own)


def _number_first(row: Row) -> str | None:
    """Return the number in a row's first cell, where no head says that it is one."""
    first = row[0].text.strip()
    return clean_number(first) if re.fullmatch(r"[A-Z]{0,3} ?\d{1,2}[.):]?", first) else None


def _labelled_rows(entry: Entry, rows: tuple[Row, ...]) -> Iterator[Draft]:
    """Yield the findings of rows whose first cell names them ("Learning point 2", "Good practice identified")."""
    above: Label | ItemKind | None = None
    for row in rows:
        cells = [cell for cell in row if cell.text.strip()]
        if not cells:
            continue
        label = label_of(cells[0].text, is_set_apart=True)
        if label and label.kind in KINDS and not label.is_plural:
            above = label if len(cells) == 1 and not label.rest else None
            if above is None:
                has_title = len(cells) > 1 and is_title(label.rest) and not is_title(cells[1].text.strip())
                text = cells[1].text.strip() if has_title or not label.rest else label.rest
                yield _draft(entry, cells[-1], label.kind, _printed(label), text)
        elif kind := _kind_of_field(cells[0].text):
            above = kind if len(cells) == 1 else None
            for cell in cells[1:]:
                yield from _drafts_in(entry, cell, kind, None)
        elif isinstance(above, Label):
            yield _draft(entry, cells[0], above.kind, _printed(above), cells[0].text.strip())
            above = None
        elif above is not None and len(cells) == 1:
            yield from _drafts_in(entry, cells[0], above, None)
        else:
            above = None


def _printed(label: Label) -> str | None:
    return label.printed if label.number else None


def _kind_of_field(name: str) -> ItemKind | None:
    """Return what a form's field or the title of its part holds, None where it holds no findings."""
    if len(name.split()) > FIELD_WORDS or re.search(r"[.;]\s", name):
        return None
    subjects = subjects_of(name.strip(" :"))
    if subjects & {Subject.RECOMMENDATIONS, Subject.ACTION_PLAN, Subject.ELSEWHERE, Subject.OF_OTHERS}:
        return None
    return next((kind for subject, kind in _KIND_OF_SUBJECT if subject in subjects), None)


def _drafts_in(entry: Entry, cell: Cell, kind: ItemKind, number: str | None) -> Iterator[Draft]:
    """Yield the findings that a cell holds, its points one by one."""
    for point, words in points_in(cell.text):
        label = label_of(words, is_set_apart=True)
        first, text = number_first(words)
        own = point or first
        if label and label.kind in KINDS and label.rest:
            yield _draft(entry, cell, label.kind, _printed(label) or number, label.rest)
        elif not is_about_report(text) and not (is_topic(text) and len(text.split()) < TOPIC_WORDS):
            yield _draft(entry, cell, kind, own or number, text)


def _draft(entry: Entry, cell: Cell, kind: ItemKind, label: str | None, text: str) -> Draft:
    return Draft(kind, label, (piece_of_cell(cell, entry.paragraph, text),), entry.section, confidence=0.85)
