"""An item on its way from the page to the record: its pieces of text, where they stand, and what is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.blocks import Cell
from ingest.extractors.manuscript.entries import Entry
from ingest.extractors.manuscript.labels import ItemKind
from ingest.extractors.manuscript.sections import NOWHERE, Section
from ingest.outline import Paragraph
from ingest.record import Box, Place


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an item's text and where it stands."""

    text: str
    index: int
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as found: `group` is the words of the heading or line that it stands under, where they tell it apart."""

    kind: ItemKind
    label: str | None
    pieces: tuple[Piece, ...]
    section: Section = NOWHERE
    group: str | None = None
    addressee: str | None = None
    confidence: float = 1.0
    doubt: str = ""

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(piece.text for piece in self.pieces if piece.text)

    @property
    def index(self) -> int:
        """The paragraph that it begins in."""
        return self.pieces[0].index

    @property
    def place(self) -> Place:
        """Where it stands: the page of its first words, all its boxes and passages."""
        boxes = tuple(box for piece in self.pieces for box in piece.boxes)
        passages = tuple(dict.fromkeys(piece.index for piece in self.pieces))
        return Place(self.pieces[0].page, boxes, passages)

    @property
    def is_uncertain(self) -> bool:
        """Whether some of its lines may have been put together wrongly."""
        return any(piece.is_uncertain for piece in self.pieces)

    def with_pieces(self, pieces: Iterable[Piece]) -> "Draft":
        """Return the item with further pieces at its end."""
        return replace(self, pieces=(*self.pieces, *pieces))


def piece_of(paragraph: Paragraph, text: str | None = None) -> Piece:
    """Return a paragraph as a piece of text, in words of its own where `text` is given."""
    return Piece(
        paragraph.text if text is None else text,
        paragraph.index,
        paragraph.page,
        paragraph.boxes,
        paragraph.is_uncertain,
    )


def sub_point(entry: Entry) -> Piece:
    """Return a sub-point with its letter or number before it: "a) how thresholds are applied".

    A bullet has none, and a paragraph's own number ("8.1.2") is no part of the text.
    """
    printed = entry.paragraph.number or (entry.paragraph.marker if entry.number else None)
    if printed and "." in printed.strip("."):
        printed = None
    return piece_of(entry.paragraph, f"{printed} {entry.text}" if printed else entry.text)


def piece_of_cell(cell: Cell, table: Paragraph, text: str | None = None) -> Piece:
    """Return a table's cell as a piece of text."""
    page = cell.boxes[0].page if cell.boxes else table.page
    return Piece(cell.text if text is None else text, table.index, page, cell.boxes, table.is_uncertain)
