"""Where in a review's text the words stand that a reader came with, whatever page of it they are on."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from reviews.marks import Marker
from reviews.models import Item, Review
from reviews.opening import with_words


@dataclass(frozen=True)
class Place:
    """A passage with marked words, and the address at which it is read."""

    passage: Item
    address: str


def places_of(marker: Marker | None, review: Review, passages: Iterable[Item], shown: Collection[int]) -> list[Place]:
    """Return the passages with marked words; those with the keys in `shown` stand on the same page."""
    if marker is None:
        return []
    return [
        Place(one, f"#{one.fragment}" if one.pk in shown else with_words(one.place_in(review), marker.words))
        for one in passages
        if marker.spans(one.text)
    ]


def texts_in(passages: Iterable[Item], others: Iterable[Item] = ()) -> Iterator[str]:
    """Yield every text in which words can be marked: those of passages, their tables' cells, and of other items."""
    for passage in passages:
        yield passage.text
        yield from chain.from_iterable(passage.passage.rows or ())
    for item in others:
        yield item.text
