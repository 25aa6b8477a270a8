"""Every change of a pack: who made it, when, and what stood there before, so that it can be undone."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from packs.models.pack import Pack

if TYPE_CHECKING:
    from people.models import User


class PackChangeQuerySet(models.QuerySet["PackChange"]):
    """Questions about changes."""

    def newest_first(self) -> "PackChangeQuerySet":
        """The last change first."""
        return self.order_by("-number")

    def standing(self) -> "PackChangeQuerySet":
        """Those that have not been undone."""
        return self.filter(undone_by__isnull=True)

    def to_undo_by(self, person: "User") -> "PackChange | None":
        """The one that “Undo” takes back for this person: their last that stands and is no undoing itself."""
        return self.standing().filter(person=person, undoes__isnull=True).newest_first().first()


class PackChange(models.Model):
    """One change. `before` and `after` hold only what it touched: fields of the pack, entries by key, the order."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="changes")
    number = models.PositiveIntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    # What was done, in words that name no review: "Moved a quotation".
    said = models.CharField(max_length=200)
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    # Set while somebody types into one entry, so that one sitting is one change.
    sitting = models.CharField(max_length=30, blank=True)
    undoes = models.OneToOneField("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="undone_by")

    objects = PackChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pack", "-number"]
        constraints = [models.UniqueConstraint(fields=["pack", "number"], name="changes_are_numbered")]

    def __str__(self) -> str:
        return self.said

    @property
    def is_undone(self) -> bool:
        """Whether it was taken back."""
        return hasattr(self, "undone_by")
