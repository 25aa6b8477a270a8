"""Recommendations: what a review asks somebody to do."""

from django.db import models

from reviews.models.agency import Agency
from reviews.models.item import Item


class Recommendation(models.Model):
    """What a recommendation has beside its item."""

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.CASCADE, related_name="recommendation")
    # Who must act, in the review's words, and the agency that they mean where it is known.
    addressee = models.CharField(max_length=400, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.SET_NULL, related_name="recommendations")
    # The agency or heading that it stands under.
    group = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return str(self.item)
