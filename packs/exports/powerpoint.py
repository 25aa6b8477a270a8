"""Slides as a PowerPoint file: one idea on each, what to say in the notes pane, every source on its slide. Pure."""

import io
from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide as PowerPointSlide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Inches, Length, Pt

from packs.content import PackContent
from packs.exports.powerpoint_design import (
    BODIES,
    INK,
    PETROL,
    QUIET,
    SERIF,
    TITLES,
    Design,
    design,
    size_for,
)
from packs.exports.timeline_picture import picture_on
from packs.exports.typesetting import svg_to_png
from packs.slides import Slide, slides_of

LAYOUTS = {"title": "title", "section": "section", "timeline": "title_only", "picture": "title_only"}
UNCHECKED = "Found by machine, not yet checked"


def render(content: PackContent, template: bytes | None = None) -> bytes:
    """Return the slides, in the design of `template` where there is one. Raises NotADesign."""
    look = design(template)
    made = [(slide, _slide(look, slide)) for slide in slides_of(content)]
    for number, (slide, page) in enumerate(made):
        if slide.skip_over and number + slide.skip_over < len(made):
            _skip_link(look, page, made[number + slide.skip_over][1])
    _properties(look, content)
    file = io.BytesIO()
    look.slides.save(file)
    return file.getvalue()


def _slide(look: Design, slide: Slide) -> PowerPointSlide:
    """Return the slide as PowerPoint has it: title, body, picture, source, notes, in the order of reading."""
    page = look.slides.slides.add_slide(look.layout(LAYOUTS.get(slide.kind, "text")))
    _title(look, page, slide)
    body = _body(look, page, slide)
    if body is not None:
        is_plain = not look.is_ours and FILLERS.get(slide.kind) is _on_petrol
        (_lines if is_plain else FILLERS.get(slide.kind, _lines))(body, slide)
        _speak_english(body)
    if slide.kind in {"timeline", "picture"}:
        _picture(look, page, slide)
    if slide.kind not in {"title", "section"}:
        _foot(look, page, slide)
    _number(page)
    page.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
    return page


def _title(look: Design, page: PowerPointSlide, slide: Slide) -> None:
    holder = next((one for one in page.placeholders if one.placeholder_format.type in TITLES), None)
    if holder is None:
        holder = page.shapes.add_textbox(Inches(0.75), Inches(0.4), Inches(11.8), Inches(1))
    frame = holder.text_frame
    frame.word_wrap = True
    frame.text = slide.title
    _speak_english(frame)
    if not look.is_ours:
        return
    on_petrol = slide.kind in {"title", "section"}
    large = Pt(44 if on_petrol else 30 if len(slide.title) < 60 else 24)
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if on_petrol else MSO_ANCHOR.MIDDLE
    _style(frame.paragraphs[0], large, colour="FFFFFF" if on_petrol else PETROL, bold=True)
    for run in frame.paragraphs[0].runs:
        run._r.get_or_add_rPr().set("cap", "none")


def _body(look: Design, page: PowerPointSlide, slide: Slide) -> TextFrame | None:
    """Return where the text goes; unused places are taken away, so that nobody is asked to “click to add text”."""
    holders = [one for one in page.placeholders if one.placeholder_format.type in BODIES]
    needs = slide.kind not in {"timeline", "picture"} and (slide.kind != "section" or bool(slide.lines))
    for spare in holders[1:] if needs else holders:
        spare._element.getparent().remove(spare._element)
    if not needs:
        return None
    holder = holders[0] if holders else page.shapes.add_textbox(Inches(0.75), Inches(1.7), Inches(11.8), Inches(4.7))
    frame = holder.text_frame
    frame.word_wrap = True
    if look.is_ours:
        is_alone = slide.kind in {"question", "quotation"}
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if is_alone else MSO_ANCHOR.TOP
    return frame


