"""Whether anything that pages across reviews show has changed: marks that triggers leave, one for each statement."""

from django.db import models
from django.db.models import Count, Sum

# Marks are counted at every visit: beyond so many the old ones go.
MANY = 500


class CorpusChangeQuerySet(models.QuerySet["CorpusChange"]):
    """Questions about the marks."""

    def version(self) -> tuple[int, int]:
        """Return what is another as soon as a change is there for others to see, in whatever order changes came."""
        told = self.aggregate(number=Count("pk"), sum=Sum("pk"))
        return told["number"], int(told["sum"] or 0)

    def tidy(self) -> None:
        """Put one new mark in the place of all, where they are many. Without it an old version could come back."""
        if self.count() > MANY:
            newest = self.create()
            self.filter(pk__lt=newest.pk).delete()


class CorpusChange(models.Model):
    """A mark that something of the reviews has changed. Marks are only added: no writer waits for another."""

    objects = CorpusChangeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"change {self.pk}"
