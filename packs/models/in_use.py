"""Which pack a trainer is filling: “Add to pack” adds to it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from packs.models.pack import Pack

if TYPE_CHECKING:
    from people.models import User


class PackInUse(models.Model):
    """One row for each person who has a pack in use."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="pack_in_use"
    )
    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="in_use_by")

    def __str__(self) -> str:
        return f"{self.pack}, used by {self.person}"


def pack_in_use_by(person: "User") -> Pack | None:
    """Return the pack that this person is filling, with its `entry_count`; None where there is none."""
    packs = Pack.objects.editable_by(person).standing().filter(in_use_by__person=person)
    return packs.annotate(entry_count=models.Count("entries", distinct=True)).first()


def use(pack: Pack, *, by: "User") -> None:
    """Make `pack` the one that this person is filling."""
    PackInUse.objects.update_or_create(person=by, defaults={"pack": pack})
