"""What forms and lines at the front and the end of a report say as label and value: "Date of death | 3 May 2014"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.blocks import BlockKind, Cell
from ingest.extractors.cover.front import Front
from ingest.outline import Paragraph

# A label has hardly more words, a value that stands on one line with it hardly more either.
LONGEST_LABEL = 12
LONGEST_VALUE = 40
LONGEST_LABEL_CHARACTERS = 70
_LABELLED = re.compile(rf"(?P<label>[^:|\n]{{3,{LONGEST_LABEL_CHARACTERS}}}?)\s*:\s+(?P<value>\S[^\n]*)")
_COLON = re.compile(r":\s")
# The last words of a report: statements by the reviewers, signatures, dates.
CLOSING = 30


@dataclass(frozen=True, slots=True)
class Row:
    """A label, what stands beside it, and the page."""

    label: str
    value: str
    page: int | None

    @property
    def words(self) -> str:
        """Both, as evidence."""
        return f"{self.label}: {self.value}"


def rows_of_facts(front: Front) -> Iterator[Row]:
    """Yield the labelled values of the tables at the front of a report, as forms and control sheets have them."""
    paragraphs = front.outline.paragraphs
    yield from _rows(paragraphs[: 2 * len(front.opening) + 20])


def closing_rows(front: Front) -> Iterator[Row]:
    """Yield the labelled values of the last tables and lines of a report."""
    last = front.outline.paragraphs[-CLOSING:]
    yield from _rows(last)
    for paragraph in last:
        if paragraph.kind is not BlockKind.TABLE and len(paragraph.text.split()) <= LONGEST_VALUE:
            yield from labelled(paragraph.text, paragraph.page)


def labelled(text: str, page: int | None) -> Iterator[Row]:
    """Yield what a line says as "Label: value"."""
    colon = _COLON.search(text)
    start = max(0, len(text[: colon.start()].rstrip()) - LONGEST_LABEL_CHARACTERS) if colon else 0
    for match in _LABELLED.finditer(text, start) if colon else ():
        if len(match["label"].split()) <= LONGEST_LABEL:
            yield Row(" ".join(match["label"].split()), " ".join(match["value"].split()), page)


def cells_of(row: Sequence[Cell]) -> list[str]:
    """Return the texts of a row's filled cells, each on one line."""
    texts = [" ".join(cell.text.split()) for cell in row]
    return [text for text in texts if text]


def _rows(paragraphs: Sequence[Paragraph]) -> Iterator[Row]:
    for paragraph in paragraphs:
        for row in paragraph.rows if paragraph.kind is BlockKind.TABLE else ():
            yield from _pairs(cells_of(row), paragraph.page)


def _pairs(cells: list[str], page: int | None) -> Iterator[Row]:
    """Yield a row's pairs: two cells, four that alternate, or cells that hold label and value themselves."""
    inside = [row for cell in cells for row in labelled(cell, page)]
    if inside and all(":" in cell for cell in cells):
        yield from inside
    elif len(cells) in (2, 4) and all(len(label.split()) <= LONGEST_LABEL for label in cells[::2]):
        for label, value in zip(cells[::2], cells[1::2], strict=True):
            yield Row(label.rstrip(" :"), value, page)
    else:
        yield from inside
