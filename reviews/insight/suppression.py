"""Small numbers that are kept back, since few people could be known by them.

The rule is that of the Department for Education's statistics on children: counts of one and two are not shown, and
where one number could be worked out from the others, the next smallest is not shown either. Nor is a number of people
shown from which another page's, with a filter less, differs by one or two: who takes one from the other would know.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

MOST_KEPT_BACK = 2
KEPT_BACK = "kept back"
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Number:
    """How many there are, and how many of them come from reviews that are open to everyone."""

    count: int = 0
    from_open: int = 0

    def plus(self, *, is_open: bool) -> "Number":
        """Return the number with one more."""
        return Number(self.count + 1, self.from_open + is_open)


def kept_back(
    numbers: Mapping[Key, Number], *, is_personal: bool, beside: Sequence[Mapping[Key, Number]] = ()
) -> set[Key]:
    """Return the keys whose numbers are not shown.

    Of personal characteristics these are all small numbers, and those that differ by a small one from the same number
    `beside`, with a filter less; of other things the small numbers to which a review that is not open to everyone adds.
    Where these could be worked out from a sum, the next smallest is kept back too.
    """
    small = {key for key, number in numbers.items() if _is_small(number, is_personal=is_personal)}
    if is_personal:
        small |= {key for key, number in numbers.items() if number.count and _differs_little(key, number, beside)}
    # None is nought: one alone is the rest of the sum, and where the sum is as many as they are, each is one.
    if not small or (len(small) > 1 and sum(numbers[key].count for key in small) > len(small)):
        return small
    others = [key for key, number in numbers.items() if number.count and key not in small]
    return small | ({min(others, key=lambda key: numbers[key].count)} if others else set())


def is_small(count: int) -> bool:
    """Return whether so many are few enough to be kept back."""
    return 0 < count <= MOST_KEPT_BACK


def _is_small(number: Number, *, is_personal: bool) -> bool:
    return is_small(number.count) and (is_personal or number.from_open < number.count)


def _differs_little(key: Key, number: Number, beside: Sequence[Mapping[Key, Number]]) -> bool:
    return any(is_small(abs(others.get(key, Number()).count - number.count)) for others in beside)
