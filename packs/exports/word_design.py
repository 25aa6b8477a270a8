"""The look of a Word document: styles that can be changed in Word, page size, footer, language, table rules."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

from packs.exports.blocks import Document

SANS, SERIF = "Arial", "Georgia"
INK, QUIET, PETROL, PANEL, LINK, RULE = "1E2429", "4A545D", "24424F", "F5F3EF", "14567A", "8C97A1"


def dress(document: WordDocument, source: Document) -> None:
    """Set page, styles, footer, language and properties; a briefing is set small enough for one page."""
    brief = source.is_brief
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    side = Cm(1.7) if brief else Cm(2.25)
    section.left_margin = section.right_margin = side
    section.top_margin, section.bottom_margin = (Cm(1.4), Cm(1.3)) if brief else (Cm(2), Cm(2))
    _text_styles(document, 9.5 if brief else 11)
    _heading_styles(document, brief=brief)
    _own_styles(document, brief=brief)
    _footer(document, source.title)
    _properties(document, source)


def new_table(document: WordDocument, header: Sequence[str], caption: str, *, columns: int) -> Table:
    """Return a table with a heading row that is repeated on each page, and a description."""
    table = document.add_table(rows=1, cols=columns)
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, header, strict=True):
        cell.text = words or "No."
        cell.paragraphs[0].runs[0].bold = True
        _shade(cell._tc.get_or_add_tcPr(), PANEL)
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(_element("w:tblHeader", {"w:val": "true"}))
    table._tbl.tblPr.append(_element("w:tblCaption", {"w:val": caption}))
    _quiet_rules(table)
    return table


def set_widths(table: Table, widths: Sequence[float]) -> None:
    """Fix the widths of a table's columns, in centimetres, and keep each row on one page."""
    table.autofit = False
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit", {}))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _text_styles(document: WordDocument, size: float) -> None:
    normal = document.styles["Normal"]
    _face(normal, SANS, size, INK)
    normal.paragraph_format.space_after = Pt(size * 0.55)
    normal.paragraph_format.line_spacing = 1.2 if size > 10 else 1.08
    properties = normal.element.get_or_add_rPr()
    properties.append(_element("w:lang", {"w:val": "en-GB"}))
    for name in ("List Bullet", "List Number"):
        document.styles[name].paragraph_format.space_after = Pt(size * 0.4)


def _heading_styles(document: WordDocument, *, brief: bool) -> None:
    sizes = {"Title": 17, "Heading 1": 11, "Heading 2": 10, "Heading 3": 10} if brief else {
        "Title": 26, "Heading 1": 17, "Heading 2": 13, "Heading 3": 11.5,
    }  # fmt: skip
    for name, size in sizes.items():
        style = document.styles[name]
        _face(style, SANS, size, PETROL)
        style.font.bold = True
        style.paragraph_format.space_before = Pt(size * (0.45 if brief else 0.9))
        style.paragraph_format.space_after = Pt(size * (0.15 if brief else 0.35))
        style.paragraph_format.keep_with_next = True
    document.styles["Title"].paragraph_format.space_before = Pt(0)
    _without_border(document.styles["Title"])
    subtitle = document.styles["Subtitle"]
    _face(subtitle, SANS, 8.5 if brief else 11, QUIET)
    subtitle.font.italic = False
    for spacing in subtitle.element.rPr.findall(qn("w:spacing")):
        subtitle.element.rPr.remove(spacing)
    subtitle.paragraph_format.space_after = Pt(4 if brief else 14)


def _own_styles(document: WordDocument, *, brief: bool) -> None:
    size = 9.5 if brief else 11
    quote = document.styles["Quote"]
    _face(quote, SERIF, size + 0.5, INK)
    quote.font.italic = False
    _bar(quote, PETROL)
    quote.paragraph_format.left_indent = Cm(0.5)
    quote.paragraph_format.space_after = Pt(2)
    for name, points, colour in (("Small", size - 1.5, QUIET), ("Source", size - 1.5, QUIET)):
        _face(_new(document, name), SANS, points, colour)
    document.styles["Source"].paragraph_format.left_indent = Cm(0.5)
    document.styles["Source"].paragraph_format.space_after = Pt(3 if brief else 10)
    note = _new(document, "Note")
    _face(note, SANS, size - 0.5, INK)
    _shade(note.element.get_or_add_pPr(), PANEL)
    question = _new(document, "Question")
    _face(question, SANS, size + (0 if brief else 1), PETROL)
    question.font.bold = True
    question.paragraph_format.keep_with_next = not brief
    _write_on(_new(document, "Writing line"))


def _new(document: WordDocument, name: str) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _face(style: Any, name: str, size: float, colour: str) -> None:
    style.font.name, style.font.size = name, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _write_on(style: Any) -> None:
    style.paragraph_format.space_before = Pt(12)
    borders = _element("w:pBdr", {})
    for side in ("bottom", "between"):
        borders.append(_element(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:space": "1", "w:color": RULE}))
    style.element.get_or_add_pPr().insert(0, borders)


def _bar(style: Any, colour: str) -> None:
    borders = _element("w:pBdr", {})
    borders.append(_element("w:left", {"w:val": "single", "w:sz": "24", "w:space": "8", "w:color": colour}))
    style.element.get_or_add_pPr().insert(0, borders)


def _without_border(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _shade(properties: Any, colour: str) -> None:
    properties.append(_element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": colour}))


def _quiet_rules(table: Table) -> None:
    borders = _element("w:tblBorders", {})
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", {"w:val": "single", "w:sz": "4", "w:color": RULE}))
    for side in ("left", "right", "insideV"):
        borders.append(_element(f"w:{side}", {"w:val": "nil"}))
    table._tbl.tblPr.append(borders)


def _footer(document: WordDocument, title: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Small"]
    paragraph.add_run(f"{title} · page ")
    _field(paragraph.add_run(), "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph.add_run(), "NUMPAGES")


def _field(run: Any, code: str) -> None:
    for kind, words in (("begin", ""), ("", code), ("end", "")):
        if kind:
            run._r.append(_element("w:fldChar", {"w:fldCharType": kind}))
        else:
            instruction = _element("w:instrText", {"xml:space": "preserve"})
            instruction.text = f" {words} "
            run._r.append(instruction)


def _properties(document: WordDocument, source: Document) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = source.title, source.maker, "en-GB"
    properties.comments, properties.subject, properties.last_modified_by = "", source.subtitle[:250], source.maker
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0, tzinfo=None)


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        key = "{http://www.w3.org/XML/1998/namespace}space" if attribute == "xml:space" else qn(attribute)
        element.set(key, value)
    return element
