"""Events: what happened in the life that a review tells, and when."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from reviews.models.item import Item
from reviews.partial_dates import PartialDate

# What a reading says of a date that it found whole.
AS_PRINTED = "as printed"


class TimelineEvent(models.Model):
    """What an event has beside its item: its date as printed, in EDTF, and the days that it may mean."""

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.CASCADE, related_name="event")
    date = models.CharField(max_length=40)
    date_as_printed = models.CharField(max_length=120, blank=True)
    # How the date was worked out where it is not printed whole: "year from the heading", "counted on".
    date_worked_out = models.CharField(max_length=120, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    # The keys of the kinds of agency that its words name, in their order: the lanes of the timeline's picture.
    agencies = ArrayField(models.SlugField(), default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["earliest", "latest"])]
        constraints = [
            models.CheckConstraint(condition=~Q(date=""), name="an_event_has_a_date"),
            models.CheckConstraint(
                condition=Q(earliest__isnull=True) | Q(latest__isnull=True) | Q(latest__gte=F("earliest")),
                name="an_event_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.item}"

    @property
    def when(self) -> PartialDate:
        """The date, to phrase and to place."""
        return PartialDate(self.date)

    @property
    def printed_or_phrased(self) -> str:
        """The date as the review prints it, or in words where it was worked out."""
        return self.date_as_printed or self.when.phrase

    @property
    def worked_out(self) -> str:
        """How the date was worked out, with what came of it; empty where it stands so in the review."""
        if self.date_worked_out in ("", AS_PRINTED):
            return ""
        return f"{self.when.phrase}: {self.date_worked_out}"

    @property
    def order(self) -> tuple[datetime.date, datetime.date, int]:
        """Where it comes among other events: by its first day, then its last, then as they stand in the text."""
        first = self.earliest or self.latest or datetime.date.max
        return first, self.latest or first, self.item.position
