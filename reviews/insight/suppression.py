"""Small numbers that are kept back, since few people could be known by them.

The rule is that of the Department for Education's statistics on children: counts of one and two are not shown, and
where one number could be worked out from the others, the next smallest is not shown either.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

MOST_KEPT_BACK = 2
KEPT_BACK = "2 or fewer"
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Number:
    """How many there are, and how many of them come from reviews that are open to everyone."""

    count: int = 0
    from_open: int = 0

    def plus(self, *, is_open: bool) -> "Number":
        """Return the number with one more."""
        return Number(self.count + 1, self.from_open + is_open)


def kept_back(numbers: Mapping[Key, Number], *, is_personal: bool) -> set[Key]:
    """Return the keys whose numbers are not shown.

    Of personal characteristics these are all small numbers; of other things the small numbers to which a review that is
    not open to everyone adds. Where that is one number only, the next smallest is kept back too.
    """
    small = {key for key, number in numbers.items() if _is_small(number, is_personal=is_personal)}
    if len(small) != 1:
        return small
    others = [key for key, number in numbers.items() if number.count and key not in small]
    return small | ({min(others, key=lambda key: numbers[key].count)} if others else set())


def _is_small(number: Number, *, is_personal: bool) -> bool:
    return 0 < number.count <= MOST_KEPT_BACK and (is_personal or number.from_open < number.count)