def _lines(frame: TextFrame, slide: Slide) -> None:
    large = size_for(sum(len(line.split()) for line in slide.lines))
    for number, line in enumerate(slide.lines):
        _style(_add(frame, line, first=not number), min(large, Pt(30)), space=10)


def _on_petrol(frame: TextFrame, slide: Slide) -> None:
    for number, line in enumerate(slide.lines):
        _style(_add(frame, line, first=not number), Pt(22), colour="FFFFFF", space=8)


def _quotation(frame: TextFrame, slide: Slide) -> None:
    for number, line in enumerate(slide.lines):
        _style(_add(frame, line, first=not number), Pt(20), colour=QUIET, space=6)
    paragraph = _add(frame, f"“{slide.quotation}”", first=not slide.lines)
    _style(paragraph, size_for(len(slide.quotation.split())), font=SERIF, space=8)


def _question(frame: TextFrame, slide: Slide) -> None:
    for number, line in enumerate(slide.lines):
        _style(_add(frame, line, first=not number), size_for(len(line.split()) // 2), colour=PETROL, space=12)


def _list(frame: TextFrame, slide: Slide) -> None:
    large = min(size_for(sum(len(line.split()) for line in slide.lines)), Pt(26))
    for number, line in enumerate(slide.lines):
        paragraph = _add(frame, line, first=not number)
        _style(paragraph, large, space=10, bullet=True)


def _events(frame: TextFrame, slide: Slide) -> None:
    large = min(size_for(sum(len(event.text.split()) for event in slide.events) + 20), Pt(28))
    for number, event in enumerate(slide.events):
        head = _add(frame, f"{slide.first_event + number}.  {event.date}", first=not number)
        _style(head, large, colour=PETROL, bold=True, space=2)
        _style(_add(frame, f"“{event.text}”"), large, font=SERIF, space=12)


def _pairs(frame: TextFrame, slide: Slide) -> None:
    for number, line in enumerate(slide.lines):
        _style(_add(frame, line, first=not number), Pt(22), space=10)
    large = size_for(sum(len(f"{name} {value}".split()) for name, value in slide.pairs) + 20)
    for number, (name, value) in enumerate(slide.pairs):
        paragraph = _add(frame, "", first=not slide.lines and not number)
        _run(paragraph, f"{name}: ", min(large, Pt(22)), bold=True)
        _run(paragraph, value, min(large, Pt(22)))
        _plain(paragraph, space=6)


def _help(frame: TextFrame, slide: Slide) -> None:
    for number, line in enumerate(slide.lines):
        _style(_add(frame, line, first=not number), Pt(22), space=8)
    for number, one in enumerate(slide.help_lines):
        paragraph = _add(frame, "", first=not slide.lines and not number)
        _run(paragraph, f"{one.name}  {one.number}", Pt(22), bold=True)
        _run(paragraph, f"   {one.what}", Pt(18), colour=QUIET)
        _plain(paragraph, space=6)


def _sources(frame: TextFrame, slide: Slide) -> None:
    for number, (words, address) in enumerate(slide.sources):
        paragraph = _add(frame, "", first=not number)
        _run(paragraph, words, Pt(18))
        _plain(paragraph, space=0)
        link = _add(frame, "")
        run = _run(link, address, Pt(16))
        run.hyperlink.address = address
        _plain(link, space=10)


FILLERS: dict[str, Callable[[TextFrame, Slide], None]] = {
    "title": _on_petrol,
    "section": _on_petrol,
    "quotation": _quotation,
    "question": _question,
    "list": _list,
    "events": _events,
    "review": _pairs,
    "help": _help,
    "sources": _sources,
}


def _picture(look: Design, page: PowerPointSlide, slide: Slide) -> None:
    picture = picture_on(slide)
    if picture is None:
        return
    width, side, top, room = look.slides.slide_width or 0, Inches(0.6), Inches(1.5), Inches(4.8)
    shape = page.shapes.add_picture(io.BytesIO(svg_to_png(picture.svg)), side, top, width=Length(width - 2 * side))
    if shape.height > room:
        shape.width, shape.height = Length(int(shape.width * room / shape.height)), room
        shape.left = Length(int((width - shape.width) / 2))
    shape.top = Length(top + (room - shape.height) // 2)
    shape._element.nvPicPr.cNvPr.set("descr", picture.alt)


def _foot(look: Design, page: PowerPointSlide, slide: Slide) -> None:
    """Add where the words come from, as a link, and that no person has checked them."""
    if slide.citation is None:
        return
    width, height = look.slides.slide_width or 0, look.slides.slide_height or 0
    box = page.shapes.add_textbox(Inches(0.75), Length(height - Inches(1.0)), Length(width - Inches(2.2)), Inches(0.6))
    box.name = "Source"
    box.text_frame.word_wrap = True
    paragraph = box.text_frame.paragraphs[0]
    run = _run(paragraph, slide.citation.words, Pt(14), colour=QUIET)
    run.hyperlink.address = slide.citation.address
    if slide.is_unchecked:
        _run(paragraph, f".  {UNCHECKED}.", Pt(14), colour=QUIET)
    _speak_english(box.text_frame)


def _skip_link(look: Design, page: PowerPointSlide, target: PowerPointSlide) -> None:
    width, height = look.slides.slide_width or 0, look.slides.slide_height or 0
    box = page.shapes.add_textbox(Length(width - Inches(4.2)), Length(height - Inches(1.2)), Inches(3.5), Inches(0.6))
    box.name = "Skip this passage"
    box.text_frame.text = "Skip this passage"
    _style(box.text_frame.paragraphs[0], Pt(20), colour="14567A", bold=True)
    box.click_action.target_slide = target


def _number(page: PowerPointSlide) -> None:
    """Show the slide's number where the design has a place for it."""
    for holder in page.slide_layout.placeholders:
        if holder.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            page.shapes._spTree.append(deepcopy(holder._element))


def _add(frame: TextFrame, words: str, *, first: bool = False) -> _Paragraph:
    paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
    if words:
        paragraph.add_run().text = words
    return paragraph


def _run(paragraph: _Paragraph, words: str, size: Length, *, bold: bool = False, colour: str = INK) -> Any:
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = size, bold
    run.font.color.rgb = RGBColor.from_string(colour)
    return run


def _style(
    paragraph: _Paragraph, size: Length, *, font: str = "", colour: str = INK, bold: bool = False, space: int = 0,
    bullet: bool = False,
) -> None:  # fmt: skip
    for run in paragraph.runs:
        run.font.size, run.font.bold = size, bold
        run.font.color.rgb = RGBColor.from_string(colour)
        if font:
            run.font.name = font
    _plain(paragraph, space=space, bullet=bullet)


def _plain(paragraph: _Paragraph, *, space: int = 0, bullet: bool = False) -> None:
    """Set a paragraph to the left, with a real bullet or none."""
    paragraph.alignment = PP_ALIGN.LEFT
    paragraph.space_after = Pt(space)
    properties = paragraph._p.get_or_add_pPr()
    if not bullet:
        properties.set("marL", "0")
        properties.set("indent", "0")
        for old in properties.findall(qn("a:buNone")):
            properties.remove(old)
        properties.append(properties.makeelement(qn("a:buNone"), {}))


def _speak_english(frame: TextFrame) -> None:
    """Say that the text is British English, so that it is read aloud as such."""
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _properties(look: Design, content: PackContent) -> None:
    properties = look.slides.core_properties
    properties.title, properties.author, properties.language = content.name, content.maker, "en-GB"
    properties.subject = content.shape_name
    properties.comments, properties.keywords, properties.last_modified_by = "", "", content.maker
    properties.modified = properties.created = datetime.now(UTC).replace(microsecond=0, tzinfo=None)


def titles_of(slides: Sequence[Slide]) -> tuple[str, ...]:
    """Return the titles, in order: what somebody hears who goes through the slides by title."""
    return tuple(slide.title for slide in slides)
