"""The design of slides: our own, made from python-pptx's plain one, or the trainer's, from a file of theirs."""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches, Pt

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
SIDE = Inches(0.75)
PETROL, INK, QUIET, PANEL = "24424F", "1E2429", "4A545D", "F5F3EF"
SANS, SERIF = "Arial", "Georgia"
# A design with pictures is some megabytes; what unpacks to more is no design.
LARGEST_FILE, LARGEST_UNPACKED, MOST_MEMBERS = 20 * 2**20, 150 * 2**20, 3000
TEMPLATE_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
SLIDES_TYPE = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# A decoration: screen readers pass over it.
EDGE = """
<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
  <p:nvSpPr>
    <p:cNvPr id="99" name="Edge" descr="">
      <a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">
        <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>
      </a:ext></a:extLst>
    </p:cNvPr>
    <p:cNvSpPr/>
    <p:nvPr userDrawn="1"/>
  </p:nvSpPr>
  <p:spPr>
    <a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
    <a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>
    <a:ln><a:noFill/></a:ln>
  </p:spPr>
  <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>
</p:sp>
"""
TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
BODIES = {PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SUBTITLE}


class NotADesign(ValueError):
    """This file cannot be used as a design. Save it in PowerPoint as .pptx or .potx, without macros, and try again."""


@dataclass(frozen=True)
class Design:
    """Slides with no slide yet, and whether they are in our own colours."""

    slides: Slides
    is_ours: bool

    def layout(self, kind: str) -> SlideLayout:
        """Return the layout for a title, a section, text or only a title; the nearest there is."""
        layouts = list(self.slides.slide_layouts)
        wanted = {"title": "title", "section": "secHead", "text": "obj", "title_only": "titleOnly"}[kind]
        exact = [layout for layout in layouts if layout._element.get("type") == wanted]
        titled = [layout for layout in layouts if _holds(layout, TITLES)]
        with_body = [layout for layout in titled if _holds(layout, BODIES)]
        nearest = titled if kind == "title_only" else with_body or titled
        return (exact or nearest or layouts)[0]


def design(template: bytes | None) -> Design:
    """Return our own design, or that of the trainer's file. Raises NotADesign."""
    if template is None:
        return Design(_own(), is_ours=True)
    return Design(_emptied(_opened(template)), is_ours=False)


def _opened(template: bytes) -> Slides:
    """Return an uploaded file opened, after a look at what it would unpack to."""
    if len(template) > LARGEST_FILE:
        raise NotADesign
    try:
        slides = Presentation(io.BytesIO(_as_slides(template)))
    except (PythonPptxError, zipfile.BadZipFile, KeyError, ValueError, AttributeError, SyntaxError, OSError) as error:
        raise NotADesign from error
    if not len(slides.slide_layouts):
        raise NotADesign
    return slides


def _as_slides(template: bytes) -> bytes:
    """Return the file with a template's type (.potx) turned into that of slides; files with macros are refused."""
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        members = archive.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED:
            raise NotADesign
        if any("vbaproject" in member.filename.lower() for member in members):
            raise NotADesign
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
            for member in members:
                content = archive.read(member)
                if member.filename == "[Content_Types].xml":
                    content = content.replace(TEMPLATE_TYPE, SLIDES_TYPE)
                copy.writestr(member.filename, content)
    return made.getvalue()


def _emptied(slides: Slides) -> Slides:
    """Return the slides without those that the file came with: only the design is wanted."""
    ids = slides.slides._sldIdLst
    for slide_id in list(ids):
        slides.part.drop_rel(slide_id.rId)
        ids.remove(slide_id)
    return slides


def _own() -> Slides:
    """Return wide slides: white, a petrol title, Arial, sections on petrol."""
    slides = Presentation()
    stretch = WIDTH / slides.slide_width
    slides.slide_width, slides.slide_height = WIDTH, HEIGHT
    for sheet in (slides.slide_master, *slides.slide_layouts):
        _stretch(sheet.shapes, stretch)
    _colour(slides)
    _place(slides)
    _edge(slides)
    return slides


def _stretch(shapes: Iterable[Any], by: float) -> None:
    """Widen the places that have a place of their own; the others follow the master."""
    for shape in shapes:
        if shape._element.spPr.find(qn("a:xfrm")) is not None:
            shape.left, shape.width = Emu(int(shape.left * by)), Emu(int(shape.width * by))


def _colour(slides: Slides) -> None:
    """Give the theme our colours and typefaces; every office program has these typefaces or one like them."""
    theme = slides.slide_master.part.part_related_by(RT.THEME)
    xml = theme.blob.decode()
    xml = re.sub(r'(<a:latin typeface=")[^"]*"', rf'\g<1>{SANS}"', xml)
    for name, colour in (("dk2", PETROL), ("lt2", PANEL), ("accent1", PETROL), ("hlink", "14567A")):
        pattern = rf"(<a:{name}>).*?(</a:{name}>)"
        xml = re.sub(pattern, rf'\g<1><a:srgbClr val="{colour}"/>\g<2>', xml, flags=re.DOTALL)
    theme._blob = xml.encode()


def _place(slides: Slides) -> None:
    """Set titles and texts to the left, where reading begins, and sections on petrol."""
    for layout in slides.slide_layouts:
        kind = layout._element.get("type")
        for holder in layout.placeholders:
            if holder.placeholder_format.type in TITLES and kind in {"obj", "titleOnly"}:
                _box(holder, top=0.45, height=1.0)
            elif kind == "obj" and holder.placeholder_format.idx == 1:
                _box(holder, top=1.65, height=4.75)
            elif kind in {"title", "secHead"} and holder.placeholder_format.type in TITLES:
                _box(holder, top=2.0, height=1.6)
            elif kind in {"title", "secHead"} and holder.placeholder_format.type in BODIES:
                _box(holder, top=3.8, height=2.2)
        if kind in {"title", "secHead"}:
            fill = layout.background.fill
            fill.solid()
            fill.fore_color.rgb = RGBColor.from_string(PETROL)


def _edge(slides: Slides) -> None:
    """Draw a petrol edge on the left of every slide; on a petrol one it is not seen."""
    edge = EDGE.format(width=Inches(0.22), height=HEIGHT, colour=PETROL)
    tree = slides.slide_master.shapes._spTree
    tree.insert(2, etree.fromstring(edge))


def _box(holder: Any, *, top: float, height: float) -> None:
    holder.left, holder.width = SIDE, WIDTH - 2 * SIDE
    holder.top, holder.height = Inches(top), Inches(height)


def _holds(layout: SlideLayout, types: set[PP_PLACEHOLDER]) -> bool:
    return any(holder.placeholder_format.type in types for holder in layout.placeholders)


def size_for(words: int) -> Pt:
    """Return how large so many words can stand on a slide: read from the back of a room."""
    steps = ((18, 36), (32, 32), (50, 28), (75, 24), (110, 20))
    return Pt(next((size for most, size in steps if words <= most), 18))
