"""What readers return: the blocks of a document in reading order, without running headers and page numbers.

Every reader, whatever its format, ends here; outline and extractors know blocks only.
"""

from dataclasses import dataclass
from enum import StrEnum

from ingest.note_calls import NoteCall
from ingest.record import Box


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. `is_header` where the format or the typography says so.

    `is_covered` where the cell above or to the left reaches over this place; it has no text of its own then.
    """

    text: str
    boxes: tuple[Box, ...] = ()
    is_header: bool = False
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class Edges:
    """How a block begins and ends in its column, in points: what tells whether it goes on over a page break.

    `room` is what its last line leaves free, `first_word` how wide its first word is; `first_indent` and
    `last_indent` are how far its first and last line stand from the column's left edge.
    """

    room: float
    first_word: float
    first_indent: float
    last_indent: float


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table or footnote.

    `text` reads as a person would read it: lines joined, words broken over lines mended, no footnote marks. What a
    format knows is kept: `level` of a heading (1 is highest; 0 where it is not known) or depth of a list item (1 is
    outermost), `marker` of a list item as printed ("•", "a)"), `size` of the type as a multiple of the body's,
    `is_bold` and `is_italic` where all of it is, `bold_lead` the bold words that it begins with where the rest is not.
    `box` counts the boxes that stand beside the text; blocks of one box share its number. `page` and `boxes` are
    where it begins and where all its lines stand; None and empty for formats without pages. `is_uncertain` where
    lines may have been put together wrongly. `lines` are the printed lines of a title, an address or the like, whose
    lines were broken on purpose; empty for running text. `is_contents` where the reader knows that it is an entry of
    a contents page. `edges` are for formats with pages only. `calls` are the footnote marks that were taken out of it.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    level: int = 0
    marker: str | None = None
    size: float = 1.0
    is_bold: bool = False
    is_italic: bool = False
    bold_lead: str = ""
    box: int | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()
    is_uncertain: bool = False
    lines: tuple[str, ...] = ()
    is_contents: bool = False
    edges: Edges | None = None
    calls: tuple[NoteCall, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as its reader gives it. `page_sizes` are width and height in points, empty without pages.

    `is_from_ocr` where its words were recognised in pictures of pages, here or before the file came.
    `pages_without_text` are the pages that hold only pictures, whose words are missing. `running_lines` are the
    headers and footers that stand in no block, each once, as first printed; and what a web page is called.
    """

    format: str
    blocks: tuple[Block, ...]
    page_sizes: tuple[tuple[float, float], ...] = ()
    is_from_ocr: bool = False
    pages_without_text: tuple[int, ...] = ()
    running_lines: tuple[str, ...] = ()
