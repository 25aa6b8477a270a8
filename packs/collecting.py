"""Putting things into a pack: from a review, from the bank, or the trainer's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from packs.changing import changing, next_position, set_order
from packs.describing import describe
from packs.models import EntryKind, Pack, PackEntry
from packs.quoting import checksum
from reviews.models import Item, Review

if TYPE_CHECKING:
    from people.models import User

MOST_ENTRIES = 300
WHAT_NEXT = "What would you do next? What more would you want to know, and from whom?"


class PackIsFull(Exception):
    """A pack holds 300 things at most. Take something out, or begin another pack."""


@dataclass(frozen=True)
class NewEntry:
    """What is to be added. Of a quotation `words` is empty for the whole item, else a true quotation of it."""

    kind: str
    item: Item | None = None
    review: Review | None = None
    picture: str = ""
    title: str = ""
    text: str = ""
    words: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    minutes: int | None = None
    content_note: str = ""
    is_graphic: bool = False
    is_reveal: bool = False

    @property
    def name(self) -> str:
        """What is added, in words that name no review: "a quotation"."""
        label = EntryKind(self.kind).label.lower()
        return f"{'an' if label[0] in 'aeiou' else 'a'} {label}"

    def row(self, pack: Pack, *, position: int, by: "User | None") -> PackEntry:
        """Return the entry, not yet stored."""
        return PackEntry(
            pack=pack, position=position, kind=self.kind, item=self.item, review=self.review, picture=self.picture,
            title=self.title, text=self.text, words=self.words, options=self.options, note=self.note,
            minutes=self.minutes, content_note=self.content_note, is_graphic=self.is_graphic,
            is_reveal=self.is_reveal, taken=checksum(self.item.text) if self.item else "", added_by=by,
        )  # fmt: skip


def quotation(item: Item, words: str = "", *, note: str = "") -> NewEntry:
    """Return an item as a quotation, with what its words describe."""
    described = describe(words or item.text)
    return NewEntry(
        EntryKind.QUOTATION, item=item, review=item.review, words=words, note=note, content_note=described.note,
        is_graphic=described.is_graphic,
    )  # fmt: skip


def timeline(review: Review, events: Sequence[Item], *, text: str = WHAT_NEXT, note: str = "") -> NewEntry:
    """Return the timeline of a review, its last third hidden until people have said what they would do."""
    described = describe("\n".join(event.text for event in events))
    return NewEntry(
        EntryKind.TIMELINE, review=review, text=text, note=note, content_note=described.note,
        options={
            "events": [event.anchor for event in events], "hidden_from": events[len(events) * 2 // 3].anchor,
        },
    )  # fmt: skip


def collect(pack: Pack, wanted: Iterable[NewEntry], *, by: "User", after: str = "") -> list[PackEntry]:
    """Add what is wanted, behind the entry with the key `after` or at the end, and return the new entries.

    What the pack has already is left as it is. Raises PackIsFull.
    """
    wanted = list(wanted)
    said = f"Added {wanted[0].name}" if len(wanted) == 1 else f"Added {len(wanted)} entries"
    with changing(pack, by=by, said=said) as locked:
        new = [one for one in wanted if not _has_it(locked, one)]
        first = next_position(locked)
        if locked.entries.count() + len(new) > MOST_ENTRIES:
            raise PackIsFull
        rows = [one.row(locked, position=first + number, by=by) for number, one in enumerate(new)]
        PackEntry.objects.bulk_create(rows)
        if after:
            _put_behind(locked, [row.key for row in rows], after)
    return rows


def _has_it(pack: Pack, one: NewEntry) -> bool:
    """Return whether the pack holds the same part of the same review already."""
    if one.item is not None:
        return pack.entries.filter(kind=one.kind, item=one.item, words=one.words).exists()
    if one.review is not None:
        return pack.entries.filter(kind=one.kind, review=one.review).exists()
    return bool(one.picture) and pack.entries.filter(kind=one.kind, picture=one.picture).exists()


def _put_behind(pack: Pack, keys: Sequence[str], after: str) -> None:
    """Move new entries, which stand last, to their place. Behind a section's heading means at the section's end."""
    entries = [entry for entry in pack.entries.in_order() if entry.key not in keys]
    place = next((number for number, entry in enumerate(entries) if entry.key == after), len(entries) - 1)
    if entries and entries[place].kind == EntryKind.SECTION:
        while place + 1 < len(entries) and entries[place + 1].kind != EntryKind.SECTION:
            place += 1
    order = [entry.key for entry in entries]
    set_order(pack, [*order[: place + 1], *keys, *order[place + 1 :]])
