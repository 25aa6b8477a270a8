"""A guide or a handout as a Word document: real headings, tables with heading rows, links, described pictures. Pure."""

import io
from collections.abc import Callable

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph

from packs.content import PackContent
from packs.exports import blocks
from packs.exports.blocks import UNCHECKED, Block
from packs.exports.typesetting import svg_to_png
from packs.exports.word_design import LINK, dress, new_table, set_widths

TICK_BOX = "☐"
# In centimetres: words have the room, numbers what they need.
WIDTHS: dict[tuple[str, ...], tuple[float, ...]] = {("Section", "Time"): (13.3, 3.2)}
WIDTHS_BY_COLUMNS: dict[int, tuple[float, ...]] = {2: (4.2, 12.3), 3: (1.2, 3.8, 11.5), 5: (7.7, 2.2, 2.2, 2.2, 2.2)}


def guide(content: PackContent) -> bytes:
    """Return the facilitator's guide."""
    return written(blocks.guide(content))


def handout(content: PackContent) -> bytes:
    """Return the handout."""
    return written(blocks.handout(content))


def written(source: blocks.Document) -> bytes:
    """Return a document as a Word file."""
    document = docx.Document()
    dress(document, source)
    document.add_paragraph(source.title, style="Title")
    document.add_paragraph(source.subtitle, style="Subtitle")
    for block in source.blocks:
        WRITERS[block.kind](document, block)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _heading(document: WordDocument, block: Block) -> None:
    document.add_heading(block.text, level=block.level)


def _paragraph(document: WordDocument, block: Block) -> None:
    paragraph = document.add_paragraph(block.text)
    if block.citation:
        paragraph.add_run(" ")
        _link(paragraph, block.citation.words, block.citation.address)


def _small(document: WordDocument, block: Block) -> None:
    document.add_paragraph(block.text, style="Small").paragraph_format.keep_with_next = True


def _bullets(document: WordDocument, block: Block) -> None:
    for line in block.lines:
        document.add_paragraph(line, style="List Bullet")


def _quotation(document: WordDocument, block: Block) -> None:
    for line in block.lines:
        document.add_paragraph(line, style="Small").paragraph_format.keep_with_next = True
    document.add_paragraph(f"“{block.text}”", style="Quote").paragraph_format.keep_with_next = True
    _cited(document, block)


def _cited(document: WordDocument, block: Block) -> None:
    if block.citation is None:
        return
    paragraph = document.add_paragraph(style="Source")
    _link(paragraph, block.citation.words, block.citation.address)
    if block.is_unchecked:
        paragraph.add_run(f". {UNCHECKED}")


def _note(document: WordDocument, block: Block) -> None:
    for number, line in enumerate(block.lines):
        paragraph = document.add_paragraph(style="Note")
        if not number and not line.startswith("Language:"):
            paragraph.add_run("For you: ").bold = True
        paragraph.add_run(line)


def _question(document: WordDocument, block: Block) -> None:
    document.add_paragraph(block.text, style="Question")


def _table(document: WordDocument, block: Block) -> None:
    table = new_table(document, block.header, block.text, columns=len(block.header))
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    set_widths(table, WIDTHS.get(block.header, WIDTHS_BY_COLUMNS[len(block.header)]))
    _cited(document, block) if block.citation else document.add_paragraph(style="Small")


def _picture(document: WordDocument, block: Block) -> None:
    assert block.picture is not None  # a block of this kind has one
    shape = document.add_picture(io.BytesIO(svg_to_png(block.picture.svg)), width=Cm(16.5))
    properties = shape._inline.docPr
    properties.set("descr", block.picture.alt)
    properties.set("title", "")
    document.paragraphs[-1].paragraph_format.keep_with_next = True


def _help(document: WordDocument, block: Block) -> None:
    for line in block.help_lines:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(f"{line.name}: {line.number}").bold = True
        paragraph.add_run(f". {line.what}")


def _evaluation(document: WordDocument, block: Block) -> None:
    table = new_table(document, ("How far do you agree?", *block.header[1:]), block.text, columns=len(block.header))
    for line, *boxes in block.rows:
        cells = table.add_row().cells
        cells[0].text = line
        for cell, _ in zip(cells[1:], boxes, strict=True):
            cell.text = TICK_BOX
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_widths(table, WIDTHS_BY_COLUMNS[len(block.header)])
    for question in block.lines:
        document.add_paragraph(question, style="Question")
        _lines(document, Block("lines", level=2))


def _lines(document: WordDocument, block: Block) -> None:
    """Add empty lines to write on."""
    for _ in range(block.level):
        document.add_paragraph(style="Writing line")


def _source(document: WordDocument, block: Block) -> None:
    source = block.source
    assert source is not None  # a block of this kind has one
    paragraph = document.add_paragraph(style="List Number")
    paragraph.add_run(f"{source.citation}. ")
    _link(paragraph, source.address, source.address)
    if source.publisher:
        paragraph.add_run(". Publisher’s page: ")
        _link(paragraph, source.publisher, source.publisher)
    paragraph.add_run(f". Used here: {'; '.join(source.used_as)}.")


def _break(document: WordDocument, block: Block) -> None:
    document.add_paragraph(style="Small").add_run().add_break(WD_BREAK.PAGE)


def _link(paragraph: Paragraph, words: str, address: str) -> None:
    """Add a link that can be followed; python-docx has none of its own."""
    relation = paragraph.part.relate_to(
        address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    run = paragraph.add_run(words)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(LINK)
    link.append(run._r)
    paragraph._p.append(link)


WRITERS: dict[str, Callable[[WordDocument, Block], None]] = {
    "heading": _heading, "paragraph": _paragraph, "small": _small, "bullets": _bullets, "quotation": _quotation,
    "note": _note, "question": _question, "table": _table, "picture": _picture, "help": _help,
    "evaluation": _evaluation, "lines": _lines, "source": _source, "break": _break,
}  # fmt: skip
