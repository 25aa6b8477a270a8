"""What a pack holds: one row for each entry, in its order."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Deferrable, Q

from packs.models.pack import Pack
from reviews.models import Item, Review
from reviews.models.item import ANCHOR_LENGTH, new_anchor


class EntryKind(models.TextChoices):
    """What an entry is."""

    SECTION = "section", "Section"
    AIM = "aim", "Learning aim"
    QUOTATION = "quotation", "Quotation"
    REVIEW = "review", "Review"
    TIMELINE = "timeline", "Timeline"
    PICTURE = "picture", "Picture"
    TEXT = "text", "Text"
    QUESTION = "question", "Question"
    HELP = "help", "Help and support"
    EVALUATION = "evaluation", "Evaluation form"


OF_A_REVIEW = (EntryKind.QUOTATION, EntryKind.REVIEW, EntryKind.TIMELINE)
# What an entry says, and what a change of it is made of. `position` is kept apart: it is the order of the whole pack.
CONTENT_FIELDS = (
    "kind", "item_id", "review_id", "picture", "title", "text", "words", "options", "note", "minutes",
    "content_note", "is_graphic", "is_reveal", "taken", "added_by_id",
)  # fmt: skip


class PackEntryQuerySet(models.QuerySet["PackEntry"]):
    """Questions about entries."""

    def in_order(self) -> "PackEntryQuerySet":
        """As they stand in the pack."""
        return self.order_by("position", "pk")

    def with_sources(self) -> "PackEntryQuerySet":
        """In order, with their items and reviews. Whether these may be shown is asked in `packs.showing`."""
        kinds = ("item__event", "item__finding", "item__recommendation", "item__action", "item__passage")
        unread = ("item__search",)
        return self.in_order().select_related("item__superseded_by", "review", *kinds).defer(*unread)


class PackEntry(models.Model):
    """One entry. A quotation's `words` are its review's own, cut where […] stands; empty for the whole item.

    Nothing of a review is kept here but those words, and they are shown only while they stand in the review
    and only to those who may see it (docs/decisions/0009).
    """

    key = models.CharField(max_length=ANCHOR_LENGTH, unique=True, default=new_anchor)
    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=EntryKind)
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="pack_entries")
    review = models.ForeignKey(Review, null=True, blank=True, on_delete=models.SET_NULL, related_name="pack_entries")
    # The query that makes a picture (`packs.pictures`): every filter can be in it.
    picture = models.CharField(max_length=2000, blank=True)
    title = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    words = models.TextField(blank=True)
    # Of a timeline: the anchors of the events that are shown, and of the one from which on they are hidden.
    options = models.JSONField(default=dict, blank=True)
    note = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    content_note = models.CharField(max_length=200, blank=True)
    is_graphic = models.BooleanField(default=False)
    is_reveal = models.BooleanField(default=False)
    # A checksum of the item's text as it was when it was taken: says whether it has been corrected since.
    taken = models.CharField(max_length=64, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Counts up with each change, so that of two people who edit at once neither is overwritten.
    revision = models.PositiveIntegerField(default=1)

    objects = PackEntryQuerySet.as_manager()

    class Meta:
        ordering = ["pack", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["pack", "position"], name="one_entry_at_a_place", deferrable=Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__lte=480), name="an_entry_takes_a_day_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.pack}"

    @property
    def fragment(self) -> str:
        """The id of its element on the pack's page."""
        return f"e-{self.key}"

    @property
    def content(self) -> dict[str, Any]:
        """Everything that it says, as plain values."""
        return {field: getattr(self, field) for field in CONTENT_FIELDS}
