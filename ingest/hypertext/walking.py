"""The way through an HTML page: headings, paragraphs, lists, tables, boxes and notes as blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from ingest.blocks import Block, BlockKind
from ingest.hypertext.inline import DEEPEST, is_unseen, spans_of, spans_of_node
from ingest.hypertext.main_part import main_part_of
from ingest.hypertext.page_tables import is_navigation, lays_out_the_page, own_cells
from ingest.hypertext.tables import rows_of
from ingest.layout.markers import bullet_of
from ingest.layout.tables import rows_to_text
from ingest.spans import Span, bold_lead, calls_of, is_bold, is_italic, lines_of, text_of, without_marks
from ingest.word.numbering import written

_BLOCKS = frozenset(
    """p div section article main header footer aside ul ol li dl dt dd table blockquote pre h1 h2 h3 h4 h5 h6 figure
    figcaption details summary address fieldset hr body html center""".split()  # noqa: SIM905
)
_BOX = re.compile(
    r"\b(?:box|callout|call-out|panel|inset|aside|highlight|card|notice|key-?point|learning-?point|govuk-inset-text)\b"
)
_BOX_STYLE = re.compile(r"border(?:-\w+)?:\s*(?!0|none)\S|background(?:-color)?:\s*(?!#fff|white|none|transparent)\S")
_NOTES = re.compile(r"\b(?:footnotes?|endnotes?|doc-endnotes|references-list)\b", re.IGNORECASE)
_NOTE_ID = re.compile(r"(?:_?ftn|fn|footnote|endnote|note|_edn)[-_:]?(\d{1,3})$", re.IGNORECASE)
_CONTENTS = re.compile(r"\b(?:toc|contents|table-of-contents)\b", re.IGNORECASE)
_LIST_FIGURES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass
class _Place:
    """Where the way is: in which box, how deep in lists, within the notes or a contents list."""

    box: int | None = None
    depth: int = 0
    is_note: bool = False
    is_contents: bool = False


class _Counter:
    """Counts the boxes of a page."""

    def __init__(self) -> None:
        self.boxes = 0


def blocks_of(source: bytes | str) -> Iterator[Block]:
    """Yield the blocks of an HTML page: of its main part where it says which that is, else of all its body."""
    yield from _walk(main_part_of(source), _Place(), _Counter(), 0)


def _walk(element: Tag, place: _Place, counter: _Counter, depth: int) -> Iterator[Block]:
    """Yield the blocks inside an element: words between blocks are paragraphs of their own."""
    if depth > DEEPEST:
        yield from _paragraph(list(spans_of(element)), element, place)
        return
    loose: list[Span] = []
    for child in element.children:
        if isinstance(child, Tag) and (child.name in _BLOCKS or child.find(list(_BLOCKS))):
            yield from _paragraph(loose, element, place)
            loose = []
            if not is_unseen(child):
                yield from _block(child, _inside(child, place, counter), counter, depth + 1)
        elif isinstance(child, Tag) or (
            isinstance(child, NavigableString) and not isinstance(child, PreformattedString)
        ):
            loose += spans_of_node(child)
    yield from _paragraph(loose, element, place)


def _inside(element: Tag, place: _Place, counter: _Counter) -> _Place:
    """Return the place that the inside of an element is: a box, the notes, a contents list."""
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}".casefold()
    is_note = place.is_note or bool(_NOTES.search(names)) or bool(_NOTE_ID.match(str(element.get("id", ""))))
    is_contents = place.is_contents or bool(_CONTENTS.search(names))
    box = place.box
    if box is None and element.name not in ("table", "body", "li") and _is_box(element, names):
        counter.boxes += 1
        box = counter.boxes
    return _Place(box, place.depth, is_note, is_contents)


def _is_box(element: Tag, names: str) -> bool:
    if element.name == "aside":
        return True
    return element.name in ("div", "section", "p", "blockquote") and (
        bool(_BOX.search(names)) or bool(_BOX_STYLE.search(str(element.get("style", "")).casefold()))
    )


def _block(element: Tag, place: _Place, counter: _Counter, depth: int) -> Iterator[Block]:
    name = element.name
    if name in ("ul", "ol"):
        yield from _list(element, place, counter, depth)
    elif name == "table":
        yield from _table(element, place, counter, depth)
    elif re.fullmatch(r"h[1-6]", name):
        spans = without_marks(spans_of(element))
        text = text_of(spans)
        if text:
            yield Block(BlockKind.HEADING, text, level=int(name[1]), box=place.box, lines=lines_of(spans))
    else:
        yield from _walk(element, place, counter, depth)


def _paragraph(spans: list[Span], element: Tag, place: _Place) -> Iterator[Block]:
    spoken = without_marks(spans)
    text = text_of(spoken)
    if not text:
        return
    if place.is_note:
        yield _note(text, element)
        return
    marker = bullet_of(text)
    block = Block(
        BlockKind.PARAGRAPH,
        text,
        box=place.box,
        is_bold=is_bold(spoken),
        is_italic=is_italic(spoken),
        bold_lead=bold_lead(spoken),
        lines=lines_of(spoken),
        is_contents=place.is_contents,
        calls=calls_of(spoken),
    )
    if marker and len(text) > len(marker):
        block = replace(block, kind=BlockKind.LIST_ITEM, marker=marker, level=1, text=text[len(marker) :].strip())
    yield block


def _note(text: str, element: Tag) -> Block:
    """Return a note with its number: from its id, its place in a list, or the beginning of its text."""
    holder = element if _NOTE_ID.search(str(element.get("id", ""))) else element.find_parent(id=_NOTE_ID)
    found = _NOTE_ID.search(str(holder.get("id", ""))) if isinstance(holder, Tag) else None
    own = re.match(r"\[?(\d{1,3})[\].:)]?\s+", text)
    mark = found[1] if found else (own[1] if own else None)
    return Block(BlockKind.FOOTNOTE, text[own.end() :] if own else text, marker=mark)


def _list(element: Tag, place: _Place, counter: _Counter, depth: int) -> Iterator[Block]:
    """Yield a list's items: bullets as list items, numbers before the text of paragraphs."""
    figures = _LIST_FIGURES.get(str(element.get("type", "1")), "decimal")
    start = str(element.get("start", "1"))
    count = int(start) if start.isdecimal() and len(start) < 5 else 1
    inner = replace(place, depth=place.depth + 1)
    for item in element.find_all("li", recursive=False):
        label = f"{written(count, figures)}." if element.name == "ol" else None
        count += 1
        is_first = True
        for block in _walk(item, _inside(item, inner, counter), counter, depth + 1):
            yield _item(block, label, inner.depth) if is_first else block
            is_first = False


