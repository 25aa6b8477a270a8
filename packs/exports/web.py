"""A guide or a handout as a web page, which needs nothing beside it but its style sheet."""

from pathlib import Path

from django.template.loader import render_to_string

from packs.content import PackContent
from packs.exports import blocks

STYLE_SHEET = Path(__file__).resolve().parent / "document.css"
STYLE_NAME = "document.css"


def guide(content: PackContent) -> bytes:
    """Return the facilitator's guide."""
    return _page(blocks.guide(content))


def handout(content: PackContent) -> bytes:
    """Return the handout."""
    return _page(blocks.handout(content))


def _page(document: blocks.Document) -> bytes:
    return render_to_string("packs/document.html", {"document": document, "style": STYLE_NAME}).encode()
