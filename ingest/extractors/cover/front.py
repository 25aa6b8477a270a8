"""The front of a report: the lines of its cover, and the text that opens it."""

from dataclasses import dataclass
from itertools import takewhile

from ingest.blocks import BlockKind
from ingest.outline import Outline, Paragraph, Part

# Cover lines are short; a quotation or a notice may stand among them, and ends nothing.
LONGEST_LINE = 40
# A cover and a title page after it have hardly more lines than this.
MOST_LINES = 30
# The opening: introduction, terms of reference, family. What is not said there is no fact of the review's front.
OPENING = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the cover: its words, its size as a multiple of the body's, and where it stands."""

    text: str
    size: float
    page: int | None
    index: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Front:
    """The lines of the cover, the paragraphs that open the report, and all its paragraphs."""

    cover: tuple[Line, ...]
    opening: tuple[Paragraph, ...]
    outline: Outline

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


def text_of(paragraph: Paragraph) -> str:
    """Return a paragraph's text; a table's row by row, its cells apart."""
    if paragraph.kind is not BlockKind.TABLE:
        return paragraph.text
    return "\n".join(" | ".join(" ".join(cell.text.split()) for cell in row) for row in paragraph.rows)


def _lines(outline: Outline) -> list[Line]:
    """Return the lines up to the contents or the first numbered heading, notices and quotations left out."""
    lines: list[Line] = []
    for paragraph in takewhile(_is_before_the_text, outline.paragraphs[: MOST_LINES * 2]):
        if paragraph.kind is BlockKind.TABLE:
            continue
        for text in paragraph.text.split("\n"):
            if text.strip() and len(text.split()) <= LONGEST_LINE:
                is_heading = paragraph.kind is BlockKind.HEADING
                words = " ".join(text.split())
                lines.append(Line(words, paragraph.size, paragraph.page, paragraph.index, is_heading))
    return lines[:MOST_LINES]


def _is_before_the_text(paragraph: Paragraph) -> bool:
    if paragraph.part in (Part.CONTENTS, Part.INTRODUCTION, Part.METHOD) or paragraph.number:
        return False
    return (paragraph.page or 1) <= 2 and not _is_contents_line(paragraph)


def _is_contents_line(paragraph: Paragraph) -> bool:
    return ". . ." in paragraph.text or "....." in paragraph.text
