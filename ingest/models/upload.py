"""Uploads that are under way: a file that comes in parts, so that a broken connection loses one part at most."""

import secrets
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from ingest.models.batch import Batch

if TYPE_CHECKING:
    from people.models import User

# An upload of which nothing has come for so long is given up.
GIVEN_UP_AFTER = timedelta(days=1)


def new_token() -> str:
    """Return a name that nobody guesses."""
    return secrets.token_urlsafe(24)


class UploadQuerySet(models.QuerySet["Upload"]):
    """Questions about uploads."""

    def of(self, person: "User") -> "UploadQuerySet":
        """Those that this person sends."""
        return self.filter(batch__sent_by=person)

    def given_up(self) -> "UploadQuerySet":
        """Those of which nothing has come for a day."""
        return self.filter(touched_at__lt=timezone.now() - GIVEN_UP_AFTER)


class Upload(models.Model):
    """One file as far as it has come; it goes when the file is whole."""

    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    # What the browser knows of the file (its time of change), so that the same file goes on where it stopped.
    mark = models.CharField(max_length=40, blank=True)
    received = models.PositiveBigIntegerField(default=0)
    touched_at = models.DateTimeField(auto_now=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}, {self.received} of {self.size}"

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return Path(settings.VAR_DIR) / "uploads" / self.token

    @property
    def is_whole(self) -> bool:
        """Whether everything has come."""
        return self.received == self.size
