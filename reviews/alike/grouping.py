"""Recommendations that say nearly the same, put together."""

from collections.abc import Collection, Mapping, Sequence

from reviews.alike.scores import Neighbour

# So alike are two recommendations that say nearly the same in other words; seen on the demonstration reviews.
NEARLY_THE_SAME = 0.36
# An earlier group goes on in a new one that has at least this share of its recommendations.
STAYS_TOGETHER = 0.5


def grouped(neighbours: Mapping[int, Sequence[Neighbour[int]]], review_of: Mapping[int, int]) -> list[frozenset[int]]:
    """Return groups over at least two reviews; all of a group are nearly the same as its first, so no chain forms.

    Whoever has most that are nearly the same gathers them first.
    """
    near = {
        key: {one.key for one in others if one.score >= NEARLY_THE_SAME and review_of[one.key] != review_of[key]}
        for key, others in neighbours.items()
    }
    groups, taken = [], set[int]()
    for key in sorted(near, key=lambda one: (-len(near[one]), one)):
        group = {key, *near[key]} - taken
        if key not in taken and len({review_of[one] for one in group}) > 1:
            groups.append(frozenset(group))
            taken |= group
    return groups


def carried_on(
    groups: Collection[frozenset[int]], before: Mapping[str, frozenset[int]]
) -> dict[frozenset[int], str | None]:
    """Return the name under which each group was known before; None for a new one. No name is given twice."""
    left = dict(before)
    names: dict[frozenset[int], str | None] = {}
    for group in sorted(groups, key=lambda one: (-len(one), min(one))):
        shares = {name: len(group & members) / len(members) for name, members in left.items() if members}
        best = max(shares, key=lambda name: (shares[name], name), default=None)
        names[group] = best if best is not None and shares[best] >= STAYS_TOGETHER else None
        left.pop(names[group] or "", None)
    return names
