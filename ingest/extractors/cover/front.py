"""The front of a report: the lines of its cover, and the text that opens it."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from ingest.blocks import BlockKind
from ingest.dates.expressions import date_of_all
from ingest.extractors.cast import People, people_of
from ingest.extractors.cover.boards import names_a_board, parted_at_boards
from ingest.outline import Outline, Paragraph, Part
from ingest.outlining.parts import part_of_heading

# A paragraph with more words than this is text; a line of a cover has fewer, though a notice may stand among them.
LONGEST_LINE = 40
WORDS_OF_A_SENTENCE = 12
# A first page with fewer words than this is a cover, notices, quotations and all.
WORDS_OF_A_COVER = 200
# A cover and a title page after it have hardly more lines than this.
MOST_LINES = 30
# The opening: introduction, terms of reference, family. What is not said there is no fact of the review's front.
OPENING = 60


# No paragraph of an opening has more characters; what has is a fault of the reading.
LONGEST_TEXT = 5_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the cover: its words, its size as a multiple of the body's, and where it stands."""

    text: str
    size: float
    page: int | None
    index: int
    is_heading: bool


@dataclass(frozen=True)
class Front:
    """The lines of the cover, the paragraphs that open the report, and all its paragraphs."""

    cover: tuple[Line, ...]
    opening: tuple[Paragraph, ...]
    outline: Outline

    @cached_property
    def people(self) -> People:
        """Whom the report speaks of."""
        return people_of(self.outline)

    @property
    def cover_text(self) -> str:
        """The cover's lines, one below the other."""
        return "\n".join(line.text for line in self.cover)

    @property
    def opening_text(self) -> str:
        """The opening's text, paragraph by paragraph."""
        return "\n".join(text_of(paragraph) for paragraph in self.opening)


def front_of(outline: Outline) -> Front:
    """Return the front of a report; a report without a cover has no cover lines."""
    cover = tuple(_lines(outline))
    after = cover[-1].index + 1 if cover else 0
    inside = [paragraph for paragraph in outline.paragraphs[after:] if paragraph.part is not Part.CONTENTS]
    opening = [paragraph for paragraph in inside if not _is_contents_line(paragraph)][:OPENING]
    return Front(cover, tuple(opening), outline)


def headings_of_first_page(outline: Outline) -> list[Line]:
    """Return the headings of the first page, where a review without a cover has its title."""
    first = [paragraph for paragraph in outline.paragraphs[:OPENING] if paragraph.page in (None, 1)]
    headings = [paragraph for paragraph in first if paragraph.kind is BlockKind.HEADING]
    return [Line(heading.text, heading.size, heading.page, heading.index, is_heading=True) for heading in headings]


def text_of(paragraph: Paragraph) -> str:
    """Return a paragraph's text as far as facts are looked for in it; a table's row by row, its cells apart."""
    if paragraph.kind is not BlockKind.TABLE:
        return paragraph.text[:LONGEST_TEXT]
    return "\n".join(" | ".join(" ".join(cell.text.split()) for cell in row) for row in paragraph.rows)[:LONGEST_TEXT]


def _lines(outline: Outline) -> list[Line]:
    """Return the lines of the cover, notices and quotations left out."""
    lines: list[Line] = []
    for paragraph in _cover_paragraphs(outline):
        for text in _statements(paragraph):
            words = " ".join(text.split())
            if words and len(words.split()) <= LONGEST_LINE:
                is_heading = paragraph.kind is BlockKind.HEADING
                lines.append(Line(words, paragraph.size, paragraph.page, paragraph.index, is_heading))
    return lines[:MOST_LINES]


def _statements(paragraph: Paragraph) -> list[str]:
    """Return what a paragraph of the cover says: a title goes on from line to line, a role or a date begins anew."""
    statements: list[str] = []
    for line in paragraph.lines or paragraph.text.split("\n"):
        if paragraph.lines and statements and not (_BEGINS_ANEW.match(line) or date_of_all(line)):
            statements[-1] += f" {line}"
        else:
            statements.append(line)
    is_title = paragraph.kind is BlockKind.HEADING and not paragraph.lines
    return [piece for line in statements for piece in (parted_at_boards(line) if is_title else [line])]


