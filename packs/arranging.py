"""Changing what is in a pack: the order, an entry's words, what is taken out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from packs.changing import ChangedMeanwhile, changing, set_order
from packs.models import EntryKind, Pack, PackEntry
from packs.quoting import checksum, stands_in

if TYPE_CHECKING:
    from people.models import User

UP, DOWN = "up", "down"


def move(entry: PackEntry, where: str | int, *, by: "User") -> int:
    """Move an entry up, down, or to a place counted from 1; a section goes with all that stands in it.

    Returns the place that it has then.
    """
    with changing(entry.pack, by=by, said=f"Moved: {entry.get_kind_display().lower()}") as pack:
        entries = list(pack.entries.in_order())
        keys = [one.key for one in entries]
        start = keys.index(entry.key)
        taken = _block(entries, start)
        rest = [one for one in entries if one.key not in taken]
        place = _place(entries, rest, start, taken, where)
        left = [one.key for one in rest]
        set_order(pack, [*left[:place], *taken, *left[place:]])
    return place + 1


def remove(entry: PackEntry, *, by: "User") -> None:
    """Take an entry out; a section's heading alone, what stood under it stays. “Undo” brings it back."""
    with changing(entry.pack, by=by, said=f"Removed: {entry.get_kind_display().lower()}") as pack:
        pack.entries.filter(key=entry.key).delete()
        set_order(pack, [])


def edit(entry: PackEntry, values: Mapping[str, Any], *, revision: int, by: "User") -> PackEntry:
    """Set an entry's fields and return it as it stands then.

    `revision` is the one that the person saw. Raises ChangedMeanwhile where somebody has changed it since, unless
    to the same values.
    """
    said = f"Changed: {entry.get_kind_display().lower()}"
    with changing(entry.pack, by=by, said=said, sitting=f"edit {entry.key}") as pack:
        current = pack.entries.filter(key=entry.key).first()
        if current is None:
            raise ChangedMeanwhile
        if all(getattr(current, field) == value for field, value in values.items()):
            return current
        if current.revision != revision:
            raise ChangedMeanwhile
        for field, value in values.items():
            setattr(current, field, value)
        current.revision += 1
        current.save()
    return current


def edit_pack(pack: Pack, values: Mapping[str, Any], *, by: "User") -> None:
    """Set a pack's name, shape, audience or nation."""
    with changing(pack, by=by, said="Changed what the pack is called or made for") as locked:
        for field, value in values.items():
            setattr(locked, field, value)


def update_from_source(entry: PackEntry, *, by: "User") -> None:
    """Take a quotation as its review has it now: the item that took its place, the words as they stand."""
    with changing(entry.pack, by=by, said="Updated a quotation to what its review says now") as pack:
        current = pack.entries.with_sources().filter(key=entry.key).first()
        if current is None or current.item is None:
            raise ChangedMeanwhile
        item = current.item.superseded_by or current.item
        current.item, current.review_id, current.taken = item, item.review_id, checksum(item.text)
        current.words = current.words if stands_in(current.words, item.text) else ""
        current.revision += 1
        current.save()


def _block(entries: list[PackEntry], start: int) -> list[str]:
    """Return the keys that move together: the entry, and of a section everything up to the next one."""
    end = start + 1
    if entries[start].kind == EntryKind.SECTION:
        while end < len(entries) and entries[end].kind != EntryKind.SECTION:
            end += 1
    return [one.key for one in entries[start:end]]


def _place(
    entries: list[PackEntry], rest: list[PackEntry], start: int, taken: list[str], where: str | int
) -> int:  # fmt: skip
    """Return where among `rest` the block goes."""
    if isinstance(where, int):
        return min(max(where - 1, 0), len(rest))
    if entries[start].kind != EntryKind.SECTION:
        return max(start - 1, 0) if where == UP else min(start + 1, len(rest))
    return _over_a_section(rest, start, where)


def _over_a_section(rest: list[PackEntry], start: int, where: str) -> int:
    """Return the place of a section that moves over the whole section before or after it."""
    heads = [number for number, one in enumerate(rest) if one.kind == EntryKind.SECTION]
    if where == UP:
        return max((number for number in heads if number < start), default=0)
    after = [number for number in heads if number > start]
    return after[0] if after else len(rest)
