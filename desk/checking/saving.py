"""Saving what one editor typed without losing what another saved meanwhile."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reviews import claims
from reviews.models import HistoryEntry, Item, Review


@dataclass(frozen=True)
class Clash:
    """A field that two editors changed: what is stored now, and what this editor wrote."""

    field: str
    theirs: Any
    mine: Any


@dataclass(frozen=True)
class Change:
    """Who changed it last, and when."""

    who: str
    at: datetime


def clashes(mine: dict[str, Any], then: dict[str, Any], target: Item | Review) -> list[Clash]:
    """Return the fields that were changed both here and by somebody else since this editor was shown them."""
    now = claims.values_of(target)
    return [
        Clash(field, now[field], value)
        for field, value in mine.items()
        if field in then and now.get(field) != then[field] and now.get(field) != value
    ]


def last_change(target: Item | Review) -> Change | None:
    """Return who last did something with it; None where the history does not tell."""
    acts = HistoryEntry.objects
    found = acts.of_item(target.anchor) if isinstance(target, Item) else acts.of_facts(target)
    entry = found.newest_first().first()
    return Change(entry.who, entry.at) if entry else None


def conflict_context(form: Any, both: list[Clash], target: Item | Review) -> dict[str, Any]:
    """Return what the page of a conflict shows: both versions of what clashes, and the rest as it would be saved.

    Of the rest this editor's changes are kept, and so is what somebody else changed.
    """
    now, clashing = claims.values_of(target), {clash.field for clash in both}
    rest = {**now, **form.mine}
    return {
        "rows": [(form[clash.field], clash) for clash in both],
        "others": [pair for name, value in rest.items() if name not in clashing for pair in _written(name, value)],
        "was_now": json.dumps(now),
        "change": last_change(target),
    }


def _written(name: str, value: Any) -> list[tuple[str, str]]:
    """Return a value as its fields hold it: a list of words one by line, people field by field."""
    if name == claims.PEOPLE:
        rows = enumerate([*value, {"name": ""}])
        return [(f"{name}-{number}-{field}", said) for number, one in rows for field, said in one.items()]
    return [(name, "\n".join(value) if isinstance(value, list) else str(value))]
