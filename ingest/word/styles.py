"""Styles: what a paragraph or run looks like by its style, those that it is based on, and the document's defaults."""

import re
from dataclasses import dataclass, field

from lxml import etree

from ingest.word.archive import is_on, number, tag, value

# Word's own default, in points, where a document does not say.
DEFAULT_SIZE = 10.0
_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc \d|table of figures")
# Styles that are based on each other in a ring would never end.
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of characters; None where nothing is said."""

    is_bold: bool | None = None
    is_italic: bool | None = None
    is_hidden: bool | None = None
    is_capitals: bool | None = None
    is_raised: bool | None = None
    size: float | None = None

    def over(self, below: "Look") -> "Look":
        """Return this look with what it leaves open taken from another."""
        return Look(
            self.is_bold if self.is_bold is not None else below.is_bold,
            self.is_italic if self.is_italic is not None else below.is_italic,
            self.is_hidden if self.is_hidden is not None else below.is_hidden,
            self.is_capitals if self.is_capitals is not None else below.is_capitals,
            self.is_raised if self.is_raised is not None else below.is_raised,
            self.size if self.size is not None else below.size,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that it takes from those it is based on.

    `heading` is the depth of a heading style, 0 of others; `numbering` is the list and level that it numbers in.
    """

    name: str = ""
    look: Look = Look()
    heading: int = 0
    is_contents: bool = False
    numbering: tuple[str, int] | None = None
    shading: str | None = None


@dataclass
class Styles:
    """All styles of a document by their ids, and what holds where no style says anything."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = Style()
    look: Look = Look()

    def paragraph(self, style_id: str | None) -> Style:
        """Return a paragraph's style."""
        return self.by_id.get(style_id or "", self.default)

    def character(self, style_id: str | None) -> Look:
        """Return what a character style says."""
        style = self.by_id.get(style_id or "")
        return style.look if style else Look()


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles of a document; none where it has no such part."""
    styles = Styles(look=Look(size=DEFAULT_SIZE))
    if root is None:
        return styles
    defaults = root.find(f"{tag('w:docDefaults')}/{tag('w:rPrDefault')}/{tag('w:rPr')}")
    styles.look = look_of(defaults).over(styles.look)
    elements = {value(style, "w:styleId") or "": style for style in root.iterchildren(tag("w:style"))}
    for style_id, element in elements.items():
        styles.by_id[style_id] = _style(elements, style_id, 0)
        if element.get(tag("w:default")) in ("1", "true") and element.get(tag("w:type")) == "paragraph":
            styles.default = styles.by_id[style_id]
    return styles


def _style(elements: dict[str, etree._Element], style_id: str, depth: int) -> Style:
    element = elements.get(style_id)
    if element is None or depth > _DEEPEST:
        return Style()
    base_id = value(element.find(tag("w:basedOn")))
    base = _style(elements, base_id, depth + 1) if base_id else Style()
    name = (value(element.find(tag("w:name"))) or "").casefold()
    properties = element.find(tag("w:pPr"))
    heading = _HEADING.fullmatch(name)
    return Style(
        name,
        look_of(element.find(tag("w:rPr"))).over(base.look),
        int(heading[1]) if heading else outline_level(properties) or base.heading,
        bool(_CONTENTS.fullmatch(name)) or base.is_contents,
        numbering_of(properties) or base.numbering,
        shading_of(properties) or base.shading,
    )


def look_of(properties: etree._Element | None) -> Look:
    """Return what a run's properties say of its characters."""
    if properties is None:
        return Look()
    raised = value(properties.find(tag("w:vertAlign")))
    half_points = number(value(properties.find(tag("w:sz"))))
    return Look(
        is_on(properties.find(tag("w:b"))),
        is_on(properties.find(tag("w:i"))),
        is_on(properties.find(tag("w:vanish"))),
        is_on(properties.find(tag("w:caps"))),
        None if raised is None else raised == "superscript",
        half_points / 2 if half_points else None,
    )


def outline_level(properties: etree._Element | None) -> int:
    """Return the depth of heading that a paragraph's properties give it, 1 highest; 0 for text."""
    level = number(value(properties.find(tag("w:outlineLvl")))) if properties is not None else None
    return int(level) + 1 if level is not None and 0 <= level < 9 else 0


def numbering_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return (list, level from 0) that a paragraph counts in; list "0" takes it out of its style's list."""
    element = properties.find(tag("w:numPr")) if properties is not None else None
    if element is None:
        return None
    list_id, level = value(element.find(tag("w:numId"))), number(value(element.find(tag("w:ilvl"))))
    return (list_id, int(level or 0)) if list_id else None


def shading_of(properties: etree._Element | None) -> str | None:
    """Return what sets a paragraph apart as a box: its fill's colour, or the borders on all its sides."""
    if properties is None:
        return None
    fill = (value(properties.find(tag("w:shd")), "w:fill") or "").casefold()
    if fill and fill not in ("auto", "ffffff"):
        return fill
    borders = properties.find(tag("w:pBdr"))
    if borders is None:
        return None
    sides = [borders.find(tag(f"w:{side}")) for side in ("top", "bottom", "left", "right")]
    drawn = [side is not None and (value(side) or "none") not in ("none", "nil") for side in sides]
    return "border" if all(drawn) else None
