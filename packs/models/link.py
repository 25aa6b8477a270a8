"""A link to a pack: whoever has it may look, until it expires."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from packs.models.pack import Pack


def new_token() -> str:
    """Return what nobody guesses: 32 random bytes."""
    return secrets.token_urlsafe(32)


class PackLinkQuerySet(models.QuerySet["PackLink"]):
    """Questions about links."""

    def open(self) -> "PackLinkQuerySet":
        """Those that work now: not expired, not closed, of a pack that is not in the bin."""
        now = timezone.now()
        return self.filter(expires_at__gt=now, closed_at__isnull=True, pack__removed_at__isnull=True)


class PackLink(models.Model):
    """One link. It opens the pack, never a review: what a pack shows of one is decided for whoever looks."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="links")
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = PackLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="a_link_expires_after_it_was_made")
        ]

    def __str__(self) -> str:
        return f"Link to {self.pack}"

    def get_absolute_url(self) -> str:
        """The pack through this link."""
        return reverse("packs:shared", args=[self.token])

    @property
    def is_open(self) -> bool:
        """Whether it still works."""
        return self.closed_at is None and self.expires_at > timezone.now()
