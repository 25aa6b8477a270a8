"""Counting what answers: the rows of each kind, and of each value of each filter under all other filters.

It says what reviews.search.plain says, from arrays: the items that have the words, and the facts of their reviews.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviews.filters import FILTERS
from reviews.forms import NOT_STATED
from reviews.search.facts import Dimension, Facts
from reviews.search.matching import BlockMatcher, Mask
from reviews.search.parameters import KINDS_OF_ROW, SearchParameters
from reviews.search.question import Question
from reviews.search.reading import Part
from reviews.search.records import CHECKED, GAP, GOOD, KINDS

Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Found:
    """The items of a part that have the words, of visible reviews: their places, and their reviews' numbers."""

    part: Part
    places: Numbers
    reviews: Numbers


def found_in(part: Part, question: Question, facts: Facts) -> Found:
    """Return the items of a part that have the words."""
    has_words: Mask = part.columns.is_there
    if part.occurrences is not None and question.meaning is not None:
        has_words = BlockMatcher(part.occurrences, part.columns.is_there).answers(question.meaning)
    places = np.flatnonzero(has_words)
    reviews = facts.numbers_of(part.columns.review[places])
    visible = reviews >= 0
    return Found(part, places[visible], reviews[visible])


class Tally:
    """Counts over the items that have the words, one after the other in all parts; `question` is what they have."""

    def __init__(self, question: Question, facts: Facts, found: Sequence[Found]) -> None:
        self.question, self.facts, self.found = question, facts, found
        self.reviews = _joined([one.reviews for one in found])
        self.kinds = _joined([one.part.columns.kind[one.places] for one in found])
        self._rows: dict[Any, Numbers] = {}
        self._dimensions: dict[str, Dimension] = {}

    def counts(self, asked: SearchParameters) -> dict[str, int]:
        """Return how many rows of each kind answer."""
        passing = self._reviews_passing(asked)
        items = self._items_passing(asked) & passing[self.reviews]
        of_kinds = np.bincount(self.kinds[items], minlength=len(KINDS))
        reviews = int((self._reviews_answering(asked) & passing).sum())
        return {
            show: reviews if kind is None else int(of_kinds[KINDS.index(kind)]) for show, kind in KINDS_OF_ROW.items()
        }

    def count(self, asked: SearchParameters) -> int:
        """Return how many rows of the shown kind answer."""
        return self.counts(asked)[asked.show]

    def answering_items(self, asked: SearchParameters) -> Numbers:
        """Return the numbers of the items of the shown kind that answer."""
        shown = self.kinds == KINDS.index(asked.kind) if asked.kind else np.ones(len(self.kinds), bool)
        return np.flatnonzero(shown & self._items_passing(asked) & self._reviews_passing(asked)[self.reviews])

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
        return self.facts.dimension(name).counts(weights)

    def _of_item_values(self, name: str, others: SearchParameters) -> dict[str, int]:
        items = self.answering_items(others)
        dimension = self._dimension(name)
        if others.kind is not None:
            weights = np.zeros(len(self.kinds), np.int64)
            weights[items] = 1
            return dimension.counts(weights)
        answering = np.isin(dimension.rows, items)
        pairs = np.unique(np.stack([self.reviews[dimension.rows[answering]], dimension.codes[answering]]), axis=1)
        return Dimension(dimension.values, pairs[0], pairs[1]).counts(np.ones(self.facts.count, np.int64))

    def _rows_of_reviews(self, asked: SearchParameters) -> Numbers:
        """Return how many rows of the shown kind that answer each review has, or whether it is one itself."""
        # Every filter of reviews asks this; only what is asked of items makes a difference.
        of_items = tuple((asked.values.get(name), asked.excluded.get(name)) for name in sorted(asked.filters_of_items))
        key = (asked.kind, asked.match, of_items)
        if key not in self._rows:
            self._rows[key] = self._count_rows_of_reviews(asked)
        return self._rows[key]

    def _count_rows_of_reviews(self, asked: SearchParameters) -> Numbers:
        if asked.kind is None:
            return self._reviews_answering(asked).astype(np.int64)
        shown = (self.kinds == KINDS.index(asked.kind)) & self._items_passing(asked)
        return np.bincount(self.reviews[shown], minlength=self.facts.count)

    def _reviews_answering(self, asked: SearchParameters) -> Mask:
        """Return which reviews have an item that answers, or have the words in their name."""
        asks_items = any(asked.used(name) for name in asked.filters_of_items)
        if self.question.meaning is None and not asks_items:
            return np.ones(self.facts.count, bool)
        answering = np.bincount(self.reviews[self._items_passing(asked)], minlength=self.facts.count) > 0
        return answering if asks_items else answering | self.facts.is_named

    def _reviews_passing(self, asked: SearchParameters) -> Mask:
        """Return which reviews pass the filters of reviews."""
        passing = np.ones(self.facts.count, bool)
        for name in FILTERS:
            if asked.used(name) and name not in asked.filters_of_items:
                passing &= _passing(self.facts.dimension(name), name, asked, self.facts.count)
        return passing

    def _items_passing(self, asked: SearchParameters) -> Mask:
        """Return which items pass the filters of items."""
        passing = np.ones(len(self.kinds), bool)
        for name in asked.filters_of_items:
            if asked.used(name):
                passing &= _passing(self._dimension(name), name, asked, len(self.kinds))
        return passing

    def _dimension(self, name: str) -> Dimension:
        if name not in self._dimensions:
            self._dimensions[name] = self._made(name)
        return self._dimensions[name]

    def _made(self, name: str) -> Dimension:
        match name:
            case "practice":
                return self._practices()
            case "checked":
                return self._checks()
            case "addressee":
                return self._addressees()
            case _:
                return self._themes()

    @cached_property
    def _flags(self) -> Numbers:
        return _joined([one.part.columns.flags[one.places] for one in self.found])

    def _practices(self) -> Dimension:
        gap, good = np.flatnonzero(self._flags & GAP), np.flatnonzero(self._flags & GOOD)
        neither = np.flatnonzero(self._flags & (GAP | GOOD) == 0)
        return _of_groups(("gap", gap), ("good", good), (NOT_STATED, neither))

    def _checks(self) -> Dimension:
        checked = self._flags & CHECKED > 0
        return _of_groups(("person", np.flatnonzero(checked)), ("machine", np.flatnonzero(~checked)))

    def _addressees(self) -> Dimension:
        agencies = _joined([one.part.columns.agency[one.places] for one in self.found])
        known, codes = np.unique(agencies, return_inverse=True)
        values = tuple(self.facts.agencies.get(int(agency), NOT_STATED) for agency in known)
        return Dimension(values, np.arange(len(agencies)), codes.astype(np.int64))

    def _themes(self) -> Dimension:
        """Return the themes of the items; of those without one, that there is none."""
        pairs, begin = [np.zeros((2, 0), np.int64)], 0
        for one in self.found:
            rows = np.full(len(one.part.columns.is_there), -1, np.int64)
            rows[one.places] = begin + np.arange(len(one.places))
            items, themes = one.part.columns.themes
            pairs.append(np.stack([rows[items], themes])[:, rows[items] >= 0])
            begin += len(one.places)
        rows, themes = np.concatenate(pairs, axis=1)
        known, codes = np.unique(themes, return_inverse=True)
        without = np.setdiff1d(np.arange(len(self.kinds)), rows)
        return Dimension(
            (*(self.facts.themes[int(theme)] for theme in known), NOT_STATED),
            np.concatenate([rows, without]),
            np.concatenate([codes, np.full(len(without), len(known), np.int64)]),
        )


def _joined(arrays: Sequence[NDArray[Any]]) -> Numbers:
    return np.concatenate([np.zeros(0, np.int64), *arrays])


def _passing(dimension: Dimension, name: str, asked: SearchParameters, count: int) -> Mask:
    """Return which rows have the values that are wanted, and none of those that are excluded."""
    wanted, excluded = asked.values.get(name, ()), asked.excluded.get(name, ())
    passing = np.ones(count, bool)
    if wanted and name == "theme" and asked.match == "all":
        for value in wanted:
            passing &= dimension.rows_with((value,), count)
    elif wanted:
        passing = dimension.rows_with(wanted, count)
    return passing & ~dimension.rows_with(excluded, count) if excluded else passing


def _of_groups(*groups: tuple[str, Numbers]) -> Dimension:
    rows = np.concatenate([rows for _, rows in groups])
    codes = np.repeat(np.arange(len(groups)), [len(rows) for _, rows in groups])
    return Dimension(tuple(value for value, _ in groups), rows, codes)
