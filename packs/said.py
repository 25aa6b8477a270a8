"""What a pack's page says of the act that led to it, with a way to undo it."""

from dataclasses import dataclass

from django.http import HttpRequest

from packs.models import Pack, PackChange

KEY = "pack_said"


@dataclass(frozen=True)
class Said:
    """A sentence, and the number of the change that “Undo” takes back; None where there is nothing to undo."""

    sentence: str
    undo: int | None = None


def say(request: HttpRequest, pack: Pack, sentence: str, *, can_undo: bool = True) -> None:
    """Have the pack's next page say a sentence; “Undo” takes back this person's last change."""
    change: PackChange | None = None
    if can_undo and request.user.is_authenticated:
        change = pack.changes.to_undo_by(request.user)
    request.session[KEY] = {"pack": pack.key, "sentence": sentence, "undo": change.number if change else None}


def said(request: HttpRequest, pack: Pack) -> Said | None:
    """Return what is to be said on a page of this pack, once."""
    kept = request.session.get(KEY)
    if not kept or kept["pack"] != pack.key:
        return None
    del request.session[KEY]
    return Said(kept["sentence"], kept["undo"])
