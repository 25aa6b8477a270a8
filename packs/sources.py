"""What has become of the reviews that a pack draws on, for whoever looks."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from packs.models import EntryKind, PackEntry
from packs.models.entry import OF_A_REVIEW
from packs.quoting import checksum, stands_in
from reviews.models import Agency, Item, ItemKind, Review
from reviews.models.item import ItemQuerySet

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class SourceState(Enum):
    """What has become of what an entry took from a review."""

    FINE = "fine"
    CORRECTED = "corrected"
    """Its words have changed since it was taken."""
    SUPERSEDED = "superseded"
    """The review was read again and it no longer stands so."""
    REJECTED = "rejected"
    """An editor found that it is not what the machine took it for."""
    WITHDRAWN = "withdrawn"
    """Its review was withdrawn."""
    HIDDEN = "hidden"
    """Its review is there, but not for whoever looks."""
    GONE = "gone"
    """It is no longer here at all."""

    @property
    def is_shown(self) -> bool:
        """Whether its content may be shown."""
        return self in {SourceState.FINE, SourceState.CORRECTED, SourceState.SUPERSEDED}

    @property
    def can_be_updated(self) -> bool:
        """Whether “Update” does something."""
        return self in {SourceState.CORRECTED, SourceState.SUPERSEDED}


@dataclass(frozen=True)
class Sources:
    """The reviews behind a pack's entries: those that a person may see, those whose tombstone they may read."""

    visible: dict[int, Review]
    remembered: dict[int, Review]
    events: dict[int, tuple[Item, ...]]
    # What agencies are called, by their keys; empty where no timeline asks for them.
    agencies: dict[str, str]

    @classmethod
    def of(cls, entries: Iterable[PackEntry], viewer: "Visitor") -> "Sources":
        """Return what stands behind the entries, as far as `viewer` may see it, in a fixed number of queries."""
        entries = list(entries)
        wanted = {entry.review_id for entry in entries if entry.review_id} | {
            entry.item.review_id for entry in entries if entry.item
        }
        asked = Review.objects.filter(pk__in=wanted)
        visible = asked.visible_to(viewer).standing().for_lists().prefetch_related("people")
        told = {entry.review_id for entry in entries if entry.kind == EntryKind.TIMELINE and entry.review_id}
        return cls(
            visible={review.pk: review for review in visible},
            remembered={review.pk: review for review in asked.remembered_by(viewer)},
            agencies=Agency.objects.names_by_key() if told else {},
            events=events_of(Item.objects.visible_to(viewer).standing().filter(review__in=told)),
        )

    def state_of(self, entry: PackEntry) -> SourceState:
        """Return what has become of the source of `entry`; FINE where it has none."""
        if entry.kind not in OF_A_REVIEW:
            return SourceState.FINE
        review_id = entry.item.review_id if entry.item else entry.review_id
        if review_id is None or (entry.kind == EntryKind.QUOTATION and entry.item is None):
            return SourceState.GONE
        if review_id in self.remembered:
            return SourceState.WITHDRAWN
        if review_id not in self.visible:
            return SourceState.HIDDEN
        return _state_of_item(entry, entry.item) if entry.item else SourceState.FINE

    def review_of(self, entry: PackEntry) -> Review | None:
        """Return the review of an entry whose content may be shown."""
        return self.visible.get((entry.item.review_id if entry.item else entry.review_id) or 0)

    def gone(self, entry: PackEntry) -> str:
        """Return what to say in place of what may not be shown; empty where it may."""
        state = self.state_of(entry)
        if state == SourceState.WITHDRAWN:
            review = self.remembered[entry.item.review_id if entry.item else entry.review_id or 0]
            assert review.withdrawn_at is not None  # the database says that a withdrawn review has a date
            on = f"{review.withdrawn_at:%-d %B %Y}"
            return f"“{review.display_name}” was here. It was withdrawn on {on}: {review.withdrawn_reason}"
        return {
            SourceState.HIDDEN: "Something from a review that you cannot see stands here.",
            SourceState.GONE: "Something from a review that is no longer on this site was here.",
            SourceState.REJECTED: "An editor has found that this is not what its review says. It is no longer shown.",
        }.get(state, "")


def events_of(items: ItemQuerySet) -> dict[int, tuple[Item, ...]]:
    """Return the current events among `items` by review, oldest first."""
    by_review: dict[int, list[Item]] = {}
    for item in items.current().of_kind(ItemKind.EVENT).with_details().with_places():
        by_review.setdefault(item.review_id, []).append(item)
    return {pk: tuple(sorted(events, key=lambda item: item.event.order)) for pk, events in by_review.items()}


def _state_of_item(entry: PackEntry, item: Item) -> SourceState:
    if item.is_rejected:
        return SourceState.REJECTED
    if item.is_superseded:
        return SourceState.SUPERSEDED
    is_same = entry.taken == checksum(item.text) and stands_in(entry.words, item.text)
    return SourceState.FINE if is_same else SourceState.CORRECTED
