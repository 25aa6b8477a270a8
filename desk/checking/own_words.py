"""Where the words of an item itself stand on the picture of a page, not only the paragraph that they are part of."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from reviews.lit_words import PageWord, words_on
from reviews.models import Document, Item
from reviews.pictures import PictureError

Box = list[float]


def own_words_marked(places: list[dict[str, Any]], document: Document, page: int) -> list[dict[str, Any]]:
    """Return the places of a page with each item's own words in place of its paragraph, where they can be read there.

    An item that goes on over a page's end keeps its paragraph.
    """
    if not places or not document.shows_pages:
        return places
    try:
        standing = words_on(document, page)
    except PictureError:
        return places
    return [{**place, "boxes": _boxes_of(place["item"], place["boxes"], standing, page)} for place in places]


def _boxes_of(item: Item, boxes: list[Box], standing: Sequence[PageWord], page: int) -> list[Box]:
    if any(box[0] != page for box in item.boxes):
        return boxes
    written = _Written(standing)
    found = [box for line in item.text.splitlines() for box in _lines(written.words_of(line, boxes))]
    return found or boxes


class _Written:
    """The letters of a page in a row, each with the word that it belongs to."""

    def __init__(self, standing: Sequence[PageWord]) -> None:
        plain = [(_plain(word.text), word) for word in standing]
        self.text = "".join(letters for letters, _ in plain)
        self.owner = [word for letters, word in plain for _ in letters]

    def words_of(self, text: str, boxes: Sequence[Box]) -> list[PageWord]:
        """Return the words that `text` is written with: of several places the one that lies most within `boxes`."""
        wanted = _plain(text)
        places = list(self._places_of(wanted)) if wanted else []
        found = [list(dict.fromkeys(self.owner[start : start + len(wanted)])) for start in places]
        return max(found, key=lambda words: sum(_lies_in(word, boxes) for word in words), default=[])

    def _places_of(self, wanted: str) -> Iterable[int]:
        start = self.text.find(wanted)
        while start >= 0:
            yield start
            start = self.text.find(wanted, start + len(wanted))


def _lies_in(word: PageWord, boxes: Sequence[Box]) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return any(left <= across <= left + width and top <= down <= top + height for left, top, width, height in boxes)


def _lines(words: Sequence[PageWord]) -> list[Box]:
    """Return a box around the words of each line: left, top, width, height in points."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: round(word.bottom))]
    return [_around(line) for line in lines]


def _around(words: Sequence[PageWord]) -> Box:
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    return [round(edge, 1) for edge in (left, top, right - left, bottom - top)]


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
