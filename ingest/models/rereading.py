"""A document that is read again: what was read waits until somebody has seen what it would change."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from ingest.models.reading import Reading
from ingest.record import ExtractedReview
from reviews.models import Document

if TYPE_CHECKING:
    from reviews.models import Review


class RereadingState(models.TextChoices):
    """Where it stands."""

    WAITING = "waiting", "Waits to be read again"
    READY = "ready", "Read again, not yet put in place"
    FAILED = "failed", "Could not be read again"


class RereadingQuerySet(models.QuerySet["Rereading"]):
    """Questions about documents that are read again."""

    def of_review(self, review: "Review") -> "RereadingQuerySet":
        """Those of one review's documents."""
        return self.filter(document__review=review).select_related("document__review")

    def waiting(self) -> "RereadingQuerySet":
        """Those that a worker has yet to read."""
        return self.filter(state=RereadingState.WAITING)

    def ready(self) -> "RereadingQuerySet":
        """Those that were read, and change nothing until somebody says so."""
        return self.filter(state=RereadingState.READY)


class Rereading(models.Model):
    """One document's new reading. It goes when it is put in place or left out."""

    document = models.OneToOneField(Document, primary_key=True, on_delete=models.CASCADE, related_name="rereading")
    state = models.CharField(max_length=7, choices=RereadingState, default=RereadingState.WAITING)
    packed = models.BinaryField(blank=True, default=b"")
    message = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="rereadings"
    )
    asked_at = models.DateTimeField(auto_now_add=True)

    objects = RereadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=RereadingState.FAILED) | ~Q(message=""), name="a_failed_rereading_says_why"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document}, read again"

    @property
    def is_ready(self) -> bool:
        """Whether it can be put in place."""
        return self.state == RereadingState.READY

    def keep(self, extracted: ExtractedReview) -> None:
        """Keep what was read, ready to be put in place."""
        self.packed, self.state = Reading.pack(extracted), RereadingState.READY
        self.save()

    def fail(self, message: str) -> None:
        """Keep why it could not be read."""
        self.state, self.message = RereadingState.FAILED, message
        self.save()

    def unpack(self) -> ExtractedReview:
        """Return what was read. Raises msgspec.ValidationError where an older version of the program read it."""
        return Reading(packed=self.packed).unpack()
