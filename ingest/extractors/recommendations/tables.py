"""Recommendations set as tables: number and text side by side, with or without heads, or among other columns."""

import re
from collections.abc import Iterable, Iterator

from ingest.blocks import Cell
from ingest.extractors.actions.tables import form_rows
from ingest.extractors.items.cell_points import points_in
from ingest.extractors.items.drafts import Draft, piece_of_cell
from ingest.extractors.manuscript.columns import Column, Row, cell_in, columns_of, heads_in, is_row_of_heads, text_in
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.heading_words import Subject
from ingest.extractors.manuscript.labels import ItemKind, Label, clean_number, label_of, number_first
from ingest.extractors.manuscript.sections import subjects_of
from ingest.extractors.manuscript.wording import announces_recommendations, asks_for_action

# "1", "iv.", "R3", "4.2": a cell that is a number and nothing else
_NUMBER = re.compile(r"^\(?(?:[A-Za-z]{1,4}[ .-]?)?(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[ivxl]{1,6})[.,):]*$|^[A-Z][.):]?$")

# A field's name in a form is a few words.
FIELD_WORDS = 7


def tabled(entry: Entry) -> Iterator[Draft]:
    """Yield the recommendations of a table that is no action plan."""
    rows = entry.paragraph.rows
    if entry.section.holds(Subject.ELSEWHERE, Subject.OF_OTHERS) or form_rows(rows):
        return
    is_at_home = entry.section.holds(Subject.RECOMMENDATIONS) and not entry.section.holds(Subject.ACTION_PLAN)
    heads = heads_in(rows)
    if heads and Column.PROGRESS in heads[1] and not is_at_home:
        return
    if heads and Column.RECOMMENDATION in heads[1]:
        yield from _under_heads(entry, rows[heads[0] + 1 :], heads[1])
    elif heads is None or is_at_home:
        for row in rows:
            yield from _labelled_row(entry, row, is_at_home=is_at_home)


def put_together(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the items of tables, those rows joined that a page cut in two: the second has no number and no capital."""
    current: Draft | None = None
    for draft in drafts:
        if current and draft.label is None and re.match(r"[a-z]", draft.text) and _is_over_page(current, draft):
            current = current.with_pieces(draft.pieces)
            continue
        if current:
            yield current
        current = draft
    if current:
        yield current


def _is_over_page(above: Draft, below: Draft) -> bool:
    """Whether two rows do not stand on one page, where each would be a row of its own."""
    boxes = above.place.boxes
    page = boxes[-1].page if boxes else above.place.page
    return page is None or page != below.place.page


def _under_heads(entry: Entry, rows: tuple[Row, ...], columns: tuple[Column | None, ...]) -> Iterator[Draft]:
    for row in rows:
        cell = cell_in(row, columns, Column.RECOMMENDATION)
        if cell is None or (is_row_of_heads(row) and columns_of(row) == columns):
            continue
        number = text_in(row, columns, Column.NUMBER) or _number_beside(row, cell)
        addressee = text_in(row, columns, Column.AGENCY) or text_in(row, columns, Column.LEAD) or None
        yield from _drafts_in(entry, cell, clean_number(number), addressee)


def _drafts_in(entry: Entry, cell: Cell, number: str | None, addressee: str | None) -> Iterator[Draft]:
    """Yield the recommendation of a cell, its own label taken off its text."""
    label = label_of(cell.text, is_set_apart=True)
    if label and label.kind is ItemKind.RECOMMENDATION and label.rest:
        yield _draft(entry, cell, label.printed if label.number else number, label.rest, addressee)
    elif not announces_recommendations(cell.text):
        own, text = number_first(cell.text.strip())
        yield _draft(entry, cell, own or number, text, addressee)


def _labelled_row(entry: Entry, row: Row, *, is_at_home: bool) -> Iterator[Draft]:
    """Yield the recommendation of a row of label and text, or of a cell that holds both."""
    cells = [cell for cell in row if cell.text.strip()]
    if not cells:
        return
    label = label_of(cells[0].text, is_set_apart=True)
    if label and label.kind is ItemKind.RECOMMENDATION and not label.is_plural:
        yield from _after_label(entry, cells, label)
    elif len(cells) == 2 and _is_field(cells[0].text):
        for number, text in points_in(cells[1].text):
            if asks_for_action(text) and not announces_recommendations(text):
                yield _draft(entry, cells[1], number, text, None)
    elif is_at_home and len(cells) > 1 and _NUMBER.match(cells[0].text.strip()):
        yield _draft(entry, cells[1], clean_number(cells[0].text), cells[1].text.strip(), None)
    elif is_at_home and re.match(r"[a-z]", cells[-1].text):
        yield _draft(entry, cells[-1], None, cells[-1].text.strip(), None)
    elif (
        is_at_home
        and len(cells) == 1
        and asks_for_action(cells[0].text)
        and not announces_recommendations(cells[0].text)
    ):
        yield _draft(entry, cells[0], None, cells[0].text.strip(), None)


def _is_field(name: str) -> bool:
    """Whether a cell is the name of a form's field that holds recommendations: "Strategies for improvement"."""
    is_brief = len(name.split()) <= FIELD_WORDS and not re.search(r"[.;]", name.strip())
    return is_brief and subjects_of(name.strip(" :")) == {Subject.RECOMMENDATIONS}


def _after_label(entry: Entry, cells: list[Cell], label: Label) -> Iterator[Draft]:
    printed = label.printed if label.number else None
    if label.rest:
        yield _draft(entry, cells[0], printed, label.rest, None)
    elif len(cells) > 1:
        yield _draft(entry, cells[1], printed, cells[1].text.strip(), None)


def _draft(entry: Entry, cell: Cell, label: str | None, text: str, addressee: str | None) -> Draft:
    doubt = "" if label else "no number found"
    piece = piece_of_cell(cell, entry.paragraph, text)
    return Draft(ItemKind.RECOMMENDATION, label, (piece,), entry.section, None, addressee, 0.9, doubt)


def _number_beside(row: Row, cell: Cell) -> str | None:
    """Return the number in the cell before a recommendation's, where no head says that it is one."""
    position = row.index(cell)
    before = row[position - 1].text.strip() if position else ""
    return before if _NUMBER.match(before) else None
