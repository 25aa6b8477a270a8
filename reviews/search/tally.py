"""Counting what answers: the rows of each kind, and of each value of each filter under all other filters.

It says what reviews.search.plain says, from arrays: the items that have the words, and the facts of their reviews.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviews.filters import FILTERS
from reviews.search.facts import Dimension, Facts, YearsSince
from reviews.search.found import FoundRows
from reviews.search.matching import Mask
from reviews.search.parameters import KINDS_OF_ROW, SearchParameters
from reviews.search.question import Question
from reviews.search.records import KINDS

Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Tally:
    """Counts over the items that have the words; `named` are the reviews that have them in their name."""

    question: Question
    facts: Facts
    found: FoundRows
    named: Mask
    _rows: dict[Any, Numbers] = field(default_factory=dict)
    _dimensions: dict[str, Dimension] = field(default_factory=dict)

    def counts(self, asked: SearchParameters) -> dict[str, int]:
        """Return how many rows of each kind answer."""
        passing = self._reviews_passing(asked)
        reviews = int((self._reviews_answering(asked) & passing).sum())
        of_kinds = self._by_kind(asked)[:, passing].sum(axis=1)
        return {
            show: reviews if kind is None else int(of_kinds[KINDS.index(kind)]) for show, kind in KINDS_OF_ROW.items()
        }

    def count(self, asked: SearchParameters) -> int:
        """Return how many rows of the shown kind answer."""
        return self.counts(asked)[asked.show]

    def answering_items(self, asked: SearchParameters) -> Numbers:
        """Return the numbers of the items of the shown kind that answer."""
        answering = self._reviews_passing(asked)[self.found.reviews]
        if asked.kind is not None:
            answering &= self.found.kinds == KINDS.index(asked.kind)
        return np.flatnonzero(answering & self._items_passing(asked) if asks_items(asked) else answering)

    def items_of_reviews(self, asked: SearchParameters) -> Numbers:
        """Return how many items of the shown kind that answer each review has; nothing is asked of items themselves."""
        assert asked.kind is not None
        assert not asks_items(asked)
        return np.asarray(self.found.by_kind[KINDS.index(asked.kind)] * self._reviews_passing(asked))

    def answering_reviews(self, asked: SearchParameters) -> Numbers:
        """Return the numbers of the reviews that answer."""
        return np.flatnonzero(self._reviews_answering(asked) & self._reviews_passing(asked))

    def of_values(self, name: str, asked: SearchParameters) -> dict[str, int]:
        """Return how many rows of the shown kind have each value of a filter, under all other filters.

        With "all of these themes" a theme's number is of the rows that would be left.
        """
        joined = name == "theme" and asked.match == "all"
        others = asked if joined else asked.without(name)
        if name in asked.filters_of_items:
            return self._of_item_values(name, others)
        weights = self._rows_of_reviews(others) * self._reviews_passing(others)
        if name == "since":
            return self.facts.since.counts(weights, (*asked.values.get(name, ()), *asked.excluded.get(name, ())))
        return self.facts.dimension(name).counts(weights)

    def _of_item_values(self, name: str, others: SearchParameters) -> dict[str, int]:
        if self.found.is_everything and not asks_items(others):
            return self._of_every_item(name, others)
        items = self.answering_items(others)
        dimension = self._dimension(name)
        if others.kind is not None:
            weights = np.zeros(self.found.count, np.int64)
            weights[items] = 1
            return dimension.counts(weights)
        answering = np.isin(dimension.rows, items)
        pairs = np.unique(np.stack([self.found.reviews[dimension.rows[answering]], dimension.codes[answering]]), axis=1)
        return Dimension(dimension.values, pairs[0], pairs[1]).counts(np.ones(self.facts.count, np.int64))

    def _of_every_item(self, name: str, others: SearchParameters) -> dict[str, int]:
        values, cube = self.found.cube(name)
        passing = self._reviews_passing(others)
        if others.kind is None:
            numbers = (cube.sum(axis=0) > 0)[:, passing].sum(axis=1)
        else:
            numbers = cube[KINDS.index(others.kind)][:, passing].sum(axis=1)
        return {value: int(number) for value, number in zip(values, numbers, strict=True) if number}

    def _rows_of_reviews(self, asked: SearchParameters) -> Numbers:
        """Return how many rows of the shown kind that answer each review has, or whether it is one itself."""
        if asked.kind is None:
            return self._reviews_answering(asked).astype(np.int64)
        return np.asarray(self._by_kind(asked)[KINDS.index(asked.kind)])

    def _by_kind(self, asked: SearchParameters) -> Numbers:
        """Return how many items of each kind, that pass the filters of items, each review has."""
        # Every filter of reviews asks this; only what is asked of items makes a difference.
        if not asks_items(asked):
            return self.found.by_kind
        of_items = tuple((asked.values.get(name), asked.excluded.get(name)) for name in sorted(asked.filters_of_items))
        key = (asked.match, of_items)
        if key not in self._rows:
            passing = self._items_passing(asked)
            at = (self.found.kinds * self.facts.count + self.found.reviews)[passing]
            counted = np.bincount(at, minlength=len(KINDS) * self.facts.count)
            self._rows[key] = counted.reshape(len(KINDS), self.facts.count)
        return self._rows[key]

    def _reviews_answering(self, asked: SearchParameters) -> Mask:
        """Return which reviews have an item that answers, or have the words in their name."""
        if asks_items(asked):
            return np.asarray(self._by_kind(asked).any(axis=0))
        if self.question.meaning is None:
            return np.ones(self.facts.count, bool)
        return np.asarray(self.found.by_kind.any(axis=0) | self.named)

    def _reviews_passing(self, asked: SearchParameters) -> Mask:
        """Return which reviews pass the filters of reviews."""
        passing = np.ones(self.facts.count, bool)
        for name in FILTERS:
            if asked.used(name) and name not in asked.filters_of_items:
                passing &= _passing(self._of_reviews(name), name, asked, self.facts.count)
        return passing

    def _items_passing(self, asked: SearchParameters) -> Mask:
        """Return which items pass the filters of items."""
        passing = np.ones(self.found.count, bool)
        for name in asked.filters_of_items:
            if asked.used(name):
                passing &= _passing(self._dimension(name), name, asked, self.found.count)
        return passing

    def _of_reviews(self, name: str) -> Dimension | YearsSince:
        return self.facts.since if name == "since" else self.facts.dimension(name)

    def _dimension(self, name: str) -> Dimension:
        if name not in self._dimensions:
            self._dimensions[name] = self.found.dimension(name)
        return self._dimensions[name]


def asks_items(asked: SearchParameters) -> bool:
    """Return whether something is asked of the items themselves, beside their words."""
    return any(asked.used(name) for name in asked.filters_of_items)


def _passing(dimension: Dimension | YearsSince, name: str, asked: SearchParameters, count: int) -> Mask:
    """Return which rows have the values that are wanted, and none of those that are excluded."""
    wanted, excluded = asked.values.get(name, ()), asked.excluded.get(name, ())
    passing = np.ones(count, bool)
    if wanted and name == "theme" and asked.match == "all":
        for value in wanted:
            passing &= dimension.rows_with((value,), count)
    elif wanted:
        passing = dimension.rows_with(wanted, count)
    return passing & ~dimension.rows_with(excluded, count) if excluded else passing
