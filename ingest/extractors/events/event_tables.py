"""Chronologies set as tables: which column says when, which tells the event, and the events of the rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.blocks import Cell
from ingest.dates.expressions import Expression
from ingest.dates.inheritance import Heading, Resolved, Setting, resolve, resolve_relative
from ingest.dates.mentions import find_mentions
from ingest.dates.printed_date import PrintedDate
from ingest.dates.relative import Relative
from ingest.dates.vocabulary import YEAR
from ingest.extractors.events.cell_dates import plain_dates
from ingest.extractors.events.date_roles import Company, Role, role_of
from ingest.extractors.events.leading_dates import MOST_WORDS, date_of_cell
from ingest.extractors.events.sentences import sentences_of
from ingest.outline import Paragraph

Row = tuple[Cell, ...]

_WHEN = re.compile(r"\b(?:dates?|when|month|year|period|time(?:line)?|day)\b", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:events?|what\s+happened|incidents?|details?|description|summary|information|contacts?|key|significant|entry|"
    r"narrative|facts?|episode|activity|involvement|practice|record(?:ed)?|circumstances)\b",
    re.IGNORECASE,
)
# Headers that no plan has: beside these an "Outcome" is that of a contact.
_TELLS = re.compile(r"\b(?:events?|what\s+happened|incidents?|contacts?|episode)\b", re.IGNORECASE)
_SOURCE = re.compile(
    r"\b(?:source|agency|agencies|organisation|service|who|by\s+whom|page|ref(?:erence)?|no|number)\b|#", re.IGNORECASE
)
_COMMENT = re.compile(
    r"\b(?:comments?|analysis|noticed|learning|significance|response|issues?|reflection|observations?|practice\s+issue|"
    r"reviewer|author|why)\b",
    re.IGNORECASE,
)
# Headers of tables of what is to be done, whose dates are none of the case.
_PLAN = re.compile(
    r"\b(?:recommendations?|actions?(?!\s+taken)|lead|owner|responsib\w+|timescales?|by\s+when|target|deadline|progress|"
    r"status|rag|due|complet\w+|outcome|milestones?|evidence|findings?|learning|version|published|author|review\s+date|meeting)\b",
    re.IGNORECASE,
)
# Headers of tables of people: when they were born is no event of the row's.
_PEOPLE = re.compile(r"\bbirth\b|\bborn\b|\bd\.?o\.?b\b|\brelationship\b", re.IGNORECASE)
_YEAR = re.compile(YEAR)
# So many of the cells below a header must be dates to make theirs the column that says when.
MOST = 0.6
# An event takes at least so many words on the average: ages, weights and names take fewer.
WORDS_OF_AN_EVENT = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column says when, and which tell the event; `body` are the rows below the header."""

    when: int
    events: tuple[int, ...]
    body: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class RowEvent:
    """A row's event: its cells, the date's cell, and the date."""

    cells: tuple[Cell, ...]
    when: Cell
    resolved: Resolved

    @property
    def text(self) -> str:
        """The event's words."""
        return " ".join(" ".join(cell.text.split()) for cell in self.cells if cell.text.strip())

    @property
    def told_besides(self) -> Iterator[tuple[str, str, Resolved]]:
        """The sentences after the first of a cell that bear a day of their own, that day as printed, and its date."""
        setting = Setting(None, self.resolved.at, is_told_here=True, runs_in_order=True)
        for cell in self.cells:
            for sentence in sentences_of(" ".join(cell.text.split()))[1:]:
                mentions = find_mentions(sentence.text)
                company = Company(sentence.text, mentions, in_story=False)
                for date in mentions:
                    if isinstance(date, Expression) and date.first.day and role_of(date, company) is Role.EVENT:
                        resolved = resolve(date, setting)
                        if resolved and resolved.edtf != self.resolved.edtf:
                            yield sentence.text, date.printed, resolved


def columns_of(table: Paragraph, before: Columns | None = None) -> Columns | None:
    """Return the columns of a chronology; None for any other table. `before` are those of the table that it goes on."""
    rows = table.rows
    if not rows or max(len(row) for row in rows) < 2:
        return None
    header = rows[0] if _is_header(rows[0]) else ()
    if _is_plan(header):
        return None
    body = _with_plain_dates(rows[1:] if header else rows)
    when = _when_column(header, body)
    if when is None:
        if before is not None and not header and max(len(row) for row in rows) > max(before.when, *before.events):
            return Columns(before.when, before.events, rows)
        return None
    if _is_of_years(body, when) and _is_dated(body, when + 1):
        body, when = _with_plain_dates(_with_years(body, when)), when + 1
    events = _event_columns(header, body, when)
    return Columns(when, events, body) if events else None


