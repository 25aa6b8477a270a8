"""Changing a pack: every change is written down with what stood there before, one at a time, and can be undone.

    with changing(pack, by=person, said="Moved a quotation"):
        ...

locks the pack, lets the block change entries and fields, and keeps the difference. Two people who change different
things lose nothing; who would change what has changed meanwhile is told so (`ChangedMeanwhile`).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from packs.models import Pack, PackChange, PackEntry
from packs.models.entry import CONTENT_FIELDS
from reviews.models import Item, Review

if TYPE_CHECKING:
    from people.models import User

PACK_FIELDS = ("name", "shape", "audience", "nation")
# Somebody who types into one entry for so long makes one change, which one “Undo” takes back.
ONE_SITTING = timedelta(minutes=5)


class ChangedMeanwhile(Exception):
    """Somebody else has changed this since."""


@dataclass(frozen=True)
class Snapshot:
    """A pack's fields, its entries' contents by key, and their order."""

    fields: dict[str, Any]
    entries: dict[str, dict[str, Any]]
    order: tuple[str, ...]

    @classmethod
    def of(cls, pack: Pack) -> "Snapshot":
        """Return how `pack` stands now."""
        entries = list(pack.entries.in_order())
        return cls(
            {field: getattr(pack, field) for field in PACK_FIELDS},
            {entry.key: entry.content for entry in entries},
            tuple(entry.key for entry in entries),
        )


@contextmanager
def changing(pack: Pack, *, by: "User", said: str, sitting: str = "") -> Iterator[Pack]:
    """Lock the pack, give it fresh from the database, and write down what the block changed of it.

    `sitting` names what is being typed into: further changes of it by the same person soon after become one change.
    """
    with transaction.atomic():
        locked = Pack.objects.select_for_update().get(pk=pack.pk)
        before = Snapshot.of(locked)
        yield locked
        locked.save()
        keep(locked, before, Snapshot.of(locked), by=by, said=said, sitting=sitting)


def keep(
    pack: Pack, before: Snapshot, after: Snapshot, *, by: "User", said: str, sitting: str = "",
    undoes: PackChange | None = None,
) -> PackChange | None:  # fmt: skip
    """Write down the difference between two snapshots; None where there is none. The caller holds the lock."""
    was, became = difference(before, after)
    if not was and not became:
        return None
    last = pack.changes.newest_first().first()
    if last is not None and sitting and _is_same_sitting(last, by, sitting):
        last.after, last.at = _joined(last.after, became), timezone.now()
        last.save(update_fields=["after", "at"])
        return last
    number = (pack.changes.aggregate(last=Max("number"))["last"] or 0) + 1
    return PackChange.objects.create(
        pack=pack, number=number, person=by, said=said[:200], before=was, after=became, sitting=sitting, undoes=undoes
    )


def difference(before: Snapshot, after: Snapshot) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what stood before and what stands after, of what changed only."""
    was: dict[str, Any] = {}
    became: dict[str, Any] = {}
    fields = [field for field in PACK_FIELDS if before.fields[field] != after.fields[field]]
    if fields:
        was["fields"] = {field: before.fields[field] for field in fields}
        became["fields"] = {field: after.fields[field] for field in fields}
    keys = sorted(before.entries.keys() | after.entries.keys())
    changed = [key for key in keys if before.entries.get(key) != after.entries.get(key)]
    if changed:
        was["entries"] = {key: before.entries.get(key) for key in changed}
        became["entries"] = {key: after.entries.get(key) for key in changed}
    if before.order != after.order:
        was["order"], became["order"] = list(before.order), list(after.order)
    return was, became


@transaction.atomic
def undo(change: PackChange, *, by: "User") -> PackChange:
    """Take a change back, which is itself a change. Raises ChangedMeanwhile where its entries are no longer as it
    left them; what else has been done since stays.
    """
    pack = Pack.objects.select_for_update().get(pk=change.pack_id)
    before = Snapshot.of(pack)
    if PackChange.objects.filter(undoes=change).exists() or not _still_stands(before, change):
        raise ChangedMeanwhile
    for field, value in change.before.get("fields", {}).items():
        setattr(pack, field, value)
    for key, content in change.before.get("entries", {}).items():
        _put_back(pack, key, content)
    if "order" in change.before:
        set_order(pack, merged_order(change.before["order"], before.order))
    pack.save()
    undoing = keep(pack, before, Snapshot.of(pack), by=by, said=f"Undid: {change.said}", undoes=change)
    assert undoing is not None  # what stood before the change differs from what stands now
    return undoing


def set_order(pack: Pack, keys: Sequence[str]) -> None:
    """Number the pack's entries as `keys` stand; those that are not named come last, as they stood."""
    place = {key: number for number, key in enumerate(keys)}
    entries = sorted(pack.entries.in_order(), key=lambda entry: place.get(entry.key, len(place)))
    for number, entry in enumerate(entries, start=1):
        entry.position = number
    PackEntry.objects.bulk_update(entries, ["position"])


def merged_order(wanted: Sequence[str], now: Sequence[str]) -> list[str]:
    """Return the wanted order with what was added meanwhile kept behind its neighbour."""
    order = list(wanted)
    for number, key in enumerate(now):
        if key not in order:
            behind = now[number - 1] if number else None
            order.insert(order.index(behind) + 1 if behind in order else 0, key)
    return order


def _still_stands(now: Snapshot, change: PackChange) -> bool:
    fields = change.after.get("fields", {})
    entries = change.after.get("entries", {})
    return all(now.fields[field] == value for field, value in fields.items()) and all(
        now.entries.get(key) == content for key, content in entries.items()
    )


def _put_back(pack: Pack, key: str, content: dict[str, Any] | None) -> None:
    """Make the entry what it was; None for not there."""
    entry = pack.entries.filter(key=key).first()
    if content is None:
        if entry is not None:
            entry.delete()
        return
    if entry is None:
        entry = PackEntry(pack=pack, key=key, position=next_position(pack))
    else:
        entry.revision += 1
    for field in CONTENT_FIELDS:
        setattr(entry, field, content[field])
    # What it pointed to may be gone for good: a draft can be discarded.
    entry.item_id = _still_there(Item.objects.filter, entry.item_id)
    entry.review_id = _still_there(Review.objects.filter, entry.review_id)
    entry.save()


def next_position(pack: Pack) -> int:
    """Return the place behind the last entry."""
    return int(pack.entries.aggregate(last=Max("position"))["last"] or 0) + 1


def _still_there(find: Callable[..., Any], pk: int | None) -> int | None:
    return pk if pk is not None and find(pk=pk).exists() else None


def _is_same_sitting(last: PackChange, person: "User", sitting: str) -> bool:
    fresh = timezone.now() - last.at < ONE_SITTING
    return last.sitting == sitting and last.person_id == person.pk and fresh and not last.is_undone


def _joined(older: dict[str, Any], newer: dict[str, Any]) -> dict[str, Any]:
    """Return both as one; of one entry the newer counts."""
    joined = {**older, **newer}
    for part in ("fields", "entries"):
        if part in older and part in newer:
            joined[part] = {**older[part], **newer[part]}
    return joined
