"""Actions: rows of action plans."""

from django.db import models

from reviews.models.item import Item


class Action(models.Model):
    """The columns of an action plan's row, in the review's words."""

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.CASCADE, related_name="action")
    answers = models.ForeignKey(Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="answered_by")
    agency = models.CharField(max_length=300, blank=True)
    recommendation = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    steps = models.TextField(blank=True)
    lead = models.TextField(blank=True)
    timescale = models.TextField(blank=True)
    measure = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.item)
