"""Actions: rows of action plans."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from reviews.models.item import Item

# The cells of a row, in the order in which they are read as one text.
CELLS = ("recommendation", "outcome", "steps", "lead", "timescale", "measure")


def words_of_cells(values: Mapping[str, Any]) -> str:
    """Return the text of a row: its cells line by line."""
    return "\n".join(filter(None, (values.get(name) for name in CELLS)))


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

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The columns that say something, each under its name; the recommendation first."""
        columns = (
            ("Recommendation", self.recommendation),
            ("What will be done", self.steps),
            ("By whom", self.lead or self.agency),
            ("By when", self.timescale),
            ("What will change", self.outcome),
            ("How it will be known", self.measure),
        )
        return [(name, value) for name, value in columns if value]
