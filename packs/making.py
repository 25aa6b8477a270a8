"""Making packs: new ones, drafts, copies; putting them in the bin and taking them back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from packs.collecting import NewEntry, collect
from packs.models import Pack, PackInUse
from packs.models.entry import CONTENT_FIELDS
from packs.models.in_use import use
from packs.sources import Sources

if TYPE_CHECKING:
    from people.models import User

COPIED = tuple(field for field in CONTENT_FIELDS if field not in {"item_id", "review_id", "taken", "added_by_id"})


@transaction.atomic
def make(*, name: str, by: "User", entries: Iterable[NewEntry] = (), **fields: Any) -> Pack:
    """Return a new pack of this person with these entries; it is the one in use from now on."""
    pack = Pack.objects.create(name=name, owner=by, **fields)
    entries = list(entries)
    if entries:
        collect(pack, entries, by=by)
    use(pack, by=by)
    return pack


@transaction.atomic
def copy(pack: Pack, *, by: "User") -> tuple[Pack, int]:
    """Return a copy of a shared pack as this person's own, and how many entries they may not see and were left out."""
    entries = list(pack.entries.with_sources())
    sources = Sources.of(entries, by)
    shown = [entry for entry in entries if sources.state_of(entry).is_shown]
    new = [
        NewEntry(item=entry.item, review=sources.review_of(entry), **{name: getattr(entry, name) for name in COPIED})
        for entry in shown
    ]
    name = f"{pack.name[:110]} (copy)"
    made = make(
        name=name, by=by, entries=new, shape=pack.shape, audience=pack.audience, nation=pack.nation, copied_from=pack
    )
    return made, len(entries) - len(shown)


@transaction.atomic
def put_in_the_bin(pack: Pack) -> None:
    """Take a pack away from everybody; its owner can take it back."""
    Pack.objects.filter(pk=pack.pk).update(removed_at=timezone.now())
    PackInUse.objects.filter(pack=pack).delete()


def take_back(pack: Pack) -> None:
    """Take a pack out of the bin."""
    Pack.objects.filter(pk=pack.pk).update(removed_at=None)