def _cover_paragraphs(outline: Outline) -> list[Paragraph]:
    """Return the paragraphs before the text begins.

    Where the first page is a cover, all of it and the title lines of the next; elsewhere the lines above the first
    text, without the headings that open it.
    """
    front = list(takewhile(_is_before_the_text, outline.paragraphs[: MOST_LINES * 2]))
    first_page = [paragraph for paragraph in front if paragraph.page in (None, 1)]
    words = sum(len(paragraph.text.split()) for paragraph in outline.paragraphs if paragraph.page == 1)
    has_more = any((paragraph.page or 1) > 1 for paragraph in outline.paragraphs)
    if first_page and has_more and words < WORDS_OF_A_COVER:
        return first_page + _until_text([paragraph for paragraph in front if paragraph.page == 2])
    return _until_text(front)


def _until_text(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs before the first text, without the headings straight above it."""
    lines = list(takewhile(lambda paragraph: not is_prose(paragraph.text), paragraphs))
    if len(lines) == len(paragraphs):
        return lines
    while len(lines) > 1 and _heads_the_text(lines[-1]):
        lines.pop()
    return lines


# The first heading of a text, where its type does not show that it is one.
_FIRST_HEADING = re.compile(
    r"(?:about|why|what|how|introduction|background|summary\s+of|purpose|context|foreword|circumstances|reasons?|terms\s+of)\b",
    re.IGNORECASE,
)


def _heads_the_text(paragraph: Paragraph) -> bool:
    """Return whether a line above the first text is its heading, and no line of the cover."""
    if _NAMES_THE_REPORT.search(paragraph.text) and not _FIRST_HEADING.match(paragraph.text):
        return False
    return paragraph.kind is BlockKind.HEADING or _FIRST_HEADING.match(paragraph.text) is not None


def is_prose(text: str) -> bool:
    """Return whether a paragraph is text of the report: long, or a whole sentence."""
    words = len(text.split())
    return words > LONGEST_LINE or (words >= WORDS_OF_A_SENTENCE and text.rstrip().endswith((".", ".”", ".’")))


# Headings that belong to a cover, though they may open the text too.
_NAMES_THE_REPORT = re.compile(
    r"\breview\b|^(?:child|baby|adult|family|young\s+person|mr|mrs|ms)\s+[a-z]{1,2}\d{0,2}$|^(?:executive\s+summary|overview\s+report)\b|\b(?:reviewers?|authors?|published|publication|prepared)\b|\b(?:19|20)\d\d$",
    re.IGNORECASE,
)


def _is_before_the_text(paragraph: Paragraph) -> bool:
    if paragraph.kind is BlockKind.TABLE or paragraph.number or _is_contents_line(paragraph):
        return False
    if paragraph.kind is BlockKind.HEADING and re.match(
        r"(?:table\s+of\s+)?contents\b|introduction\b|foreword\b", paragraph.text, re.IGNORECASE
    ):
        return False
    if paragraph.kind is BlockKind.HEADING and part_of_heading(paragraph.text) in _INSIDE:
        return _NAMES_THE_REPORT.search(paragraph.text) is not None or names_a_board(paragraph.text)
    return (paragraph.page or 1) <= 2


# With these a line of its own begins among the lines of a title: who wrote it, when, on whose behalf.
_BEGINS_ANEW = re.compile(
    r"(?:(?:independent|lead|joint|overview|report|principal)\s+){0,2}(?:reviewers?|authors?|writers?|chair)\b|"
    r"(?:written|prepared|produced|commissioned|authored|published|compiled)\s+(?:by|for|on\s+behalf)\b|"
    r"(?:date|published|publication|version|completed)\b[^:]{0,30}:",
    re.IGNORECASE,
)

# Parts that no cover has; a heading of theirs opens the text.
_INSIDE = frozenset({Part.CHRONOLOGY, Part.FAMILY, Part.METHOD, Part.ANALYSIS, Part.CONCLUSION, Part.RECOMMENDATIONS})


def _is_contents_line(paragraph: Paragraph) -> bool:
    return ". . ." in paragraph.text or "....." in paragraph.text
