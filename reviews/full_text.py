"""The full text of a review as it is read: its passages gathered into headings, paragraphs, lists, boxes, notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

from reviews.footnotes import Call, calls_in, line_of, notes_in_place
from reviews.models import Document, Item
from reviews.models.passage import Block

# The deepest heading that HTML has.
DEEPEST = 6
# A list of contents longer than this is no help.
LONGEST_CONTENTS = 60
CONTENTS_PAGES = ("contents", "table of contents")
# Passages of these kinds that follow each other belong together.
GATHERED = {Block.LIST_ITEM, Block.FOOTNOTE}
BOX = "box"
# A table of so many columns is wide.
WIDE = 5


@dataclass(frozen=True)
class Stretch:
    """Passages that are shown as one thing: `block` is their kind of block, or "box" with the stretches inside it.

    `new_page` is the page that begins with it, `level` a heading's level in HTML (2 to 6).
    """

    block: str
    passages: tuple[Item, ...]
    new_page: int | None = None
    level: int = 0
    inside: tuple["Stretch", ...] = ()

    @property
    def first(self) -> Item:
        """Its first passage; of a heading, paragraph or table the only one."""
        return self.passages[0]

    @property
    def is_wide(self) -> bool:
        """Whether it is a table that needs more room than running text: one that stands on its side in the report."""
        return max((len(row) for row in self.first.passage.rows), default=0) >= WIDE

    @property
    def template(self) -> str:
        """The template that shows its kind of block."""
        return f"reviews/stretches/{self.block}.html"


@dataclass(frozen=True)
class DocumentText:
    """The text of one document. `is_named` where a review has several; `calls` are those of notes in its passages."""

    document: Document
    stretches: tuple[Stretch, ...]
    is_named: bool
    calls: Mapping[int, tuple[Call, ...]] = field(default_factory=dict)

    @property
    def called(self) -> frozenset[int]:
        """The keys of the notes to which a mark leads."""
        return frozenset(call.note.pk for calls in self.calls.values() for call in calls)

    @property
    def contents(self) -> list[Item]:
        """Its headings, down to the depth at which they are still few enough to be looked through."""
        every = chain.from_iterable(stretch.inside or (stretch,) for stretch in self.stretches)
        headings = _worth_listing([stretch for stretch in every if stretch.block == Block.HEADING])
        for deepest in range(DEEPEST, 0, -1):
            chosen = [heading.first for heading in headings if heading.level <= deepest]
            if len(chosen) <= LONGEST_CONTENTS:
                return chosen
        return []


def _worth_listing(headings: Sequence[Stretch]) -> list[Stretch]:
    """Return the headings without the report's own contents page, and without those that only say again the last."""
    named = [(heading.first.text.casefold().strip(" :"), heading) for heading in headings]
    before = ["", *(name for name, _ in named)]
    return [one for above, (name, one) in zip(before, named, strict=False) if name not in (above, *CONTENTS_PAGES)]


def texts_of(passages: Iterable[Item], documents: Sequence[Document], *, first_level: int = 3) -> list[DocumentText]:
    """Return the text of each document that has any, in the order of `documents`.

    The first of its headings is of `first_level`; of the next where there are several texts, each under its name.
    """
    by_document: dict[int, list[Item]] = {}
    for passage in notes_in_place([(one, line_of(one)) for one in passages]):
        by_document.setdefault(passage.document_id, []).append(passage)
    several = len(by_document) > 1
    return [
        DocumentText(
            document, tuple(stretches_of(by_document[document.pk], first_level=first_level + several)), several,
            calls_in(by_document[document.pk]),
        )
        for document in documents
        if document.pk in by_document
    ]  # fmt: skip


def contents_of_texts(texts: Iterable[DocumentText]) -> list[Item]:
    """Return the headings of all the texts, each text's as far down as they are few enough."""
    return [heading for text in texts for heading in text.contents]


def stretches_of(passages: Sequence[Item], *, first_level: int = 3) -> Iterator[Stretch]:
    """Yield the passages gathered, box by box and page by page, the first of each page saying so."""
    levels = heading_levels(passages, first_level)
    page = None
    for (box, on_page), group in groupby(passages, key=lambda one: (one.passage.box, one.page)):
        together = tuple(group)
        begins = on_page if on_page != page else None
        page = on_page or page
        gathered = tuple(gather(together, levels))
        if box is not None:
            yield Stretch(BOX, together, new_page=begins, inside=gathered)
        else:
            yield replace(gathered[0], new_page=begins)
            yield from gathered[1:]


def gather(passages: Iterable[Item], levels: Mapping[int, int]) -> Iterator[Stretch]:
    """Yield list items and footnotes that follow each other as one, everything else alone."""
    for (block, _), group in groupby(passages, key=_belonging):
        together = tuple(group)
        yield Stretch(block, together, level=levels.get(together[0].pk, 0))


def heading_levels(passages: Iterable[Item], first_level: int) -> dict[int, int]:
    """Return the level in HTML of each heading.

    The levels that the document uses count from the first one on; none is skipped going down, whatever it does.
    """
    headings = [one for one in passages if one.passage.block == Block.HEADING]
    ranks = {level: rank for rank, level in enumerate(sorted({heading.passage.level for heading in headings}))}
    levels: dict[int, int] = {}
    above = first_level - 1
    for heading in headings:
        above = min(first_level + ranks[heading.passage.level], above + 1, DEEPEST)
        levels[heading.pk] = above
    return levels


def _belonging(passage: Item) -> tuple[str, int | None]:
    block = passage.passage.block
    return block, None if block in GATHERED else passage.pk
