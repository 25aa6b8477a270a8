"""Events: what happened in the life that a review tells, and when."""

from django.db import models
from django.db.models import F, Q

from reviews.models.item import Item
from reviews.partial_dates import PartialDate


class TimelineEvent(models.Model):
    """What an event has beside its item: its date as printed, in EDTF, and the days that it may mean."""

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.CASCADE, related_name="event")
    date = models.CharField(max_length=40)
    date_as_printed = models.CharField(max_length=120, blank=True)
    # How the date was worked out where it is not printed whole: "year from the heading", "counted on".
    date_worked_out = models.CharField(max_length=120, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)

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
