"""What people say of themes: that a suggestion is right or wrong, or that one is missing."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from reviews.history import record
from reviews.models import Act, Item, Review, Tagging, TaggingState, Theme, Valence

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def decide_themes(
    target: Review | Item, kept: Collection[int], *, by: "User", among: Collection[int] | None = None
) -> None:
    """Confirm the taggings whose ids are `kept` and reject the others; what a person decided alike stays so.

    Only those `among` are decided on: the ones that the person has seen; all that are shown where it is None.
    """
    decided: dict[TaggingState, list[str]] = {TaggingState.CONFIRMED: [], TaggingState.REJECTED: []}
    seen = target.taggings.shown().select_related("theme")
    for tagging in seen if among is None else seen.filter(pk__in=among):
        state = TaggingState.CONFIRMED if tagging.pk in kept else TaggingState.REJECTED
        if tagging.state != state:
            _decide(tagging, state, by=by)
            decided[state].append(tagging.theme.label)
    if any(decided.values()):
        _record(target, by=by, **{state.value: ", ".join(labels) for state, labels in decided.items() if labels})


@transaction.atomic
def add_theme(target: Review | Item, theme: Theme, *, evidence: str, valence: str, by: "User") -> Tagging:
    """Return the tagging by which a person says what the target is about; one that was rejected stands again."""
    tagging = target.taggings.filter(theme=theme).first() or Tagging(theme=theme, **_about(target))
    tagging.evidence, tagging.valence = evidence or tagging.evidence, valence or Valence.CONTEXT
    _decide(tagging, TaggingState.CONFIRMED, by=by)
    _record(target, by=by, added=theme.label)
    return tagging


@transaction.atomic
def put_theme_back(tagging: Tagging, *, by: "User") -> None:
    """Take back what a person decided: the machine's suggestion stands as it was, a person's own goes."""
    target = tagging.item or tagging.review
    assert target is not None  # the database says that a tagging is of one or the other
    if tagging.machine_version:
        tagging.state, tagging.decided_at, tagging.decided_by = TaggingState.SUGGESTED, None, None
        tagging.save()
    else:
        tagging.delete()
    _record(target, by=by, put_back=tagging.theme.label)


def _decide(tagging: Tagging, state: TaggingState, *, by: "User") -> None:
    tagging.state, tagging.decided_by, tagging.decided_at = state, by, timezone.now()
    tagging.save()


def _about(target: Review | Item) -> dict[str, Review | Item]:
    return {"review": target} if isinstance(target, Review) else {"item": target}


def _record(target: Review | Item, *, by: "User", **details: Any) -> None:
    if isinstance(target, Review):
        record(Act.THEMES_DECIDED, by=by, review=target, **details)
    else:
        record(Act.THEMES_DECIDED, by=by, review=target.review, about=target.name, item=target.anchor, **details)
