"""Which rows answer, in plain SQL: what "it answers" means. The fast form is held to this by a property test.

Everything goes through `visible_to(user)` and `published()`.
"""

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.http import QueryDict

from reviews.filters import ItemFilter, ReviewFilter
from reviews.models import Item, Review
from reviews.models.item import ItemQuerySet
from reviews.models.review import ReviewQuerySet
from reviews.search.parameters import KINDS_OF_ROW, SearchParameters
from reviews.search.question import Question, question_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor


def reviews_within(parameters: SearchParameters, user: "Visitor") -> ReviewQuerySet:
    """Return the published reviews that `user` may see and that pass the filters of reviews."""
    found: ReviewQuerySet = ReviewFilter(_asked(parameters), Review.objects.visible_to(user).published()).qs
    return found


def item_rows(parameters: SearchParameters, user: "Visitor", question: Question | None = None) -> ItemQuerySet:
    """Return the items of every kind that answer: of these reviews, with the words, passing the filters of items."""
    current = Item.objects.current().filter(review__in=reviews_within(parameters, user))
    found: ItemQuerySet = ItemFilter(_asked(parameters), current).qs
    question = question or question_of(parameters.words)
    return found if question.meaning is None else found.filter(search=question.query)


def review_rows(parameters: SearchParameters, user: "Visitor", question: Question | None = None) -> ReviewQuerySet:
    """Return the reviews that answer: those with an item that does, and those that have the words in their name.

    A name is no item: where an item itself is asked for something, names do not count.
    """
    question = question or question_of(parameters.words)
    asks_items = any(parameters.used(name) for name in parameters.filters_of_items)
    reviews = reviews_within(parameters, user)
    if question.meaning is None and not asks_items:
        return reviews
    answering = Q(Exists(item_rows(parameters, user, question).filter(review=OuterRef("pk"))))
    if question.meaning is not None and not asks_items:
        answering |= Q(name_words=question.query)
    return reviews.filter(answering)


def rows(
    parameters: SearchParameters, user: "Visitor", question: Question | None = None
) -> ReviewQuerySet | ItemQuerySet:
    """Return the rows of the shown kind that answer."""
    if parameters.kind is None:
        return review_rows(parameters, user, question)
    return item_rows(parameters, user, question).of_kind(parameters.kind)


def counts(parameters: SearchParameters, user: "Visitor") -> dict[str, int]:
    """Return how many rows of each kind answer."""
    question = question_of(parameters.words)
    items = item_rows(parameters, user, question).counts_by_kind()
    reviews = review_rows(parameters, user, question).count()
    return {show: items.get(kind, 0) if kind else reviews for show, kind in KINDS_OF_ROW.items()}


def recount(parameters: SearchParameters, user: "Visitor", name: str, value: str) -> int:
    """Return how many rows have a value of a filter under all other filters.

    With "all of these themes" a theme's number is of the rows that would be left.
    """
    joined = name == "theme" and parameters.match == "all"
    asked = parameters if joined else parameters.without(name)
    return rows(asked.with_value(name, value), user).count()


def _asked(parameters: SearchParameters) -> QueryDict:
    return QueryDict(parameters.query())
