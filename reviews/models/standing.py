"""Where a review comes from and where it stands: what its desk knows beside what the review says."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Standing(models.Model):
    """The part of a review's row that no machine reads and that nobody claims: its desk sets it."""

    source_url = models.URLField(max_length=500, blank=True)
    fetched_on = models.DateField(null=True, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    gone_from_source = models.BooleanField(default=False)

    commissioned_on = models.DateField(null=True, blank=True)
    panel_notified_on = models.DateField(null=True, blank=True)
    inquest_pending = models.BooleanField(default=False)
    trial_pending = models.BooleanField(default=False)
    # Readers must not see it before this day.
    embargo_until = models.DateField(null=True, blank=True)
    # After this day it is withdrawn by itself.
    keep_until = models.DateField(null=True, blank=True)

    # What the publisher answered, and what has changed since, in an editor's words or the publisher's own.
    response = models.TextField(blank=True)
    response_url = models.URLField(max_length=500, blank=True)
    changed_since = models.TextField(blank=True)

    # Who asked for it to be published, where a second pair of eyes is wanted.
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviews_proposed"
    )
    proposed_at = models.DateTimeField(null=True, blank=True)

    made_public_at = models.DateTimeField(null=True, blank=True)
    made_public_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviews_published"
    )
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="reviews_withdrawn"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def is_embargoed(self) -> bool:
        """Whether readers must not see it yet."""
        return self.embargo_until is not None and self.embargo_until > timezone.localdate()

    @property
    def pending(self) -> str:
        """What is still to come in court: "An inquest", "A trial", "An inquest and a trial"; empty for nothing."""
        named = ((self.inquest_pending, "an inquest"), (self.trial_pending, "a trial"))
        return " and ".join(name for is_so, name in named if is_so).capitalize()
