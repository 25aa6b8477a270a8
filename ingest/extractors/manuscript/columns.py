"""What the columns of a table hold, by the words at their heads: recommendation, action, lead, timescale and so on.

Action plans have no common form: the Home Office's template, the Serious Case Review toolkits and each board's own
table name and order their columns differently, some with questions ("How will change be achieved?").
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from ingest.blocks import Cell

Row = tuple[Cell, ...]


class Column(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    RECOMMENDATION = "recommendation"
    FINDING = "finding"
    LEARNING = "learning"
    LESSON = "lesson"
    GOOD_PRACTICE = "good_practice"
    AGENCY = "agency"
    OUTCOME = "outcome"
    STEPS = "steps"
    LEAD = "lead"
    TIMESCALE = "timescale"
    MEASURE = "measure"
    PROGRESS = "progress"
    OTHER = "other"


_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"^(?:no\.?|nos\.?|number|nr\.?|#|ref\.?(?:erence)?(?: no\.?)?|item(?: no\.?)?|id|s\.?no\.?)$"),
    (Column.NUMBER, r"^(?:rec(?:ommendation|\.)?|action|finding|learning(?: point)?)\s*(?:no\.?|number|ref\.?|#)$"),
    (Column.RECOMMENDATION, r"\brecommendations?\b|\barea(?:s)? for (?:improvement|development)\b|^recs?\.?$"),
    (Column.GOOD_PRACTICE, r"\b(?:good|effective|positive) practice\b|\bstrengths?\b|\bworked well\b"),
    (Column.LESSON, r"\blessons?\b"),
    (Column.LEARNING, r"\blearning\b|\bwhat (?:have )?we (?:have )?learn"),
    (Column.FINDING, r"\bfindings?\b|\bissues?\b|\bthemes?\b|\bgap\b"),
    (Column.AGENCY, r"^(?:agency|agencies|organi[sz]ations?|service|partner)(?: name)?$"),
    (
        Column.OUTCOME,
        (
            r"\b(?:desired|intended|expected|anticipated|required|planned)\s+(?:aims?|outcomes?|impact|result|change)|"
            r"\baims?\b|"
            r"\boutcomes?\b|\bobjectives?\b|\bwhat do we want\b|\bwhat will be different\b|\bgoals?\b"
        ),
    ),
    (
        Column.STEPS,
        (
            r"\bactions?\b|\bsteps?\b|\bhow will (?:change|this|it|we|the recommendation)\b(?! know| be (?:measured|"
            r"evidenced|monitored))|"
            r"\bwhat (?:will|needs to|must|are we going to)\b|\btasks?\b|\bactivit(?:y|ies)\b|\b(?:agency|board|"
            r"partnership)(?:['’]s)? response\b"
        ),
    ),
    (
        Column.LEAD,
        (
            r"\blead(?:s|ership|ing)?\b|\bowners?\b|\bresponsib\w+|\bby whom\b|\bwho\b|\baccountab\w+|\bnamed person\b|"
            r"\bofficers?\b"
        ),
    ),
    (
        Column.TIMESCALE,
        (
            r"^by$|\btime-?\s?(?:scale|frame|line|table)s?\b|\btarget\b|\b(?:by )?when\b|\bdeadlines?\b|\bdue\b|"
            r"\bdates?\b|"
            r"\bby what date\b|\bimplementation date\b"
        ),
    ),
    (
        Column.MEASURE,
        (
            r"\boutcome measures?\b|\bmeasur\w+|\bevidence\w*|\bhow (?:you|we) (?:will|shall|would) know\b|"
            r"\bhow (?:will|shall|do) (?:you|we|success|this|it) (?:know|"
            r"be (?:measured|evidenced|monitored))|"
            r"\bsuccess\b|\bmonitor\w*|\bimpact\b|\bassurance\b|\bwhat difference\b|\bmilestones?\b|\bindicators?\b"
        ),
    ),
    (
        Column.PROGRESS,
        (
            r"\bprogress\b|\bstatus\b|\brag\b|\brating\b|\bupdates?\b|\b(?:date )?(?:completed|closed|achieved)\b|"
            r"\bdate of completion\b|\bcompletion(?: date)?\b|\bcomments?\b|\bcurrent position\b"
        ),
    ),
    (
        Column.OUTCOME,
        (
            r"\b(?:date of )?completion(?: date)? (?:and|&|/) outcomes?\b|\boutcomes? (?:and|&|"
            r"/) (?:date of )?completion\b"
        ),
    ),
    (
        Column.OTHER,
        r"\bscope\b|\bpriority\b|\brationale\b|\breason\b|\bresources?\b|\bcosts?\b|\blinks?\b|\bsource\b|\bpage\b",
    ),
)
_PATTERNS = tuple((column, re.compile(words, re.IGNORECASE)) for column, words in _WORDS)
# The fields of an action, beside what it answers
FIELDS = frozenset({Column.STEPS, Column.LEAD, Column.TIMESCALE, Column.OUTCOME, Column.MEASURE, Column.PROGRESS})
# The columns that hold items of their own
ITEMS = frozenset({Column.RECOMMENDATION, Column.FINDING, Column.LEARNING, Column.LESSON, Column.GOOD_PRACTICE})
BRIEF_WORDS = 4
# A head is a few words or a question, seldom more than this.
HEAD_WORDS = 32
# A table's heads stand in one of its first rows, under a title of its own or a line for the agency.
ROWS_ABOVE_HEADS = 3


def column_of(head: str) -> Column | None:
    """Return what a column with this head holds: the words that come first decide, of those the longest."""
    head = " ".join(head.split()).strip(" :?")
    if not head or len(head.split()) > HEAD_WORDS:
        return None
    found = [(m.start(), -len(m.group()), column) for column, pattern in _PATTERNS if (m := pattern.search(head))]
    return min(found)[2] if found else None


def columns_of(row: Row) -> tuple[Column | None, ...]:
    """Return what each column holds, from the row of their heads."""
    return tuple(column_of(cell.text) for cell in row)


def heads_in(rows: Sequence[Row]) -> tuple[int, tuple[Column | None, ...]] | None:
    """Return (the position of the row of heads, what each column holds); None where a table has no heads."""
    for position, row in enumerate(rows[: ROWS_ABOVE_HEADS + 1]):
        if is_row_of_heads(row):
            return position, columns_of(row)
    if len(rows) > 2 and _names_one_column(rows[0]):
        return 0, columns_of(rows[0])
    return None


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
    is_question_or_title = all(not re.search(r"[.;]$", text) or text.endswith(("etc.", "No.", ")")) for text in texts)
    return is_brief and is_question_or_title and len(known) >= 0.6 * len(texts)


def text_in(row: Row, columns: Sequence[Column | None], *wanted: Column) -> str:
    """Return a row's text in the wanted columns, those of one kind joined."""
    texts = [cell.text.strip() for cell, column in zip(row, columns, strict=False) if column in wanted]
    return " ".join(text for text in texts if text)


def cell_in(row: Row, columns: Sequence[Column | None], *wanted: Column) -> Cell | None:
    """Return a row's first filled cell in the wanted columns."""
    return next((c for c, column in zip(row, columns, strict=False) if column in wanted and c.text.strip()), None)
