"""The answer to a search: the rows of a page, how many there are of every kind, and of every value of every filter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from reviews.models import Item, Review
from reviews.search.cards import for_cards
from reviews.search.facts import Facts
from reviews.search.found import rows_found
from reviews.search.kept import Names, seen_by
from reviews.search.order import in_order_of_items
from reviews.search.parameters import SearchParameters
from reviews.search.question import NOTHING, Question, question_of
from reviews.search.ranking import RANKED_BY_CLOSENESS, best, by_date, ids_of
from reviews.search.reading import Read, read
from reviews.search.tally import Tally

if TYPE_CHECKING:
    from reviews.models.review import Visitor


@dataclass(frozen=True, eq=False)
class Answer:
    """What answers `asked` for one visitor."""

    asked: SearchParameters
    question: Question
    tally: Tally
    names: Names

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows of each kind answer."""
        return self.tally.counts(self.asked)

    @property
    def count(self) -> int:
        """How many rows of the shown kind answer."""
        return self.counts[self.asked.show]

    def of_values(self, name: str) -> dict[str, int]:
        """Return how many rows of the shown kind have each value of a filter, under all other filters."""
        return self.tally.of_values(name, self.asked)

    def rows(self, begin: int, end: int, *, in_full: bool = False) -> Sequence[Any]:
        """Return the rows from `begin` to `end` with what lists show of them, or with all that they have."""
        if self.asked.kind is None:
            return self._reviews(begin, end)
        if not begin < self.count:
            return []
        ids = self._ids(begin, end)
        items = Item.objects.filter(pk__in=ids)
        shown = items.with_details(self.asked.kind).with_places() if in_full else for_cards(items, self.asked.kind)
        if self._is_by_closeness(begin):
            return list(in_order_of_items(shown, self.asked, self.question)[begin:end])
        return _in_order(ids, shown)

    def ids_by_date(self, begin: int, end: int) -> list[int]:
        """Return the ids of the items from `begin` to `end` by the dates of their reviews."""
        return ids_of(self.tally.found, by_date(self.tally, self.asked, begin, end)) if begin < self.count else []

    def _is_by_closeness(self, begin: int) -> bool:
        """Return whether PostgreSQL puts the best in order, by how close the words stand."""
        return self.asked.sort == "best" and self.question.meaning is not None and begin < RANKED_BY_CLOSENESS

    def _reviews(self, begin: int, end: int) -> list[Review]:
        numbers = self.tally.answering_reviews(self.asked)
        if self.asked.sort == "oldest":
            numbers = numbers[self.tally.facts.oldest_first[numbers].argsort()]
        ids = [int(one) for one in self.tally.facts.ids[numbers[begin:end]]]
        return _in_order(ids, Review.objects.filter(pk__in=ids).for_lists()) if ids else []

    def _ids(self, begin: int, end: int) -> list[int]:
        """Return the ids of the items from `begin` to `end`, or of all the best that are still to be put in order."""
        found = self.tally.found
        if self.asked.sort != "best" or self.question.meaning is None:
            return self.ids_by_date(begin, end)
        answering = self.tally.answering_items(self.asked)
        if self._is_by_closeness(begin):
            return ids_of(found, best(found, self.question, answering, RANKED_BY_CLOSENESS))
        return ids_of(found, best(found, self.question, answering, end)[begin:])


def answer(asked: SearchParameters, user: "Visitor") -> Answer:
    """Return what answers; asks the database twice, and more often where something has changed or words are new."""
    kept, facts = seen_by(user)
    question = question_of(asked.words, kept) if asked.words else NOTHING
    return _answer(asked, question, kept.names, facts, read(question, with_themes=asked.within == "item"))


def every_review(user: "Visitor") -> Answer:
    """Return all reviews that `user` may see as an answer, in one query; it knows nothing of their items."""
    kept, facts = seen_by(user)
    return _answer(SearchParameters(show="reviews"), NOTHING, kept.names, facts, Read(of_everything=False))


def without_words(one: Answer) -> Answer:
    """Return what answers the same without the words, in one query."""
    asked = replace(one.asked, words="")
    return _answer(asked, NOTHING, one.names, one.tally.facts, read(NOTHING, with_themes=asked.within == "item"))


def _answer(asked: SearchParameters, question: Question, names: Names, facts: Facts, what: Read) -> Answer:
    named = np.isin(facts.ids, what.named_ids)
    return Answer(asked, question, Tally(question, facts, rows_found(what, question, facts), named), names)


def _in_order(ids: list[int], rows: Any) -> list[Any]:
    by_id = {row.pk: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]
