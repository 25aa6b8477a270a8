"""A guide, a briefing or a handout as a tagged PDF (PDF/UA-1) on A4, set by Typst. Pure."""

from dataclasses import asdict
from typing import Any

from pypdfium2 import PdfDocument

from packs.content import PackContent, Picture
from packs.exports import blocks
from packs.exports.blocks import Block
from packs.exports.timeline_picture import picture_on
from packs.exports.typesetting import typeset
from packs.slides import Slide, slides_of

# The title stands over the handout's first page already; sections are headings, and need no panel.
NOT_ON_A_HANDOUT = {"title", "section", "care"}
# In points. A briefing is one page: it is tried large first, and below the last of these it runs on.
TEXT_SIZE = 11
BRIEFING_SIZES = (11, 10.4, 9.8, 9.2, 8.6)
WIDE = {"timeline", "picture", "sources", "review"}


def guide(content: PackContent) -> bytes:
    """Return the facilitator's guide; of a briefing its one page."""
    return set_document(blocks.guide(content))


def handout(content: PackContent) -> bytes:
    """Return the handout: two slides to a page, with room to write; endings and care slides are left out."""
    pictures: dict[str, bytes] = {}
    shown = [one for one in slides_of(content) if one.on_handout and one.kind not in NOT_ON_A_HANDOUT]
    shown = [one for one in shown if not one.is_revealed]
    data = {
        "title": content.name,
        "subtitle": f"Handout · {content.shape_name} · {content.maker} · {content.made_on}"
        + (f" · {blocks.FICTIONAL}" if content.is_fictional else ""),
        "maker": content.maker,
        "slides": [_slide(slide, pictures) for slide in shown],
    }
    return typeset("handout.typ", data, pictures)


def set_document(document: blocks.Document, *, most_pages: int | None = None) -> bytes:
    """Return the document; a briefing, or one for `most_pages`, as large as fits, the smallest where none does."""
    most = 1 if document.is_brief else most_pages
    made = b""
    for size in BRIEFING_SIZES if most else (TEXT_SIZE,):
        made = _set(document, size)
        if not most or pages_of(made) <= most:
            break
    return made


def pages_of(made: bytes) -> int:
    """Return how many pages a PDF has."""
    with PdfDocument(made) as document:
        return len(document)


def _set(document: blocks.Document, size: float) -> bytes:
    pictures: dict[str, bytes] = {}
    data = {
        "size": size,
        "title": document.title,
        "subtitle": document.subtitle,
        "maker": document.maker,
        "is_brief": document.is_brief,
        "blocks": [_block(block, pictures) for block in document.blocks],
    }
    return typeset("guide.typ", data, pictures)


def _block(block: Block, pictures: dict[str, bytes]) -> dict[str, Any]:
    """Return the block as plain values; its picture becomes a file beside them."""
    plain = {**asdict(block), "picture": "", "alt": ""}
    if block.picture:
        plain["picture"], plain["alt"] = _keep(block.picture, pictures), block.picture.alt
    return plain


def _slide(slide: Slide, pictures: dict[str, bytes]) -> dict[str, Any]:
    picture = picture_on(slide)
    plain = {**asdict(slide), "picture": "", "alt": "", "drawing": [], "level": 1, "wide": slide.kind in WIDE}
    if picture:
        plain["picture"], plain["alt"] = _keep(picture, pictures), picture.alt
    return plain


def _keep(picture: Picture, pictures: dict[str, bytes]) -> str:
    name = f"picture-{len(pictures) + 1}.svg"
    pictures[name] = picture.svg.encode()
    return name
