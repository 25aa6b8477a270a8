"""Changing what means the same: the next search knows it; nothing is indexed anew."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from reviews.history import record
from reviews.models import Act, SynonymGroup

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def change(group: SynonymGroup, *, terms: Sequence[str], note: str, by: "User") -> SynonymGroup:
    """Make `terms` those of a group, new or stored, and return it; the history keeps what was there before."""
    before = group.names if group.pk else []
    group.note, group.changed_by = note, by
    group.save()
    group.take(terms)
    record(Act.SYNONYMS_CHANGED, by=by, about=", ".join(terms), before=before, after=list(terms))
    return group


@transaction.atomic
def remove(group: SynonymGroup, *, by: "User") -> None:
    """Remove a group; the history keeps its terms."""
    record(Act.SYNONYMS_CHANGED, by=by, about=str(group), before=group.names, after=[])
    group.delete()
