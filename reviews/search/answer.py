"""The answer to a search: the rows of a page, how many there are of every kind, and of every value of every filter."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Value

from reviews.models import Agency, Item, Review, Theme
from reviews.search.facts import facts_for
from reviews.search.parameters import SearchParameters
from reviews.search.plain import in_order_of_items
from reviews.search.question import NOTHING, Question, question_of
from reviews.search.ranking import RANKED_BY_CLOSENESS, best, by_date, ids_of
from reviews.search.reading import Part, read
from reviews.search.tally import Tally, found_in

if TYPE_CHECKING:
    from reviews.models.review import Visitor


@dataclass(frozen=True)
class Names:
    """What themes and agencies are called: their keys and labels by id."""

    themes: dict[int, tuple[str, str]]
    agencies: dict[int, tuple[str, str]]


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

    def rows(self, begin: int, end: int) -> Sequence[Any]:
        """Return the rows from `begin` to `end` with what lists show of them."""
        return self._reviews(begin, end) if self.asked.kind is None else self._items(begin, end)

    def _reviews(self, begin: int, end: int) -> list[Review]:
        numbers = self.tally.answering_reviews(self.asked)
        if self.asked.sort == "oldest":
            numbers = numbers[self.tally.facts.oldest_first[numbers].argsort()]
        ids = [int(one) for one in self.tally.facts.ids[numbers[begin:end]]]
        return _in_order(ids, Review.objects.filter(pk__in=ids).for_lists()) if ids else []

    def _items(self, begin: int, end: int) -> list[Item]:
        answering, found = self.tally.answering_items(self.asked), self.tally.found
        if not begin < len(answering):
            return []
        if self.asked.sort != "best" or self.question.meaning is None:
            ids = ids_of(found, by_date(self.tally, self.asked, answering, begin, end))
        elif begin >= RANKED_BY_CLOSENESS:
            ids = ids_of(found, best(found, self.question, answering, end)[begin:])
        else:
            ids = ids_of(found, best(found, self.question, answering, RANKED_BY_CLOSENESS))
            closest = in_order_of_items(Item.objects.filter(pk__in=ids), self.asked, self.question)
            return list(closest.with_details(self.asked.kind).with_places()[begin:end])
        return _in_order(ids, Item.objects.filter(pk__in=ids).with_details(self.asked.kind).with_places())


def answer(asked: SearchParameters, user: "Visitor") -> Answer:
    """Return what answers; asks the database four times, and once more where words have other names."""
    return answer_to(asked, user, question_of(asked.words) if asked.words else NOTHING, names())


def answer_to(asked: SearchParameters, user: "Visitor", question: Question, called: Names) -> Answer:
    """Return what answers a question that is understood already."""
    return _answer(asked, user, question, called, parts=read(question, with_themes=asked.within == "item"))


def every_review(user: "Visitor") -> Answer:
    """Return all reviews that `user` may see as an answer, in two queries; it knows nothing of their items."""
    return _answer(SearchParameters(show="reviews"), user, NOTHING, names(), parts=())


def without_words(one: Answer, user: "Visitor") -> Answer:
    """Return what answers the same without the words."""
    return answer_to(replace(one.asked, words=""), user, NOTHING, one.names)


def names() -> Names:
    """Return what themes and agencies are called, in one query."""
    themes = Theme.objects.order_by().values_list("pk", "key", "label", Value("theme", CharField()))
    agencies = Agency.objects.order_by().values_list("pk", "key", "name", Value("agency", CharField()))
    rows = list(themes.union(agencies, all=True))
    return Names(
        {pk: (key, label) for pk, key, label, sort in rows if sort == "theme"},
        {pk: (key, label) for pk, key, label, sort in rows if sort == "agency"},
    )


def _answer(
    asked: SearchParameters, user: "Visitor", question: Question, called: Names, *, parts: Sequence[Part]
) -> Answer:
    themes, agencies = ({pk: key for pk, (key, _) in named.items()} for named in (called.themes, called.agencies))
    facts = facts_for(user, question, themes=themes, agencies=agencies)
    return Answer(asked, question, Tally(question, facts, [found_in(part, question, facts) for part in parts]), called)


def _in_order(ids: list[int], rows: Any) -> list[Any]:
    by_id = {row.pk: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]
