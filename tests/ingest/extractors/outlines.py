"""Outlines written by hand, for the tests of extractors: a few marks instead of a file.

# Heading, ## heading below it          headings, their numbers taken out ("## 4.1 Early help")
4.2 text, (a) text, iv. text            numbered paragraphs
- text, two spaces and - text           bullets and bullets inside them
**text**                                a paragraph in bold
**text** and more, 1. **text** and more  a paragraph that begins with words in bold
> text                                  a paragraph in a box; lines that follow each other share the box
| a | b |                               rows of a table; rows that follow each other are one table
===                                     a new page
"""

import re

from ingest.blocks import BlockKind, Cell
from ingest.outline import Heading, Outline, Paragraph, Part
from ingest.outlining.numbers import split_number
from ingest.outlining.parts import part_of_heading
from ingest.record import Box

NUMBER = re.compile(
    r"(\d{1,3}(?:\.\d{1,3})+|\d{1,2}[.)]|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5})[.)])\s+(?=\S)"
)


def outline(markup: str) -> Outline:
    """Return the outline that the markup describes; each paragraph has its page, and boxes on it."""
    builder = _Builder()
    for line in markup.strip("\n").split("\n"):
        builder.add(line.rstrip())
    return Outline("pdf", tuple(builder.paragraphs), page_sizes=((595.0, 842.0),) * builder.page)


class _Builder:
    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.path: list[Heading] = []
        self.page = 1
        self.box = 0
        self.last = ""

    def add(self, line: str) -> None:
        text = line.strip()
        if not text:
            self.last = ""
        elif text == "===":
            self.page += 1
        elif text.startswith("#"):
            self._add_heading(text)
        elif text.startswith("|"):
            self._add_row(text)
        else:
            self._add_paragraph(line, text)
        self.last = text[:1]

    def _add_heading(self, text: str) -> None:
        level = len(text) - len(text.lstrip("#"))
        number, words = _split(text.lstrip("# "), lone=True)
        while self.path and self.path[-1].level >= level:
            self.path.pop()
        self._append(BlockKind.HEADING, words, number=number, level=level, is_bold=True)
        self.path.append(Heading(words, level, number, len(self.paragraphs) - 1))

    def _add_row(self, text: str) -> None:
        row = tuple(Cell(cell.strip(), (self._place(),)) for cell in text.strip("|").split("|"))
        if self.last == "|" and self.paragraphs[-1].rows:
            before = self.paragraphs.pop()
            self._append(BlockKind.TABLE, before.text, rows=(*before.rows, row), page=before.page)
        else:
            self._append(BlockKind.TABLE, text.strip("| "), rows=(row,))

    def _add_paragraph(self, line: str, text: str) -> None:
        is_boxed = text.startswith(">")
        if is_boxed and self.last != ">":
            self.box += 1
        text = text.lstrip("> ")
        is_bold = text.startswith("**") and text.endswith("**") and text.count("**") == 2
        lead = "" if is_bold else "".join(re.findall(r"^(?:\d+\. )?\*\*(.+?)\*\*\s", text))
        text = text.strip("*") if is_bold else text.replace("**", "")
        box = self.box if is_boxed else None
        if text.startswith("- "):
            level = 2 if line.startswith("  ") else 1
            self._append(BlockKind.LIST_ITEM, text[2:], level=level, marker="•", box=box)
            return
        number, words = _split(text)
        self._append(BlockKind.PARAGRAPH, words, number=number, is_bold=is_bold, bold_lead=lead, box=box)

    def _append(self, kind: BlockKind, text: str, **fields) -> None:
        fields.setdefault("page", self.page)
        self.paragraphs.append(
            Paragraph(
                index=len(self.paragraphs),
                kind=kind,
                text=text,
                headings=tuple(self.path),
                part=self._part(),
                boxes=(self._place(),),
                **fields,
            )
        )

    def _part(self) -> Part:
        parts = [part_of_heading(heading.text) for heading in reversed(self.path)]
        return next((part for part in parts if part is not Part.OTHER), Part.OTHER)

    def _place(self) -> Box:
        top = 50.0 + 10 * len(self.paragraphs)
        return Box(self.page, 50.0, top, 545.0, top + 9)


def _split(text: str, *, lone: bool = False) -> tuple[str | None, str]:
    if lone and not NUMBER.match(text):
        return split_number(text, is_heading=True)
    found = NUMBER.match(text)
    is_date = re.match(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}\b", text)
    return (found[1].rstrip("."), text[found.end() :]) if found and not is_date else (None, text)
