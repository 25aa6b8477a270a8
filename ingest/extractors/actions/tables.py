"""The rows of an action plan set as a table: heads, rows that run over pages, spanning rows, forms down the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Cell
from ingest.extractors.addressees import addressee_of_heading
from ingest.extractors.manuscript.columns import Column, Row, column_of, is_row_of_heads
from ingest.extractors.manuscript.labels import clean_number, label_of, number_first
from ingest.record import Box

Columns = tuple[Column | None, ...]

# The columns that only an action plan has, beside what it answers.
_OF_PLANS = frozenset({Column.STEPS, Column.LEAD, Column.TIMESCALE, Column.MEASURE, Column.OUTCOME, Column.PROGRESS})
_SUBJECTS = frozenset({Column.RECOMMENDATION, Column.LEARNING, Column.FINDING, Column.LESSON})
_NUMBERS = frozenset({Column.NUMBER, Column.NUMBER_ANSWERED})
_NUMBER = re.compile(
    r"^\(?(?:[A-Za-z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.,):]?$|^\(?[ivxl]{1,6}[.,):]?$|^\(?[A-Za-z][.):]$"
)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of an action plan: the text of each kind of column, the boxes of its cells, the tables it stands in."""

    texts: dict[Column, str] = field(default_factory=dict)
    boxes: tuple[Box, ...] = ()
    label: str | None = None
    agency: str | None = None
    tables: tuple[int, ...] = ()

    def get(self, column: Column) -> str | None:
        """Return a column's text; None where it is empty."""
        return self.texts.get(column) or None


def is_plan(columns: Columns, *, is_in_plan: bool) -> bool:
    """Whether a table with these columns is an action plan. `is_in_plan`: it stands under such a heading."""
    known = {column for column in columns if column}
    if len(known & _OF_PLANS) < 2 and not (is_in_plan and known & _OF_PLANS):
        return False
    return Column.STEPS in known or bool(known & _SUBJECTS and known & {Column.LEAD, Column.TIMESCALE})


def plan_rows(rows: Iterable[tuple[Row, int]], columns: Columns) -> Iterator[PlanRow]:
    """Yield the rows of an action plan, those that run over a page put together.

    Each row comes with the index of the table that it stands in: a plan over several pages may be several tables.
    """
    current: PlanRow | None = None
    above = PlanRow()
    for row, table in rows:
        if is_row_of_heads(row) or not any(cell.text.strip() for cell in row):
            continue
        if (spanning := _spanning(row, columns)) is not None and not _is_open(current):
            above = _with_spanning(above, spanning)
            continue
        read = replace(_read(row, columns), tables=(table,))
        if current and _goes_on(current, read, is_numbered=not _NUMBERS.isdisjoint(columns)):
            current = _joined(current, read)
            continue
        if current:
            yield current
        current = _inheriting(read, current, above)
    if current:
        yield current


def form_rows(rows: Sequence[Row]) -> list[PlanRow]:
    """Return the actions of a form that names its fields down the first column; empty where a table is no such form."""
    pairs = [(column_of(row[0].text), row) for row in rows if len(row) >= 2 and row[0].text.strip()]
    known = [column for column, _ in pairs if column in _OF_PLANS | _SUBJECTS]
    if len(pairs) < 3 or len(set(known)) < 3 or len(known) < 0.6 * len(pairs) or Column.STEPS not in known:
        return []
    forms: list[PlanRow] = []
    for column, row in pairs:
        if column is None:
            continue
        if not forms or column in forms[-1].texts:
            forms.append(PlanRow())
        text = " ".join(cell.text.strip() for cell in row[1:] if cell.text.strip())
        label = label_of(row[0].text, is_set_apart=True)
        forms[-1] = replace(
            forms[-1],
            texts={**forms[-1].texts, column: text},
            boxes=(*forms[-1].boxes, *_boxes(row)),
            label=forms[-1].label or (label.printed if label and label.number else None),
        )
    return forms


def _read(row: Row, columns: Columns) -> PlanRow:
    texts: dict[Column, str] = {}
    label = None
    for position, cell in enumerate(row):
        column = columns[position] if position < len(columns) else None
        text = cell.text.strip()
        if not text:
            continue
        if column in _NUMBERS or (column is None and position == 0 and _NUMBER.match(text)):
            label = clean_number(text)
        elif column:
            texts[column] = f"{texts[column]} {text}" if column in texts else text
    return _with_label_from_text(PlanRow(texts, _boxes(row), label, texts.get(Column.AGENCY)))


