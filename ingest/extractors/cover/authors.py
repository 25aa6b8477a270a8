"""Who wrote a review: independent reviewers, lead reviewers and overview authors, never those who only chaired."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.blocks import BlockKind
from ingest.extractors.cover.front import Front, Line, text_of
from ingest.extractors.cover.names import PEOPLE, in_title_case, people_in
from ingest.extractors.cover.rows import cells_of, closing_rows, rows_of_facts
from ingest.extractors.events.sentences import sentences_of
from ingest.outline import Paragraph

_ADJECTIVE = r"(?:(?:Independent|Lead|Joint|Overview|Report|Principal|External|Co)[\s-]+)"
_NOUN = r"(?:Co-?)?(?:Reviewers?|Authors?|Writers?|Investigators?)"
# "Independent Reviewer", "Lead Reviewer and Author", "Independent Chair and Author", "joint reviewers"
ROLE = rf"(?:{_ADJECTIVE}*Chair\s*(?:and|&|/|,)\s*)?{_ADJECTIVE}*{_NOUN}(?:\s*(?:and|&|/)\s*{_ADJECTIVE}*{_NOUN})?"
_OF_WHAT = r"(?:\s+of\s+(?:(?:this|the)\s+)?(?:\w+\s+){0,3}?(?:report|review))?"
_IS = r"(?:(?:who\s+)?(?:was|were|is|are|being|has\s+been|had\s+been|have\s+been)\s+)"
# The role before the names: "Independent Reviewer: A. Name", "Reviewer 1 – A. Name",
# "the lead reviewers were A. Name and ..."
_ROLE_FIRST = re.compile(
    rf"\b(?i:{ROLE}{_OF_WHAT})(?:\s+\d)?(?:\s*\((?![^)]*\bSigned)[^)]*\))?"
    rf"(?:\s*[:–—|-]\s*|\s*,\s+|\s+(?i:{_IS}|commissioned\s+(?:was|were)\s+)?(?:\w+\s+commissioned,\s+)?)"
    rf"(?:(?i:the|by|name)\s*:?\s+)?(?P<people>{PEOPLE})"
)
# "written by A. Name", "The review was led by two independent reviewers, A. Name and B. Name"
_DONE_BY = re.compile(
    r"\b(?i:(?:report|review|written|prepared|produced|authored|completed|undertaken|compiled|reviewed|conducted|carried\s+out|led|facilitated)"
    r"(?:\s+(?:for|on\s+behalf\s+of)\s+[^,.;:]{5,80}?)?\s+by)"
    rf"\s*:?\s*(?:(?i:an?|the|two|its)\s+(?:[a-z]+\s+){{0,5}}?(?i:{ROLE}|consultants?|person),?\s+)?(?P<people>{PEOPLE})"
)
# "The Board commissioned A. Name to write the overview report", "A. Name was appointed to lead the review"
_COMMISSIONED = re.compile(
    rf"(?:\b(?i:commissioned|appointed|engaged|asked)\s+)?(?P<people>{PEOPLE})(?:,[^,.;]{{0,80}},)?\s+"
    rf"(?i:{_IS}?(?:commissioned\s+|appointed\s+|engaged\s+|asked\s+)?"
    r"to\s+(?:write|author|undertake|conduct|carry\s+out|lead|complete|prepare|produce)\s+(?:the|this|a)\s+(?:\w+\s+){0,4}?(?:report|review))\b"
)
# The names before the role: "A. Name, Independent Reviewer", "A. Name was commissioned as the lead reviewer"
_ROLE_AFTER = re.compile(
    rf"(?P<people>{PEOPLE})\s*(?:,|–|—|-|\(|\|)?\s*(?i:{_IS}?(?:\w+\s+){{0,4}}?"
    rf"(?:to\s+be|as|the|an?|by)?\s*(?:the\s+|an?\s+|its\s+|both\s+|our\s+)?{ROLE})(?![a-z])"
)
# "A. Name, a former Designated Nurse, chaired the process and is the author of this report"
_AND_IS = re.compile(
    rf"(?P<people>{PEOPLE}),?[^.;|]{{0,160}}?\b(?i:and\s+(?:is|was|wrote|has\s+written)\s+(?:the\s+)?(?:author\s+of\s+)?(?:this|the)\s+(?:\w+\s+)?(?:author|report|review))\b"
)
_WAYS = (_ROLE_FIRST, _DONE_BY, _COMMISSIONED, _ROLE_AFTER, _AND_IS)
# Who chaired is no author, but for those who did both: "Independent Chair and Author".
_CHAIR = re.compile(
    rf"\bchair(?:ed|person|man|woman|s)?\b(?!\s*(?:and|&|/|,)\s*(?:is\s+the\s+|was\s+the\s+)?{_ADJECTIVE}*(?:author|reviewer|writer))",
    re.IGNORECASE,
)
_ROLE_ALONE = re.compile(rf"\W*(?i:(?:the\s+)?{ROLE}{_OF_WHAT})\W*(?:\d\W*)?")
_IS_ROLE = re.compile(rf"\b(?i:{ROLE})(?!\s*[’'])\b")
_PEOPLE_ALONE = re.compile(rf"\W*{PEOPLE}\W*")
# A row of a table that names somebody holds no more cells than this.
MOST_CELLS = 4


@dataclass(frozen=True, slots=True)
class Authors:
    """The names of the authors, the words that say so, and their page."""

    names: tuple[str, ...]
    words: str
    page: int | None


@dataclass(frozen=True, slots=True)
class _Statement:
    """Some words that may say who wrote the review, and their page."""

    text: str
    page: int | None


def authors_of(front: Front) -> Authors | None:
    """Return the authors that the cover names, else forms, the opening or the statements at the end; else None."""
    for statements in (
        _on_cover(front),
        _in_rows(front),
        _in_running_lines(front),
        _in_opening(front),
        _at_the_end(front),
    ):
        found = _first_group(statements)
        if found:
            return found
    return None


def _on_cover(front: Front) -> list[list[_Statement]]:
    """Return the cover's lines as one group, a role and the names on the lines beside it together."""
    return [[_Statement(text, page) for text, page in _joined_lines(front.cover)]]


