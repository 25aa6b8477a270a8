"""A change that was made to many reviews at once."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from people.models import User


class BulkChangeQuerySet(models.QuerySet["BulkChange"]):
    """Questions about such changes."""

    def undoable_by(self, user: "User") -> "BulkChangeQuerySet":
        """Those that `user` made and has not undone; administrators undo everybody's. The last one first."""
        standing = self.filter(undone_at__isnull=True).order_by("-made_at", "-pk")
        return standing if user.is_administrator else standing.filter(made_by=user)


class BulkChange(models.Model):
    """Which field was set to what, and what stood there in each review before."""

    field = models.CharField(max_length=30)
    # The new value, as people read it.
    value = models.CharField(max_length=250)
    # By the review's number: the claim that says it, or what stood there.
    was = models.JSONField(default=dict)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="bulk_changes"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="bulk_changes_undone"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = BulkChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"

    @property
    def count(self) -> int:
        """How many reviews it changed."""
        return len(self.was)
