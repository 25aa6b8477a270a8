"""What the columns of a table hold, by its rows of heads."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.blocks import Cell
from ingest.extractors.manuscript.column_words import FIELDS, ITEMS, PATTERNS, Column

__all__ = ["FIELDS", "ITEMS", "Column"]

Row = tuple[Cell, ...]

# When it is to be done, where no other column says so
_COMPLETION = re.compile(r"^(?:date of |expected )?completion(?: date)?$", re.IGNORECASE)
# "Rec.", "Ref. no.", "roles etc."
_ABBREVIATED = re.compile(r"(?:^|\s)(?:etc|no|nos|rec|ref|resp|org|dept)\.$|\)$", re.IGNORECASE)
# "1", "R3", "Rec 2.", "4.1 & 4.2"
_COUNTS = re.compile(
    r"(?:[A-Za-z]{1,5}\.? ?)?\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]?(?:\s*(?:,|&|and|-|–)\s*\d{1,2}(?:\.\d{1,2})*[.):]?)*"
)
# A column of brief names for what the columns beside it say
_TOPIC = re.compile(r"^(?:[\w-]+ ){0,2}(?:theme|area|topic|subject)s?$", re.IGNORECASE)
BRIEF_WORDS = 4
# A head is a few words or a question, seldom more than this.
HEAD_WORDS = 32
# A table's heads stand in one of its first rows, under a title of its own or a line for the agency.
ROWS_ABOVE_HEADS = 3


@lru_cache(maxsize=1024)
def column_of(head: str) -> Column | None:
    """Return what a column with this head holds: the words that come first decide, of those the longest."""
    head = " ".join(head.split()).strip(" :?")
    if not head or len(head.split()) > HEAD_WORDS:
        return None
    found = [(m.start(), -len(m.group()), column) for column, pattern in PATTERNS if (m := pattern.search(head))]
    return min(found)[2] if found else None


def columns_of(row: Row) -> tuple[Column | None, ...]:
    """Return what each column holds, from the row of their heads; a theme's name beside what is said of it is none."""
    columns = tuple(column_of(cell.text) for cell in row)
    if Column.TIMESCALE not in columns:
        columns = tuple(
            Column.TIMESCALE if _COMPLETION.match(cell.text.strip()) else column
            for cell, column in zip(row, columns, strict=True)
        )
    if sum(column in ITEMS for column in columns) < 2:
        return columns
    return tuple(
        Column.OTHER if _TOPIC.match(cell.text.strip()) else column for cell, column in zip(row, columns, strict=True)
    )


def heads_in(rows: Sequence[Row]) -> tuple[int, tuple[Column | None, ...]] | None:
    """Return (the position of the last row of heads, what each column holds); None where a table has no heads."""
    for position, row in enumerate(rows[: ROWS_ABOVE_HEADS + 1]):
        if not is_row_of_heads(row):
            continue
        below = rows[position + 1] if position + 1 < len(rows) else ()
        if _has_lower_heads(row, below):
            return position + 1, _with_numbers_told(_columns_of_both(row, below), rows[position + 2 :])
        return position, _with_numbers_told(columns_of(row), rows[position + 1 :])
    if len(rows) > 2 and _names_one_column(rows[0]):
        return 0, columns_of(rows[0])
    return None


def _with_numbers_told(columns: tuple[Column | None, ...], rows: Sequence[Row]) -> tuple[Column | None, ...]:
    """Return what each column holds, where one called "Rec." may hold the numbers of recommendations and no text."""
    told = tuple(
        Column.NUMBER_ANSWERED if column is Column.RECOMMENDATION and _holds_numbers(place, rows) else column
        for place, column in enumerate(columns)
    )
    number = Column.NUMBER if Column.RECOMMENDATION in told else Column.NUMBER_ANSWERED
    return tuple(number if column is Column.NUMBER_ANSWERED else column for column in told)


def _holds_numbers(place: int, rows: Sequence[Row]) -> bool:
    """Whether all that stands in a column is a number, with letters before it or a stop."""
    texts = [row[place].text.strip() for row in rows if place < len(row)]
    return any(texts) and all(_COUNTS.fullmatch(text) for text in texts if text)


def _has_lower_heads(row: Row, below: Row) -> bool:
    """Whether some heads reach over several columns, each of which has a head of its own in the row below."""
    return len(below) == len(row) and any(not cell.text.strip() for cell in row) and is_row_of_heads(below)


def _columns_of_both(row: Row, below: Row) -> tuple[Column | None, ...]:
    """Return what each column holds by its lower head, where it has none by its upper one."""
    upper, lower = columns_of(row), columns_of(below)
    return tuple(low if cell.text.strip() else high for cell, low, high in zip(below, lower, upper, strict=True))


def _names_one_column(row: Row) -> bool:
    """Whether a first row of brief words names findings or recommendations beside columns of other names."""
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    is_brief = len(texts) > 1 and all(len(text.split()) <= BRIEF_WORDS and text[-1] not in ".;" for text in texts)
    return is_brief and any(column_of(text) in ITEMS and len(text.split()) <= 2 for text in texts)


def is_row_of_heads(row: Row) -> bool:
    """Whether a row holds column heads: nearly all of its cells say what a column holds, and briefly."""
    texts = [cell.text.strip() for cell in row if cell.text.strip()]
    known = [column for text in texts if (column := column_of(text)) is not None]
    if len(texts) < 2 or len(set(known)) < 2:
        return False
    is_brief = all(len(text.split()) <= HEAD_WORDS for text in texts)
    is_question_or_title = all(not re.search(r"[.;]$", text) or _ABBREVIATED.search(text) for text in texts)
    return is_brief and is_question_or_title and len(known) >= 0.6 * len(texts)


def text_in(row: Row, columns: Sequence[Column | None], *wanted: Column) -> str:
    """Return a row's text in the wanted columns, those of one kind joined."""
    texts = [cell.text.strip() for cell, column in zip(row, columns, strict=False) if column in wanted]
    return " ".join(text for text in texts if text)


def cell_in(row: Row, columns: Sequence[Column | None], *wanted: Column) -> Cell | None:
    """Return a row's first filled cell in the wanted columns."""
    return next((c for c, column in zip(row, columns, strict=False) if column in wanted and c.text.strip()), None)
