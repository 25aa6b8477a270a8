"""Where on the page some words of a paragraph stand, from where they stand in its text."""

from ingest.blocks import Cell
from ingest.outline import Paragraph
from ingest.record import Box, Place


def place_in(paragraph: Paragraph, start: int, end: int) -> Place:
    """Return the page and lines of the words from `start` to `end` of a paragraph's text.

    Lines hold about as much text as they are wide, so the lines are told by their share of the paragraph.
    """
    boxes = boxes_of_words(paragraph.boxes, start, end, len(paragraph.text))
    page = boxes[0].page if boxes else paragraph.page
    return Place(page, boxes, (paragraph.index,))


def place_of_cells(table: Paragraph, cells: tuple[Cell, ...]) -> Place:
    """Return where a row's cells stand; the table's own place where the format has none for cells."""
    boxes = tuple(box for cell in cells for box in cell.boxes)
    return Place(boxes[0].page if boxes else table.page, boxes, (table.index,))


def boxes_of_words(boxes: tuple[Box, ...], start: int, end: int, length: int) -> tuple[Box, ...]:
    """Return those of a text's lines that its characters from `start` to `end` of `length` lie on."""
    width = sum(box.right - box.left for box in boxes)
    if not boxes or not length or width <= 0:
        return boxes
    first, last = width * start / length, width * end / length
    found: list[Box] = []
    passed = 0.0
    for box in boxes:
        line = box.right - box.left
        # A word's width of slack: the share of characters is only about the share of width.
        slack = line * 0.02
        if passed + line > first + slack and passed < last - slack:
            found.append(box)
        passed += line
    return tuple(found) or boxes[:1]
