"""The words within a block of HTML, with their weight and slant; note marks told apart by their links."""

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from ingest.spans import Span

BOLD = frozenset({"b", "strong", "th"})
ITALIC = frozenset({"i", "em", "cite"})
_BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style:\s*italic", re.IGNORECASE)
_RAISED_STYLE = re.compile(r"vertical-align:\s*super", re.IGNORECASE)
# Links to notes: href="#fn1", "#footnote-3", "#_ftn2", "#note-4".
_NOTE_LINK = re.compile(r"#(?:_?ftn|fn|footnote|endnote|note|_edn)[-_:]?\w*\d", re.IGNORECASE)
_NO_WORDS = frozenset({"script", "style", "img", "svg", "button", "input", "select", "template", "noscript"})
# Elements within elements within elements: deeper ones are not a person's.
DEEPEST = 60


def spans_of(element: Tag, stop: frozenset[str] = frozenset(), depth: int = 0) -> Iterator[Span]:
    """Yield the words inside an element; elements named in `stop` are passed by."""
    for child in element.children:
        yield from _spans(child, Span(""), stop, depth)


def spans_of_node(node: object, stop: frozenset[str] = frozenset()) -> Iterator[Span]:
    """Yield the words of a node itself, be it text or an element."""
    yield from _spans(node, Span(""), stop, 0)


def _spans(node: object, look: Span, stop: frozenset[str], depth: int) -> Iterator[Span]:
    if isinstance(node, PreformattedString):
        return
    if isinstance(node, NavigableString):
        yield Span(re.sub(r"\s+", " ", str(node)), look.is_bold, look.is_italic, look.is_raised)
        return
    if not isinstance(node, Tag) or node.name in _NO_WORDS or node.name in stop or depth > DEEPEST:
        return
    if node.name == "br":
        yield Span("\n", look.is_bold, look.is_italic)
        return
    if is_unseen(node):
        return
    if _is_note_link(node):
        mark = node.get_text(strip=True).strip("[]")
        yield Span("", call="" if leads_back(mark) else mark)
        return
    style = str(node.get("style", ""))
    inner = Span(
        "",
        look.is_bold or node.name in BOLD or bool(_BOLD_STYLE.search(style)),
        look.is_italic or node.name in ITALIC or bool(_ITALIC_STYLE.search(style)),
        look.is_raised or node.name == "sup" or bool(_RAISED_STYLE.search(style)),
    )
    for child in node.children:
        yield from _spans(child, inner, stop, depth + 1)


def is_unseen(element: Tag) -> bool:
    """Return whether a browser would not show an element."""
    style = str(element.get("style", "")).replace(" ", "").casefold()
    return element.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style


def _is_note_link(element: Tag) -> bool:
    """Return whether a link is a note's mark, or leads back from the note."""
    if element.name != "a":
        return False
    text = element.get_text(strip=True)
    return leads_back(text) or (
        bool(_NOTE_LINK.search(str(element.get("href", "")))) and bool(re.fullmatch(r"\[?[\dA-Za-z*†‡]{1,4}\]?", text))
    )


def leads_back(text: str) -> bool:
    """Return whether the words of a link are those that lead back from a note."""
    return text in ("↩", "↩︎", "^", "↑", "Back", "back")
