"""Batches: the files that were sent together, with what a manifest says of them."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from reviews.models import Partnership

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class BatchQuerySet(models.QuerySet["Batch"]):
    """Questions about batches."""

    def visible_to(self, user: "Visitor") -> "BatchQuerySet":
        """Those that `user` may follow at the desk: their own, their partnerships', or all for administrators."""
        if not user.is_authenticated or not user.works_at_the_desk:
            return self.none()
        if user.is_administrator:
            return self
        return self.filter(Q(sent_by=user) | Q(held_by__in=user.partnerships.all()))


class Batch(models.Model):
    """Files that somebody sent together."""

    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="batches"
    )
    held_by = models.ForeignKey(Partnership, null=True, blank=True, on_delete=models.SET_NULL, related_name="batches")
    sent_at = models.DateTimeField(auto_now_add=True)
    # What the manifest says of each file, by the file's name in lower case (ingest.manifest).
    given = models.JSONField(default=dict, blank=True)
    # One sentence for each thing in a manifest that could not be understood.
    complaints = models.JSONField(default=list, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name_plural = "batches"

    def __str__(self) -> str:
        return f"batch {self.pk}"

    def get_absolute_url(self) -> str:
        """The page that shows how far its files are."""
        return reverse("desk:batch", args=[self.pk])

    @property
    def names_without_file(self) -> list[str]:
        """The names that the manifest gives and that no file of the batch has."""
        sent = {name.lower() for name in self.intakes.values_list("name", flat=True)}
        return [said["file"] for name, said in self.given.items() if name not in sent]
