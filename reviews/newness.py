"""What is new in a search: rows of reviews that came here, or came anew, after some moment."""

import datetime
from typing import TYPE_CHECKING, Any

from reviews.models.item import ItemQuerySet
from reviews.models.review import ReviewQuerySet
from reviews.search import SearchParameters, rows
from reviews.search.question import question_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor


def new_since(moment: datetime.datetime, asked: SearchParameters, user: "Visitor") -> ReviewQuerySet | ItemQuerySet:
    """Return the rows that answer `asked` and that `user` could not have found before `moment`, the latest first."""
    return rows(asked, user, question_of(asked.words)).came_after(moment).latest_first()


def latest(asked: SearchParameters, user: "Visitor", number: int, *, for_anybody: bool = False) -> list[Any]:
    """Return the rows that answer `asked` and came last, each with the moment as `came_at`.

    `for_anybody` leaves out what is for one partnership: whoever is handed the address may read the rows.
    """
    found = rows(asked, user, question_of(asked.words))
    found = found.not_for_one_partnership() if for_anybody else found
    return for_cards(found.latest_first(), asked, number)


def for_cards(found: ReviewQuerySet | ItemQuerySet, asked: SearchParameters, number: int) -> list[Any]:
    """Return the first `number` rows with what a card in a list shows, in a fixed number of queries."""
    if isinstance(found, ItemQuerySet):
        return list(found.with_details(asked.kind).with_places()[:number])
    return list(found.for_lists()[:number])
