"""Word document → blocks."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as python_docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ingest.blocks import Block, BlockKind, Cell, ReadDocument
from ingest.exceptions import DamagedFile, NoText
from ingest.layout.hyphens import plain
from ingest.layout.markers import bullet_of
from ingest.layout.tables import rows_to_text
from ingest.readers.progress import Progress


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a Word document's blocks. Macros in it are never run. Raises DamagedFile or NoText."""
    try:
        document = python_docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise DamagedFile from error
    blocks = tuple(_blocks(document, document.element.body))
    if not any(block.text for block in blocks):
        raise NoText
    return ReadDocument("docx", blocks)


def _blocks(document: Any, parent: Any) -> Iterator[Block]:
    for element in parent.iterchildren():
        if element.tag == qn("w:p"):
            block = _paragraph(document, element)
            if block.text:
                yield block
        elif element.tag == qn("w:tbl"):
            yield from _table(document, element)
        elif element.tag == qn("w:sdt"):
            for content in element.iterchildren(qn("w:sdtContent")):
                yield from _blocks(document, content)


def _paragraph(document: Any, element: Any) -> Block:
    paragraph = Paragraph(element, document)
    style = paragraph.style.name if paragraph.style is not None else ""
    text = plain(_text(element))
    heading = re.fullmatch(r"(?:Heading|heading) (\d)", style)
    runs = [run for run in paragraph.runs if run.text.strip()]
    bold = [bool(run.bold) for run in runs]
    is_bold = bool(bold) and all(bold)
    lead = ""
    if bold and bold[0] and not is_bold:
        first_plain = bold.index(False)
        lead = plain("".join(run.text for run in runs[:first_plain]))
    size = next((run.font.size.pt for run in runs if run.font.size), 0.0)
    block = Block(
        BlockKind.PARAGRAPH,
        text,
        size=round(size / 11, 2) if size else 1.0,
        is_bold=is_bold,
        is_italic=bool(runs) and all(run.italic for run in runs),
        bold_lead=lead,
    )
    if heading or style == "Title":
        return replace(block, kind=BlockKind.HEADING, level=int(heading[1]) if heading else 1)
    if element.find(".//" + qn("w:numPr")) is not None or style.startswith("List"):
        return replace(block, kind=BlockKind.LIST_ITEM, level=1, marker="•")
    marker = bullet_of(text)
    if marker:
        return replace(block, kind=BlockKind.LIST_ITEM, level=1, marker=marker, text=text[len(marker) :].strip())
    return block


def _text(element: Any) -> str:
    parts = []
    for node in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen")):
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        elif node.getparent().tag == qn("w:r"):
            parts.append(" ")
    return "".join(parts)


def _table(document: Any, element: Any) -> Iterator[Block]:
    rows = []
    for row in element.iterchildren(qn("w:tr")):
        cells = []
        for cell in row.iterchildren(qn("w:tc")):
            text = plain(" ".join(_text(p) for p in cell.iter(qn("w:p"))))
            cells.append(Cell(text))
        rows.append(tuple(cells))
    if rows:
        yield Block(BlockKind.TABLE, rows_to_text(rows), rows=tuple(rows))
