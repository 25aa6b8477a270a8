"""A long text in parts that a page can hold, each of whole pages of the document where they are known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from reviews.footnotes import Line, notes_in_place

# A part has about so many letters at most; with its markup its page stays under 200 KB.
LETTERS = 60_000


@dataclass(frozen=True)
class Outlined:
    """What cutting a text into parts needs of a passage."""

    pk: int
    anchor: str
    letters: int
    line: Line

    @property
    def document(self) -> int:
        """The document that it stands in."""
        return self.line.document

    @property
    def page(self) -> int | None:
        """The page that it begins on."""
        return self.line.page


@dataclass(frozen=True)
class TextPart:
    """One part: its number from 1, and the passages in it."""

    number: int
    passages: tuple[int, ...]
    anchors: frozenset[str]
    first_page: int | None
    last_page: int | None

    @property
    def pages(self) -> str:
        """Which pages of the document it has: "pages 1 to 18"; nothing where there are no pages."""
        if self.first_page is None or self.last_page is None or self.last_page < self.first_page:
            return ""
        return f"page {self.first_page}" if self.first_page == self.last_page else (
            f"pages {self.first_page} to {self.last_page}"
        )  # fmt: skip


def parts_of(passages: Iterable[Outlined], letters: int = LETTERS) -> list[TextPart]:
    """Return the parts in their order: none has more letters than `letters`, but for a page longer than that."""
    parts: list[list[Outlined]] = []
    room = 0
    ordered = notes_in_place([(one, one.line) for one in passages])
    for _, page in groupby(ordered, key=lambda one: (one.document, one.page if one.page else one.pk)):
        together = list(page)
        length = sum(one.letters for one in together)
        if not parts or length > room:
            parts.append([])
            room = letters
        parts[-1] += together
        room -= length
    return [_part(number, part) for number, part in enumerate(parts, start=1)]


def part_at(parts: Sequence[TextPart], *, number: int, anchor: str = "") -> TextPart | None:
    """Return the part with the passage of this anchor, else the one of this number; None where there is no such."""
    with_it = next((part for part in parts if anchor and anchor in part.anchors), None)
    return with_it or next((part for part in parts if part.number == number), None)


def _part(number: int, passages: Sequence[Outlined]) -> TextPart:
    pages = [one.page for one in passages if one.page]
    return TextPart(
        number, tuple(one.pk for one in passages), frozenset(one.anchor for one in passages),
        pages[0] if pages else None, pages[-1] if pages else None,
    )  # fmt: skip
