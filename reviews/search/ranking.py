"""Which of the items that answer stand on a page, in the order that is asked for."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reviews.search.found import Found, FoundRows
from reviews.search.matching import rarity_of, scores, words_to_weigh
from reviews.search.parameters import SearchParameters
from reviews.search.question import Question
from reviews.search.tally import Tally, asks_items

Numbers = NDArray[np.int64]
# So many of the best matches are ranked once more by how close to each other the words stand, which takes the texts.
RANKED_BY_CLOSENESS = 200


def ids_of(rows: FoundRows, numbers: Numbers) -> list[int]:
    """Return the ids of items by their numbers, in the same order."""
    return [int(one) for one in rows.of("ids", numbers)]


def best(rows: FoundRows, question: Question, items: Numbers, end: int) -> Numbers:
    """Return the `end` best of the items, the best first; of equals the one that was stored first."""
    marks = _scores(rows.found, question)[items]
    if end < len(items):
        least = np.partition(marks, len(marks) - end)[len(marks) - end]
        kept = marks >= least
        items, marks = items[kept], marks[kept]
    return items[np.lexsort((items, -marks))][:end]


def by_date(tally: Tally, asked: SearchParameters, begin: int, end: int) -> Numbers:
    """Return the items from `begin` to `end` by the dates of their reviews, and as they stand in them."""
    if tally.found.is_everything and not asks_items(asked):
        return _every_one_by_date(tally, asked, begin, end)
    items = tally.answering_items(asked)
    reviews = tally.found.reviews[items]
    places = tally.facts.oldest_first if asked.sort == "oldest" else np.arange(tally.facts.count)
    order = places[reviews]
    first, last, skipped = _reaching(np.bincount(order, minlength=tally.facts.count), begin, end)
    near = items[(order >= first) & (order < last)]
    return _as_they_stand(tally, near, places)[begin - skipped : end - skipped]


def _every_one_by_date(tally: Tally, asked: SearchParameters, begin: int, end: int) -> Numbers:
    """Return the same where all items answer but for their reviews: only those on the page are looked at."""
    assert asked.kind is not None
    places = tally.facts.oldest_first if asked.sort == "oldest" else np.arange(tally.facts.count)
    in_order = np.argsort(places)
    first, last, skipped = _reaching(tally.items_of_reviews(asked)[in_order], begin, end)
    passing = tally.items_of_reviews(asked) > 0
    near = tally.found.items_of([one for one in in_order[first:last] if passing[one]])
    shown = near[tally.found.is_of(asked.kind, near)]
    return _as_they_stand(tally, shown, places)[begin - skipped : end - skipped]


def _reaching(numbers: Numbers, begin: int, end: int) -> tuple[int, int, int]:
    """Return which reviews reach into a page, by how many items each has, and how many items come before these."""
    before = np.concatenate([[0], np.cumsum(numbers)])
    first = int(np.searchsorted(before, begin, side="right")) - 1
    return first, int(np.searchsorted(before, end, side="left")), int(before[first])


def _as_they_stand(tally: Tally, items: Numbers, places: Numbers) -> Numbers:
    ids, positions = tally.found.of("ids", items), tally.found.of("position", items)
    return items[np.lexsort((ids, positions, places[tally.found.reviews[items]]))]


def _scores(found: Sequence[Found], question: Question) -> NDArray[np.float32]:
    """Return how well each item answers: from postings, or as PostgreSQL ranks it where there are none."""
    meaning = question.meaning
    assert meaning is not None
    with_postings = [one.part.occurrences for one in found if one.part.occurrences is not None]
    items = sum(one.part.columns.count for one in found)
    often = (
        sum(len(occurrences[lexeme]) for occurrences in with_postings for lexeme in word)
        for word in words_to_weigh(meaning)
    )
    rarity = [rarity_of(number, items) for number in often]
    parts = []
    for one in found:
        if one.part.occurrences is not None:
            parts.append(scores(one.part.occurrences, one.part.columns.length, one.places, meaning, rarity))
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
