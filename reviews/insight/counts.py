"""What the pictures count: the reviews that answer, with their facts, and their recommendations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from reviews.insight.suppression import Number
from reviews.models import Review, Visibility
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


def reviews_counted(found: Answer) -> list[Counted]:
    """Return the reviews that answer, with one query more."""
    facts, numbers = found.tally.facts, found.tally.answering_reviews(found.asked)
    columns = {name: values_of_rows(found, name) for name in ("theme", "year", "age", "nation", "region")}
    keys = [int(facts.ids[number]) for number in numbers]
    dates = Review.objects.dates_by_key(keys)
    return [
        Counted(
            pk=pk, is_open=dates[pk].visibility == Visibility.EVERYONE,
            values={name: tuple(column[int(number)]) for name, column in columns.items()},
            months=months_between(dates[pk].incident, dates[pk].published),
        )
        for number, pk in zip(numbers, keys, strict=True)
        if pk in dates
    ]  # fmt: skip


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
