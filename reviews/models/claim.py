"""Claims: what was said about an item or review, by which machine or person, and when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from reviews.models.item import Item
from reviews.models.review import Review


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about claims."""

    def standing(self) -> "ClaimQuerySet":
        """Those that have not been taken back, oldest first."""
        return self.filter(withdrawn_at__isnull=True).order_by("made_at", "pk")

    def by_machine(self) -> "ClaimQuerySet":
        """What machines said."""
        return self.filter(person__isnull=True)

    def by_people(self) -> "ClaimQuerySet":
        """What people said."""
        return self.filter(person__isnull=False)

    def withdraw(self) -> int:
        """Take all of them back; return how many."""
        return self.update(withdrawn_at=timezone.now())


class Claim(models.Model):
    """One saying: the values of one or more fields. Claims are added and taken back, never changed."""

    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.CASCADE, related_name="claims")
    review = models.ForeignKey(Review, null=True, blank=True, on_delete=models.CASCADE, related_name="claims")
    values = models.JSONField()
    machine_version = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="claims"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(item__isnull=False, review__isnull=True) | Q(item__isnull=True, review__isnull=False),
                name="a_claim_is_about_an_item_or_a_review",
            ),
            models.CheckConstraint(
                condition=(Q(person__isnull=True) & ~Q(machine_version=""))
                | Q(person__isnull=False, machine_version=""),
                name="a_claim_is_a_machines_or_a_persons",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(person__isnull=True, withdrawn_at__isnull=True),
                name="one_machine_speaks_of_an_item",
            ),
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(person__isnull=True, withdrawn_at__isnull=True),
                name="one_machine_speaks_of_a_review",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.machine_version} on {self.item or self.review}"
