"""Forms, as rapid reviews are written: a question or label beside what is answered, read as a heading and its text."""

from collections.abc import Iterator

from ingest.blocks import BlockKind, Cell
from ingest.outline import Heading, Paragraph, Part
from ingest.outlining.parts import part_of_heading

# A label has hardly more words; an answer that tells events has hardly fewer.
LONGEST_LABEL = 25
SHORTEST_ANSWER = 12
# Below every heading of the outline.
LEVEL = 98


def is_form(table: Paragraph) -> bool:
    """Return whether a table is a form: two columns at most, a label beside an answer in most rows."""
    if not table.rows or max(len(row) for row in table.rows) > 2:
        return False
    labelled = [row for row in table.rows if len(_filled(row)) == 2 and _words(_filled(row)[0]) <= LONGEST_LABEL]
    return 2 * len(labelled) >= len(table.rows)


def answers_of(table: Paragraph) -> Iterator[Paragraph]:
    """Yield the answers of a form as paragraphs, each under its label."""
    label: Heading | None = None
    for row in table.rows:
        cells = _filled(row)
        if not cells:
            continue
        if len(cells) == 2 or _words(cells[0]) < SHORTEST_ANSWER:
            label = Heading(" ".join(cells[0].text.split()), LEVEL, None, table.index)
        answer = cells[-1]
        if _words(answer) >= SHORTEST_ANSWER:
            yield _paragraph(table, label, answer)


def _paragraph(table: Paragraph, label: Heading | None, answer: Cell) -> Paragraph:
    part = part_of_heading(label.text) if label else Part.OTHER
    return Paragraph(
        index=table.index,
        kind=BlockKind.PARAGRAPH,
        text=" ".join(answer.text.split()),
        headings=(*table.headings, label) if label else table.headings,
        part=table.part if part is Part.OTHER else part,
        page=answer.boxes[0].page if answer.boxes else table.page,
        boxes=answer.boxes,
    )


def _filled(row: tuple[Cell, ...]) -> list[Cell]:
    return [cell for cell in row if cell.text.strip()]


def _words(cell: Cell) -> int:
    return len(cell.text.split())
