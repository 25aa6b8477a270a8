"""Which rows answer, in plain SQL: what "it answers" means. The fast form is held to this by a property test.

Everything goes through `visible_to(user)` and `published()`.
"""

from typing import TYPE_CHECKING

from django.contrib.postgres.search import SearchRank
from django.db.models import Exists, F, OuterRef, Q
from django.http import QueryDict

from reviews.filters import ItemFilter, ReviewFilter
from reviews.models import Item, Review
from reviews.models.item import ItemQuerySet
from reviews.models.review import ReviewQuerySet
from reviews.search.parameters import KINDS_OF_ROW, SearchParameters
from reviews.search.question import Question, question_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# What a hit counts in a passage's heading path (C), in the text (B) and in a label (A); D is not used.
WEIGHTS = [0.1, 0.3, 0.7, 1.0]


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


def in_order_of_reviews(reviews: ReviewQuerySet, parameters: SearchParameters) -> ReviewQuerySet:
    """Return the reviews by date of publication, newest first unless the oldest are asked for."""
    if parameters.sort == "oldest":
        return reviews.order_by(F("published_latest").asc(nulls_last=True), "display_name", "pk")
    return reviews.order_by(F("published_latest").desc(nulls_last=True), "display_name", "pk")


def in_order_of_items(
    items: ItemQuerySet, parameters: SearchParameters, question: Question | None = None
) -> ItemQuerySet:
    """Return the items in the order that is asked for; the best match first where there are words."""
    date = F("review__published_latest")
    newest = date.asc(nulls_last=True) if parameters.sort == "oldest" else date.desc(nulls_last=True)
    as_they_stand = (newest, "review__display_name", "review_id", "position", "pk")
    if parameters.sort == "best" and question is not None and question.meaning is not None:
        rank = SearchRank(F("search"), question.query, weights=WEIGHTS, cover_density=True)
        return items.annotate(rank=rank).order_by("-rank", *as_they_stand)
    return items.order_by(*as_they_stand)


def _asked(parameters: SearchParameters) -> QueryDict:
    return QueryDict(parameters.query())
