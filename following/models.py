"""What a partnership does about a recommendation, and how that came about."""

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from reviews.models import Item, Partnership, Review

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class Progress(models.TextChoices):
    """How far it is; where nobody has answered there is no row."""

    ACCEPTED = "accepted", "Accepted"
    IN_PROGRESS = "in_progress", "In progress"
    DONE = "done", "Done"
    NOT_ACCEPTED = "not_accepted", "Not accepted"


UNDER_WAY = (Progress.ACCEPTED, Progress.IN_PROGRESS)


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    """Questions about follow-ups."""

    def visible_to(self, user: "Visitor") -> "FollowUpQuerySet":
        """Those of the partnerships of `user`, on reviews that they may see; all of these for administrators."""
        if not user.is_authenticated:
            return self.none()
        seen = self.filter(recommendation__review__in=Review.objects.visible_to(user))
        return seen if user.is_administrator else seen.filter(partnership__in=user.partnerships.all())

    def of_partnership(self, partnership: Partnership) -> "FollowUpQuerySet":
        """What one partnership does."""
        return self.filter(partnership=partnership)

    def with_heirs(self) -> "FollowUpQuerySet":
        """With the recommendation that each belongs to `now`: its own, or the one that took the place of that."""
        heirs = ("recommendation__superseded_by__superseded_by", "recommendation__superseded_by", "recommendation")
        return self.annotate(heir=Coalesce(*heirs))

    def of_review(self, review: int) -> "FollowUpQuerySet":
        """Those on the recommendations of one review, with their partnerships."""
        return self.filter(recommendation__review=review).select_related("partnership")


class FollowUp(models.Model):
    """What one partnership does about one recommendation."""

    recommendation = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="follow_ups")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="follow_ups")
    progress = models.CharField(max_length=12, choices=Progress, default=Progress.ACCEPTED)
    owner = models.CharField(max_length=150, blank=True)
    due = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["partnership", "recommendation"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "partnership"], name="a_partnership_follows_up_once"),
            models.CheckConstraint(
                condition=~Q(progress=Progress.DONE) | Q(done_on__isnull=False), name="what_is_done_says_when"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership} on {self.recommendation}"

    @property
    def now(self) -> int:
        """The key of the recommendation that it belongs to now; it is to be fetched `with_heirs`."""
        return int(getattr(self, "heir"))  # noqa: B009

    def is_overdue(self, today: date) -> bool:
        """Return whether it should have been done before `today` and is not."""
        return self.due is not None and self.due < today and self.progress in UNDER_WAY


class FollowUpChange(models.Model):
    """What somebody said of a follow-up at one time; none is changed or taken away."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(auto_now_add=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="follow_up_changes"
    )
    # The name as it was then: it stays when the account is gone.
    person_name = models.CharField(max_length=150)
    values = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.person_name} on {self.follow_up}"

    @property
    def in_words(self) -> str:
        """What was said, in a line: "In progress; owner: Head of service; due 4 May 2021"."""
        due, done = (_day(self.values.get(name)) for name in ("due", "done_on"))
        parts = (
            Progress(self.values["progress"]).label,
            f"owner: {self.values['owner']}" if self.values.get("owner") else "",
            f"due {due}" if due else "",
            f"done on {done}" if done else "",
        )
        return "; ".join(part for part in parts if part)


def _day(stored: str | None) -> str:
    return f"{date.fromisoformat(stored):%-d %B %Y}" if stored else ""