def _joined_lines(lines: tuple[Line, ...]) -> Iterator[tuple[str, int | None]]:
    """Yield lines, each role that stands alone with the names on the lines after it, else with those before it."""
    texts = [in_title_case(line.text) for line in lines]
    used: set[int] = set()
    for index, text in enumerate(texts):
        if not _ROLE_ALONE.fullmatch(text):
            continue
        after = _run_of_names(texts, range(index + 1, len(texts)))
        beside = after or _run_of_names(texts, range(index - 1, -1, -1))
        if beside:
            used |= {index, *beside}
            yield f"{text}: {', '.join(texts[place] for place in sorted(beside))}", lines[index].page
    yield from ((text, lines[index].page) for index, text in enumerate(texts) if index not in used)


def _run_of_names(texts: list[str], places: range) -> list[int]:
    """Return the places of the lines, one after the other, that hold names and nothing else."""
    run: list[int] = []
    for place in places:
        if not _PEOPLE_ALONE.fullmatch(texts[place]):
            break
        run.append(place)
    return run


def _in_rows(front: Front) -> list[list[_Statement]]:
    """Return the rows of forms and of tables of the panel, a group for each table."""
    rows = [_Statement(row.words, row.page) for row in rows_of_facts(front) if _IS_ROLE.search(row.label)]
    panels = [[*_rows_with_role(table)] for table in front.opening if table.kind is BlockKind.TABLE]
    return [rows, *panels]


def _rows_with_role(table: Paragraph) -> Iterator[_Statement]:
    """Yield the rows of a table in which one cell is a name and another an author's role."""
    for row in table.rows:
        cells = cells_of(row)
        names = [cell for cell in cells if _PEOPLE_ALONE.fullmatch(cell)]
        roles = [cell for cell in cells if _IS_ROLE.search(cell) and not _CHAIR.search(cell)]
        if len(cells) <= MOST_CELLS and names and roles:
            yield _Statement(f"{roles[0]}: {names[0]}", table.page)


def _in_running_lines(front: Front) -> list[list[_Statement]]:
    """Return the headers and footers that name an author's role."""
    return [[_Statement(text, None) for text in front.outline.running_lines if _IS_ROLE.search(text)]]


def _in_opening(front: Front) -> list[list[_Statement]]:
    """Return the sentences of the opening's text, a group for each paragraph."""
    return [
        [_Statement(sentence.text, paragraph.page) for sentence in sentences_of(text_of(paragraph))]
        for paragraph in front.opening
        if paragraph.kind is not BlockKind.TABLE
    ]


def _at_the_end(front: Front) -> list[list[_Statement]]:
    """Return the labelled lines and rows with which a report closes."""
    signed = re.compile(rf"\b(?i:{ROLE}|signed)\b")
    return [[_Statement(row.words, row.page) for row in closing_rows(front) if signed.search(row.label)]]


def _first_group(groups: list[list[_Statement]]) -> Authors | None:
    """Return the names of the first group that has some, and of those straight after it."""
    found: list[Authors] = []
    for group in groups:
        more = [authors for statement in group for authors in [_authors_in(statement)] if authors]
        if found and not more:
            break
        found += more
    names = tuple(dict.fromkeys(name for authors in found for name in authors.names))
    return Authors(names, found[0].words, found[0].page) if found else None


def _authors_in(statement: _Statement) -> Authors | None:
    """Return the names beside an author's role, by the first way of saying so that finds any."""
    for way in _WAYS:
        matches = [match for match in way.finditer(statement.text) if not _CHAIR.search(match.group())]
        names = tuple(dict.fromkeys(name for match in matches for name in people_in(match["people"])))
        if names:
            return Authors(names, " ".join(matches[0].group().split()), statement.page)
    return None
