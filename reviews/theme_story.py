"""What a theme's page tells: how often it is met, what was found and recommended, and good practice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviews.models import Item, ItemKind, Theme
from reviews.models.item import ItemQuerySet
from reviews.search import USUAL, SearchParameters, in_order_of_items, item_rows, review_rows

if TYPE_CHECKING:
    from reviews.models.review import Visitor

LISTED = 8


@dataclass(frozen=True)
class Shelf:
    """The newest items of one sort on a theme, how many there are, and the search that gives them all."""

    title: str
    name: str
    items: Sequence[Item]
    count: int
    query: str


@dataclass(frozen=True)
class Story:
    """What is told of a theme."""

    review_count: int
    reviews_query: str
    shelves: tuple[Shelf, ...]


def story_of(theme: Theme, user: "Visitor") -> Story:
    """Return what the reviews that `user` may see say on a theme, newest first; each number is that of its search."""
    reviews = SearchParameters(show="reviews", values={"theme": (theme.key,)})
    findings = replace(reviews, show="findings", within="item")
    recommended = replace(findings, show="recommendations")
    items = item_rows(findings, user)
    found = items.of_kind(ItemKind.FINDING)
    shelves = (
        ("What reviews found", "findings", found, findings.query()),
        ("What was recommended", "recommendations", items.of_kind(ItemKind.RECOMMENDATION), recommended.query()),
        ("Good practice", "good-practice", found.good_practice(theme), ""),
    )
    return Story(
        review_count=review_rows(reviews, user).count(),
        reviews_query=replace(reviews, show=USUAL.show).query(),
        shelves=tuple(_shelf(*shelf) for shelf in shelves),
    )


def _shelf(title: str, name: str, found: ItemQuerySet, query: str) -> Shelf:
    newest = in_order_of_items(found, USUAL).with_details().with_places()[:LISTED]
    return Shelf(title, name, tuple(newest), found.count(), query)
