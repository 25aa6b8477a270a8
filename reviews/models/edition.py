"""Editions: what changed when a document was replaced by a later one."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models

from reviews.models.document import Document
from reviews.models.review import Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class EditionQuerySet(models.QuerySet["Edition"]):
    """Questions about editions."""

    def editable_by(self, user: "Visitor") -> "EditionQuerySet":
        """Those of reviews that `user` may work on: what changed may hold words that are hidden now."""
        theirs = self.filter(review__in=Review.objects.editable_by(user))
        return theirs.select_related("review", "document", "replaced", "made_by")


class Edition(models.Model):
    """A document that took the place of another, and what it changed, as it was then."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="editions")
    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="edition")
    replaced = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="later_editions")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="editions"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    # ingest.store.changes.Changes as JSON: what is new, gone and changed, and how much is the same.
    changes = models.JSONField(default=dict)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.document} in place of {self.replaced}"

    @property
    def new(self) -> list[dict[str, Any]]:
        """The items that were not there before."""
        return list(self.changes.get("new", []))

    @property
    def gone(self) -> list[dict[str, Any]]:
        """The items that are no longer there."""
        return list(self.changes.get("gone", []))

    @property
    def changed(self) -> list[dict[str, Any]]:
        """The items whose words differ."""
        return list(self.changes.get("changed", []))
