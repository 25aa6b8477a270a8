"""Which of the items that answer stand on a page, in the order that is asked for."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reviews.search.matching import rarity_of, scores, words_to_weigh
from reviews.search.parameters import SearchParameters
from reviews.search.question import Question
from reviews.search.tally import Found, Tally

Numbers = NDArray[np.int64]
# So many of the best matches are ranked once more by how close to each other the words stand, which takes the texts.
RANKED_BY_CLOSENESS = 200


def ids_of(found: Sequence[Found], numbers: Numbers) -> list[int]:
    """Return the ids of items by their numbers, in the same order."""
    ids = np.concatenate([np.zeros(0, np.int64), *(one.part.columns.ids[one.places] for one in found)])
    return [int(one) for one in ids[numbers]]


def best(found: Sequence[Found], question: Question, items: Numbers, end: int) -> Numbers:
    """Return the `end` best of the items, the best first; of equals the one that was stored first."""
    marks = _scores(found, question)[items]
    if end < len(items):
        least = np.partition(marks, len(marks) - end)[len(marks) - end]
        kept = marks >= least
        items, marks = items[kept], marks[kept]
    return items[np.lexsort((items, -marks))][:end]


def by_date(tally: Tally, asked: SearchParameters, items: Numbers, begin: int, end: int) -> Numbers:
    """Return the items from `begin` to `end` by the dates of their reviews, and as they stand in them."""
    reviews = tally.reviews[items]
    order = tally.facts.oldest_first[reviews] if asked.sort == "oldest" else reviews
    # Only the reviews that reach into the page are put in order: so many items come before each.
    before = np.concatenate([[0], np.cumsum(np.bincount(order, minlength=tally.facts.count))])
    first = int(np.searchsorted(before, begin, side="right")) - 1
    last = int(np.searchsorted(before, end, side="left"))
    near = np.flatnonzero((order >= first) & (order < last))
    positions = _column(tally.found, "position")[items[near]]
    ids = _column(tally.found, "ids")[items[near]]
    in_order = near[np.lexsort((ids, positions, order[near]))]
    skipped = int(before[first])
    return items[in_order[begin - skipped : end - skipped]]


def _scores(found: Sequence[Found], question: Question) -> NDArray[np.float32]:
    """Return how well each item answers: from postings, or as PostgreSQL ranks it where there are none."""
    meaning = question.meaning
    assert meaning is not None
    with_postings = [one.part.occurrences for one in found if one.part.occurrences is not None]
    items = sum(int(one.part.columns.is_there.sum()) for one in found)
    often = (
        sum(len(occurrences[lexeme]) for occurrences in with_postings for lexeme in word)
        for word in words_to_weigh(meaning)
    )
    rarity = [rarity_of(number, items) for number in often]
    parts = []
    for one in found:
        if one.part.occurrences is not None:
            parts.append(scores(one.part.occurrences, one.part.columns.length, meaning, rarity)[one.places])
        else:
            assert one.part.ranks is not None
            parts.append(one.part.ranks[one.places])
    return np.concatenate([np.zeros(0, np.float32), *_alike(found, parts)])


def _alike(found: Sequence[Found], parts: list[NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    """Return both sorts of mark with the same highest, so that neither outweighs the other."""
    highest = {True: np.float32(0), False: np.float32(0)}
    for one, marks in zip(found, parts, strict=True):
        is_rank = one.part.ranks is not None
        highest[is_rank] = max(highest[is_rank], marks.max(initial=0))
    return [
        marks / highest[one.part.ranks is not None] if highest[one.part.ranks is not None] else marks
        for one, marks in zip(found, parts, strict=True)
    ]


def _column(found: Sequence[Found], name: str) -> Numbers:
    columns = (getattr(one.part.columns, name)[one.places] for one in found)
    return np.concatenate([np.zeros(0, np.int64), *columns])