def _item(block: Block, label: str | None, level: int) -> Block:
    """Return the first block of a list's item with its marker."""
    if block.kind != BlockKind.PARAGRAPH:
        return block
    if label is None:
        return replace(block, kind=BlockKind.LIST_ITEM, marker="•", level=level)
    return replace(block, text=f"{label} {block.text}")


def _table(element: Tag, place: _Place, counter: _Counter, depth: int) -> Iterator[Block]:
    """Yield a table as a block; one that only lays the page out, or has one column, as what is in it."""
    if lays_out_the_page(element):
        for cell in own_cells(element):
            if not is_navigation(cell):
                yield from _walk(cell, place, counter, depth + 1)
        return
    rows = rows_of(element)
    if max((len(row) for row in rows), default=0) < 2:
        inner = place
        if place.box is None and len(rows) == 1:
            counter.boxes += 1
            inner = replace(place, box=counter.boxes)
        for cell in own_cells(element):
            yield from _walk(cell, inner, counter, depth + 1)
    elif rows:
        caption = element.find("caption")
        if isinstance(caption, Tag) and caption.find_parent("table") is element:
            yield from _paragraph(list(spans_of(caption)), caption, place)
        yield Block(BlockKind.TABLE, rows_to_text(rows), rows=rows, box=place.box)
