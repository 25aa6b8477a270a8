"""In which order rows stand, as PostgreSQL puts them."""

from typing import TYPE_CHECKING

from django.contrib.postgres.search import SearchRank
from django.db.models import F

from reviews.models.item import ItemQuerySet
from reviews.models.review import ReviewQuerySet
from reviews.search.parameters import SearchParameters

if TYPE_CHECKING:
    from reviews.search.question import Question

# What a hit counts in a passage's heading path (C), in the text (B) and in a label (A); D is not used.
WEIGHTS = [0.1, 0.3, 0.7, 1.0]


def in_order_of_reviews(reviews: ReviewQuerySet, parameters: SearchParameters) -> ReviewQuerySet:
    """Return the reviews by date of publication, newest first unless the oldest are asked for."""
    if parameters.sort == "oldest":
        return reviews.order_by(F("published_latest").asc(nulls_last=True), "display_name", "pk")
    return reviews.order_by(F("published_latest").desc(nulls_last=True), "display_name", "pk")


def in_order_of_items(
    items: ItemQuerySet, parameters: SearchParameters, question: "Question | None" = None
) -> ItemQuerySet:
    """Return the items in the order that is asked for; the best match first where there are words."""
    date = F("review__published_latest")
    newest = date.asc(nulls_last=True) if parameters.sort == "oldest" else date.desc(nulls_last=True)
    as_they_stand = (newest, "review__display_name", "review_id", "position", "pk")
    if parameters.sort == "best" and question is not None and question.meaning is not None:
        rank = SearchRank(F("search"), question.query, weights=WEIGHTS, cover_density=True)
        return items.annotate(rank=rank).order_by("-rank", *as_they_stand)
    return items.order_by(*as_they_stand)
