"""The order of items: as they stand in the text, but for those that a person has put somewhere else.

A person says of an item which one it comes after. That holds when the review is read again and all places are counted
anew: the moved items are then put after the same ones.
"""

from collections.abc import Sequence

from reviews.models import Claim, Item, ItemKind, Review


def arrange(review: Review, kinds: Sequence[str] = tuple(ItemKind.values)) -> None:
    """Put the review's items of each kind in their order; nothing is written where they are in it."""
    for kind in kinds:
        items = list(review.items.current().of_kind(kind).only("pk", "position", "anchor", "review").in_reading_order())
        wanted = _wanted(items)
        if wanted:
            _number(_in_order(items, wanted))


def _wanted(items: Sequence[Item]) -> dict[int, str]:
    """Return which item each one that a person placed comes after, in the order in which it was said."""
    said = Claim.objects.filter(item__in=items, values__has_key="after").by_people().standing()
    wanted: dict[int, str] = {}
    for item, values in said.values_list("item_id", "values"):
        if item is not None:
            wanted.pop(item, None)
            wanted[item] = values["after"]
    return wanted


def _in_order(items: Sequence[Item], wanted: dict[int, str]) -> list[Item]:
    """Return the items with each placed one after the one that it should follow, where that is still here."""
    ordered = list(items)
    by_pk = {item.pk: item for item in items}
    for pk, after in wanted.items():
        moved = by_pk[pk]
        places = {item.anchor: place for place, item in enumerate(ordered) if item is not moved}
        if after and after not in places:
            continue
        ordered.remove(moved)
        place = next((place for place, item in enumerate(ordered) if item.anchor == after), -1)
        ordered.insert(place + 1, moved)
    return ordered


def _number(items: Sequence[Item]) -> None:
    """Give the items growing positions, from the least that they have."""
    first = min(item.position for item in items)
    changed = []
    for place, item in enumerate(items, start=first):
        if item.position != place:
            item.position = place
            changed.append(item)
    Item.objects.bulk_update(changed, ["position"], batch_size=500)