def row_events(columns: Columns, heading: Heading | None, told: PrintedDate | None) -> Iterator[RowEvent]:
    """Yield the rows with their dates; a row without one goes on with that above."""
    setting = Setting(heading, told, is_told_here=told is not None, runs_in_order=True)
    resolved: Resolved | None = None
    for row in columns.body:
        when = row[columns.when] if columns.when < len(row) else Cell("")
        cells = tuple(row[index] for index in columns.events if index < len(row) and row[index].text.strip())
        date = date_of_cell(when.text)
        if when.text.strip():
            resolved = _resolve(date, setting)
        if resolved is None:
            continue
        setting = Setting(
            _heading_of_row(date, cells) or setting.heading, resolved.at, is_told_here=True, runs_in_order=True
        )
        if cells:
            yield RowEvent(cells, when, resolved)


def _heading_of_row(date: Expression | Relative | None, cells: tuple[Cell, ...]) -> Heading | None:
    """Return the year or month of a row that has nothing else in it."""
    if cells or not isinstance(date, Expression) or not date.first.is_dated:
        return None
    return Heading(date.printed, date.first, date.last or date.first)


def _resolve(date: Expression | Relative | None, setting: Setting) -> Resolved | None:
    if isinstance(date, Expression):
        return resolve(date, setting)
    return resolve_relative(date, setting) if date else None


def _is_plan(header: Row) -> bool:
    """Return whether a header is that of a table of people, of what is to be done, or of the review's own meetings."""
    if any(_PEOPLE.search(cell.text) for cell in header):
        return True
    if any(_TELLS.search(cell.text) for cell in header):
        return False
    return any(_PLAN.search(cell.text) for cell in header if not _COMMENT.search(cell.text))


def _is_header(row: Row) -> bool:
    if all(cell.is_header for cell in row):
        return True
    return (
        bool(row)
        and date_of_cell(row[0].text) is None
        and any(_WHEN.search(cell.text) for cell in row)
        and all(len(cell.text.split()) <= WORDS_OF_AN_EVENT * 2 for cell in row)
    )


def _when_column(header: Row, body: tuple[Row, ...]) -> int | None:
    """Return the first column most of whose filled cells are dates; one whose header says when needs fewer."""
    for index in range(max((len(row) for row in (header, *body)), default=0)):
        filled = [row[index].text for row in body if index < len(row) and row[index].text.strip()]
        dated = sum(date_of_cell(text) is not None for text in filled)
        says_when = index < len(header) and _WHEN.search(header[index].text) is not None
        if filled and dated >= len(filled) * (MOST / 2 if says_when else MOST):
            return index
    return None


def _with_plain_dates(body: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows with the cells of columns of dates as sentences print dates; others as they are."""
    rows = [list(row) for row in body]
    for index in range(max((len(row) for row in rows), default=0)):
        places = [number for number, row in enumerate(rows) if index < len(row)]
        cells = [rows[number][index].text for number in places]
        if max((len(cell.split()) for cell in cells), default=0) > MOST_WORDS:
            continue
        for number, text in zip(places, plain_dates(cells), strict=True):
            if date_of_cell(text) and not date_of_cell(rows[number][index].text):
                rows[number][index] = replace(rows[number][index], text=text)
    return tuple(tuple(row) for row in rows)


def _is_of_years(body: tuple[Row, ...], column: int) -> bool:
    """Return whether a column holds years and nothing else."""
    filled = [row[column].text.strip() for row in body if column < len(row) and row[column].text.strip()]
    return all(_YEAR.fullmatch(text) for text in filled)


def _is_dated(body: tuple[Row, ...], column: int) -> bool:
    """Return whether most filled cells of a column are dates."""
    filled = [row[column].text for row in body if column < len(row) and row[column].text.strip()]
    return bool(filled) and sum(date_of_cell(text) is not None for text in filled) >= MOST * len(filled)


def _with_years(body: tuple[Row, ...], years: int) -> tuple[Row, ...]:
    """Return the rows with the year of the column of years, or the one above it, written beside their month or day."""
    rows: list[Row] = []
    year = ""
    for row in body:
        year = row[years].text.strip() or year
        when = row[years + 1]
        cell = replace(when, text=f"{when.text.strip()} {year}") if when.text.strip() else when
        rows.append((*row[: years + 1], cell, *row[years + 2 :]))
    return tuple(rows)


def _event_columns(header: Row, body: tuple[Row, ...], when: int) -> tuple[int, ...]:
    """Return the columns that tell the event: those whose header says so, else the one with most words."""
    others = [index for index in range(max(len(row) for row in (header, *body))) if index != when]
    named = [index for index in others if index < len(header) and _EVENT.search(header[index].text)]
    named = [index for index in named if not _COMMENT.search(header[index].text)] or named
    if named:
        return tuple(named)
    free = [index for index in others if index >= len(header) or not _SOURCE.search(header[index].text)]
    longest = max(free or others, key=lambda index: _words(body, index), default=None)
    if longest is None or _words(body, longest) < WORDS_OF_AN_EVENT * len(body):
        return ()
    return (longest,)


def _words(body: tuple[Row, ...], index: int) -> int:
    return sum(len(row[index].text.split()) for row in body if index < len(row))
