"""The page beside the record: its picture with what was found marked on it, and its text with the words lit up."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.checking.own_words import own_words_marked
from reviews.models import Document, Item
from reviews.views.sources import places_on

# Where a format has no pages, so many passages before and after are shown.
AROUND = 12
# What stands between the cues of a theme's evidence.
BETWEEN_CUES = "; "
A_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class LitPassage:
    """A passage in pieces: each with whether its words are lit."""

    anchor: str
    label: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class PageBeside:
    """One page of a document; `number` is None where the format has no pages."""

    document: Document
    number: int | None
    places: list[dict[str, object]]
    passages: list[LitPassage]

    @property
    def size(self) -> tuple[float, float] | None:
        """Width and height in points; None where no picture can be shown."""
        return self.document.page_size(self.number) if self.number and self.document.shows_pages else None

    @property
    def previous(self) -> int | None:
        """The number of the page before."""
        return self.number - 1 if self.number and self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The number of the page after."""
        return self.number + 1 if self.number and self.number < (self.document.page_count or 0) else None


def page_beside(
    document: Document, *, item: Item | None = None, page: int | None = None, words: str = ""
) -> PageBeside:
    """Return the page on which `item` or `words` stand, or the `page` asked for, with the words lit."""
    asked = page or (item.page if item else None) or 1
    number = asked if asked <= (document.page_count or 0) else None
    if number:
        places = own_words_marked(places_on(document, number, wanted=item.anchor if item else ""), document, number)
        passages = list(document.items.text_passages().begun_on(number))
    else:
        places, passages = [], _around(document, item)
    lit = words.split(BETWEEN_CUES) if words else _words_of(item)
    return PageBeside(document, number, places, [_lit(passage, lit) for passage in passages])


def _around(document: Document, item: Item | None) -> list[Item]:
    passages = list(document.items.text_passages())
    own = {passage.pk for passage in item.passages.all()} if item else set()
    first = next((place for place, passage in enumerate(passages) if passage.pk in own), 0)
    return passages[max(first - AROUND, 0) : first + AROUND + 1]


def _words_of(item: Item | None) -> list[str]:
    """Return what is lit of an item: its words, line by line, since each line may be a passage of its own."""
    return [line for line in item.text.splitlines() if line.strip()] if item else []


def _lit(passage: Item, words: Sequence[str]) -> LitPassage:
    return LitPassage(passage.anchor, passage.label, tuple(pieces(passage.text, words)))


def pieces(text: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """Return the text in pieces, those that are among `words` lit, whatever spaces stand between them.

    A passage that is a part of the words is lit as a whole.
    """
    plain = _plain(text)
    if plain and any(plain in _plain(one) for one in words):
        return [(text, True)]
    for one in words:
        found = re.search(r"\s*".join(map(re.escape, A_WORD.findall(one)[:400])), text, re.IGNORECASE)
        if one.strip() and found:
            parts = [(text[: found.start()], False), (found.group(), True), (text[found.end() :], False)]
            return [part for part in parts if part[0]]
    return [(text, False)]


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
