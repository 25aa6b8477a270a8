"""The items that have the words, of reviews that a visitor may see; what is counted of them once for all filters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reviews.forms import NOT_STATED
from reviews.models import ItemKind
from reviews.search.facts import Dimension, Facts
from reviews.search.matching import BlockMatcher
from reviews.search.question import Question
from reviews.search.reading import Part, Read
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
    if part.occurrences is not None and question.meaning is not None:
        places = BlockMatcher(part.occurrences, part.columns.is_there).places(question.meaning)
    else:
        places = np.flatnonzero(part.columns.is_there)
    reviews = facts.numbers_of(part.columns.review[places])
    visible = reviews >= 0
    return Found(part, places, reviews) if visible.all() else Found(part, places[visible], reviews[visible])


class FoundRows:
    """The items that have the words, one after the other in all parts; what it says of them is worked out once.

    `is_everything` says that these are all items that there are, so that counts by review are worth keeping.
    """

    def __init__(self, facts: Facts, found: Sequence[Found], *, is_everything: bool = False) -> None:
        self.facts, self.found, self.is_everything = facts, found, is_everything
        self.reviews = joined([one.reviews for one in found])
        self.kinds = self.column("kind")
        self._cubes: dict[str, tuple[tuple[str, ...], NDArray[np.int32]]] = {}

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.reviews)

    def column(self, name: str) -> Numbers:
        """Return one column of all items."""
        return joined([getattr(one.part.columns, name)[one.places] for one in self.found])

    def of(self, name: str, items: Numbers) -> Numbers:
        """Return one column of some items; it is quick where they are few."""
        ends = np.cumsum([len(one.places) for one in self.found])
        of_part = np.searchsorted(ends, items, side="right")
        values = np.zeros(len(items), np.int64)
        for at in np.unique(of_part):
            here = of_part == at
            one = self.found[at]
            places = one.places[items[here] - (ends[at] - len(one.places))]
            values[here] = getattr(one.part.columns, name)[places]
        return values

    def is_of(self, kind: str, items: Numbers) -> NDArray[np.bool_]:
        """Return which of some items are of a kind."""
        return np.asarray(self.kinds[items] == KINDS.index(ItemKind(kind)))

    @cached_property
    def by_kind(self) -> NDArray[np.int64]:
        """How many items of each kind each review has: a line for each kind, a place for each review."""
        at = self.kinds * self.facts.count + self.reviews
        return np.bincount(at, minlength=len(KINDS) * self.facts.count).reshape(len(KINDS), self.facts.count)

    @cached_property
    def by_review(self) -> tuple[Numbers, Numbers]:
        """The items review by review, and where each review begins among them, with where the last one ends."""
        ends = np.cumsum(np.bincount(self.reviews, minlength=self.facts.count))
        return np.argsort(self.reviews, kind="stable"), np.concatenate([[0], ends])

    def items_of(self, reviews: Iterable[int]) -> Numbers:
        """Return the items of some reviews."""
        order, begins = self.by_review
        return joined([order[begins[one] : begins[one + 1]] for one in reviews])

    def cube(self, name: str) -> tuple[tuple[str, ...], NDArray[np.int32]]:
        """Return the values of a filter of items, and how many items of each kind and review have each of them.

        It is small and kept; the dimension from which it is made is as long as there are items, and is not.
        """
        if name not in self._cubes:
            made = self.dimension(name)
            self._cubes[name] = made.values, self._counted(made)
        return self._cubes[name]

    def _counted(self, one: Dimension) -> NDArray[np.int32]:
        shape = (len(KINDS), len(one.values), self.facts.count)
        at = (self.kinds[one.rows] * shape[1] + one.codes) * shape[2] + self.reviews[one.rows]
        return np.bincount(at, minlength=shape[0] * shape[1] * shape[2]).astype(np.int32).reshape(shape)

    def dimension(self, name: str) -> Dimension:
        """Return what the items have of a filter of items."""
        match name:
            case "practice":
                return self._practices()
            case "checked":
                return self._checks()
            case "addressee":
                return self._addressees()
            case _:
                return self._themes()

    def _practices(self) -> Dimension:
        flags = self.column("flags")
        gap, good = np.flatnonzero(flags & GAP), np.flatnonzero(flags & GOOD)
        neither = np.flatnonzero(flags & (GAP | GOOD) == 0)
        return _of_groups(("gap", gap), ("good", good), (NOT_STATED, neither))

    def _checks(self) -> Dimension:
        checked = self.column("flags") & CHECKED > 0
        return _of_groups(("person", np.flatnonzero(checked)), ("machine", np.flatnonzero(~checked)))

    def _addressees(self) -> Dimension:
        agencies = self.column("agency")
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
        without = np.setdiff1d(np.arange(self.count), rows)
        return Dimension(
            (*(self.facts.themes[int(theme)] for theme in known), NOT_STATED),
            np.concatenate([rows, without]),
            np.concatenate([codes, np.full(len(without), len(known), np.int64)]),
        )


def rows_found(read: Read, question: Question, facts: Facts) -> FoundRows:
    """Return the items that have the words. Without words they are all items, which are kept with the facts."""
    blocks = read.blocks if question.meaning is None else None
    rows = facts.everything.get(blocks) if blocks is not None else None
    if rows is None:
        found = [found_in(part, question, facts) for part in read.parts]
        rows = FoundRows(facts, found, is_everything=blocks is not None)
        if blocks is not None:
            facts.everything.clear()
            facts.everything[blocks] = rows
    return rows


def joined(arrays: Sequence[NDArray[Any]]) -> Numbers:
    """Return the arrays one after the other, as numbers."""
    return np.concatenate([np.zeros(0, np.int64), *arrays])


def _of_groups(*groups: tuple[str, Numbers]) -> Dimension:
    rows = np.concatenate([rows for _, rows in groups])
    codes = np.repeat(np.arange(len(groups)), [len(rows) for _, rows in groups])
    return Dimension(tuple(value for value, _ in groups), rows, codes)
