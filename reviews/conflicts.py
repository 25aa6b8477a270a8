"""Where a later reading and a person differ: the person's word stands, and somebody may want to look.

A difference is there when the machine says something of a field that it did not say when the person spoke, and that is
not what the person says. Saying it again, or putting it back, settles it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reviews import claims
from reviews.claim_history import value_in_words
from reviews.models import Claim, Item, Review

# Not a field: the item as a whole is what a later reading no longer finds.
FOUND = "found"


@dataclass(frozen=True)
class Difference:
    """A field of which a person says one thing and a later reading another. `item` is None for a fact of the review."""

    item: Item | None
    field: str
    by_person: Any
    by_machine: Any
    said: Claim
    machine_version: str

    @property
    def person_in_words(self) -> str:
        """What the person says, as a page shows it."""
        return value_in_words(self.by_person)

    @property
    def machine_in_words(self) -> str:
        """What the machine says, as a page shows it."""
        return value_in_words(self.by_machine)


def differences(review: Review) -> list[Difference]:
    """Return the differences of a review: its facts first, then its items in their order."""
    found = _of_one(None, list(review.claims.all()))
    by_item: dict[int | None, list[Claim]] = defaultdict(list)
    spoken = Claim.objects.filter(item__review=review, item__claims__person__isnull=False).distinct()
    for claim in spoken.select_related("person"):
        by_item[claim.item_id].append(claim)
    items = review.items.filter(pk__in=[pk for pk in by_item if pk]).current().order_by("kind", "position")
    for item in items:
        found += _of_one(item, by_item[item.pk])
    return found


def _of_one(item: Item | None, said: Iterable[Claim]) -> list[Difference]:
    """Return the differences in what was said of one thing, its claims oldest first."""
    machine = [claim for claim in said if claim.person_id is None]
    now = next((claim for claim in machine if claim.withdrawn_at is None), None)
    if now is None:
        return _no_longer_found(item, machine, said)
    found = []
    for field, claim in _by_people(said).items():
        before = [one for one in machine if one.made_at <= claim.made_at]
        known = before[-1].values.get(field) if before else None
        says = now.values.get(field)
        if now.made_at > claim.made_at and says not in (known, claim.values[field]) and field in now.values:
            found.append(Difference(item, field, claim.values[field], says, claim, now.machine_version))
    return found


def _no_longer_found(item: Item | None, machine: list[Claim], said: Iterable[Claim]) -> list[Difference]:
    """Return the difference that a later reading does not find the item any more, until somebody settles it."""
    spoken = [claim for claim in said if claim.person_id is not None and claim.withdrawn_at is None]
    gone_at = max((claim.withdrawn_at for claim in machine if claim.withdrawn_at), default=None)
    if item is None or gone_at is None or not spoken or spoken[-1].made_at > gone_at:
        return []
    return [Difference(item, FOUND, claims.values_of(item)["text"], "", spoken[-1], machine[-1].machine_version)]


def _by_people(said: Iterable[Claim]) -> dict[str, Claim]:
    """Return the person's claim that stands for each field."""
    spoken = [claim for claim in said if claim.person_id is not None and claim.withdrawn_at is None]
    return {field: claim for claim in spoken for field in claim.values}


def keep(difference: Difference, review: Review, *, by: Any) -> None:
    """Say again what the person said, so that the difference is settled."""
    target = difference.item or review
    field = "text" if difference.field == FOUND else difference.field
    claims.person_says(target=target, person=by, values={field: difference.by_person})