def _with_label_from_text(row: PlanRow) -> PlanRow:
    """Return the row with the number that its recommendation or finding begins with as its label."""
    column = next((column for column in row.texts if column in _SUBJECTS), None)
    if row.label is not None or column is None:
        return row
    text = row.texts[column]
    if (label := label_of(text, is_set_apart=True)) and label.number and label.rest:
        return replace(row, label=label.printed, texts={**row.texts, column: label.rest})
    number, rest = number_first(text)
    return replace(row, label=number, texts={**row.texts, column: rest}) if number else row


def _goes_on(current: PlanRow, read: PlanRow, *, is_numbered: bool) -> bool:
    """Whether a row is the rest of the one before it, cut by a page: no number of its own, sentences left open."""
    if read.label is not None or read.agency or _is_on_same_page(current, read):
        return False
    if _is_left_open(current, read):
        return True
    subject = next((text for column, text in read.texts.items() if column in _SUBJECTS), "")
    if subject:
        before = next((text for column, text in current.texts.items() if column in _SUBJECTS), "")
        return is_numbered and current.label is not None and not re.search(r"[.?!)]$", before)
    return not (read.get(Column.LEAD) and read.get(Column.TIMESCALE))


def _is_on_same_page(current: PlanRow, read: PlanRow) -> bool:
    """Whether both rows stand on one page, where each is a row of its own."""
    return bool(current.boxes and read.boxes) and current.boxes[-1].page == read.boxes[0].page


def _is_left_open(current: PlanRow, read: PlanRow) -> bool:
    """Whether some cell of the row before ends in mid-sentence and this row's goes on with it."""
    for column, text in read.texts.items():
        before = current.texts.get(column, "")
        if before and not re.search(r"[.!?)]$", before) and re.match(r"[a-z]", text):
            return True
    return False


def _is_open(current: PlanRow | None) -> bool:
    """Whether the first column of the row before ends in mid-sentence, so that a lone first cell may go on with it."""
    texts = list(current.texts.values()) if current else []
    return bool(texts) and not re.search(r"[.!?)]$", texts[0])


def _joined(current: PlanRow, read: PlanRow) -> PlanRow:
    texts = dict(current.texts)
    for column, text in read.texts.items():
        texts[column] = f"{texts[column]} {text}" if column in texts else text
    tables = tuple(dict.fromkeys((*current.tables, *read.tables)))
    return replace(current, texts=texts, boxes=(*current.boxes, *read.boxes), tables=tables)


def _inheriting(read: PlanRow, before: PlanRow | None, above: PlanRow) -> PlanRow:
    """Return a row with what a spanning row or a merged cell above says for it too."""
    texts, label, agency = dict(read.texts), read.label, read.agency or above.agency
    source = above if above.texts else before
    if source and not any(column in texts for column in _SUBJECTS) and (read.label is None or source is above):
        texts |= {column: text for column, text in source.texts.items() if column in _SUBJECTS}
        label = label or source.label
    if before and agency is None and read.label is None:
        agency = before.agency
    return replace(read, texts=texts, label=label, agency=agency)


def _spanning(row: Row, columns: Columns) -> Cell | None:
    """Return the only filled cell of a row that spans the table; None where several are filled."""
    filled = [cell for cell in row if cell.text.strip()]
    return filled[0] if len(filled) == 1 and len(columns) > 2 and filled[0] is row[0] else None


def _with_spanning(above: PlanRow, cell: Cell) -> PlanRow:
    """Return what a spanning row says for the rows below it: an agency, or the recommendation that they carry out."""
    text = cell.text.strip()
    label = label_of(text, is_set_apart=True)
    if label and (label.rest or label.number):
        printed = label.printed if label.number else None
        return replace(above, texts={Column.RECOMMENDATION: label.rest or label.printed}, label=printed)
    if agency := addressee_of_heading(text):
        return PlanRow(agency=agency)
    if len(text.split()) > 6:
        return replace(above, texts={Column.RECOMMENDATION: text}, label=None)
    return PlanRow(agency=text) if above.agency else above


def _boxes(row: Row) -> tuple[Box, ...]:
    return tuple(box for cell in row for box in cell.boxes)
