"""What the pictures count: the reviews that answer, with their facts, and their recommendations."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from reviews.insight.suppression import Number
from reviews.models import Review, Visibility
from reviews.models.review_dates import DatesOfReview
from reviews.search import SearchParameters
from reviews.search.answer import Answer

# A date that may mean more days than these is too vague to count months from.
VAGUEST = timedelta(days=92)
DAYS_OF_A_MONTH = 30.44


@dataclass(frozen=True)
class Counted:
    """What is counted of one review; `months` are those from the incident to publication where both are known."""

    pk: int
    is_open: bool
    values: dict[str, tuple[str, ...]]
    months: int | None


def reviews_counted(found: Answer) -> tuple[list[Counted], list[list[Counted]]]:
    """Return the reviews that answer, with one query more; and those that would answer with one thing asked less.

    These are the selections beside: without a filter, without one of its values, without everything.
    """
    selections = [numbers.tolist() for numbers in _selections(found)]
    columns = {name: values_of_rows(found, name) for name in ("theme", "year", "age", "nation", "region")}
    ids = found.tally.facts.ids
    dates = Review.objects.dates_by_key([int(ids[number]) for number in set().union(*selections)])
    counted = {number: _counted(int(ids[number]), number, dates, columns) for number in set().union(*selections)}
    here, *beside = [[one for number in selection if (one := counted[number]) is not None] for selection in selections]
    return here, beside


def _selections(found: Answer) -> Iterator[Any]:
    """Yield the rows of the reviews that answer; and, where anything is asked, those of the selections beside."""
    asked, tally = found.asked, found.tally
    yield tally.answering_reviews(asked)
    if asked.is_empty:
        return
    for less in _with_less(asked):
        yield tally.answering_reviews(less)
    yield np.arange(tally.facts.count)


def _with_less(asked: SearchParameters) -> Iterator[SearchParameters]:
    for name in {*asked.values, *asked.excluded}:
        yield asked.without(name)
        used = (*asked.values.get(name, ()), *asked.excluded.get(name, ()))
        yield from (asked.without(name, value) for value in used if len(used) > 1)


def _counted(
    pk: int, number: int, dates: Mapping[int, DatesOfReview], columns: Mapping[str, Sequence[Sequence[str]]]
) -> Counted | None:
    if pk not in dates:
        return None
    return Counted(
        pk=pk, is_open=dates[pk].visibility == Visibility.EVERYONE,
        values={name: tuple(column[number]) for name, column in columns.items()},
        months=months_between(dates[pk].incident, dates[pk].published),
    )  # fmt: skip


def values_of_rows(found: Answer, name: str) -> list[list[str]]:
    """Return the values that each review has of a filter."""
    dimension = found.tally.facts.dimension(name)
    rows: list[list[str]] = [[] for _ in range(found.tally.facts.count)]
    for row, code in zip(dimension.rows.tolist(), dimension.codes.tolist(), strict=True):
        rows[row].append(dimension.values[code])
    return rows


def months_between(incident: tuple[date | None, date | None], published: tuple[date | None, date | None]) -> int | None:
    """Return the months from one date to the other; None where either is not known to the quarter."""
    (first, last), (from_, until) = incident, published
    if first is None or last is None or from_ is None or until is None:
        return None
    if last - first > VAGUEST or until - from_ > VAGUEST or until < first:
        return None
    return max(0, round(((from_ - first).days + (until - last).days) / 2 / DAYS_OF_A_MONTH))


def numbers_of(reviews: Iterable[Counted], keys: Callable[[Counted], Iterable[Any]]) -> dict[Any, Number]:
    """Return how many reviews have each key."""
    numbers: dict[Any, Number] = {}
    for review in reviews:
        for key in keys(review):
            numbers[key] = numbers.get(key, Number()).plus(is_open=review.is_open)
    return numbers
