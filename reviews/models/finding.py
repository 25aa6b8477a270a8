"""Findings: what a review says was learned."""

from django.db import models

from reviews.models.item import Item


class FindingKind(models.TextChoices):
    """How the review itself presents it."""

    FINDING = "finding", "Finding"
    LEARNING_POINT = "learning_point", "Learning point"
    LESSON = "lesson", "Lesson"
    GOOD_PRACTICE = "good_practice", "Good practice"


class Finding(models.Model):
    """What a finding has beside its item."""

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.CASCADE, related_name="finding")
    kind = models.CharField(max_length=14, choices=FindingKind, default=FindingKind.FINDING)

    def __str__(self) -> str:
        return str(self.item)
