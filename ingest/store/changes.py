"""What a reading would change in a review, told before it is stored, and kept afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from ingest.matching import Matchable, match
from ingest.record import ExtractedReview
from ingest.store.found import Found, found_in
from reviews.models import Claim, Document, Item, ItemKind, ItemState, Review


@dataclass(frozen=True)
class Changed:
    """An item as it was and as it would be. `kept` where a person's words stand before the machine's."""

    kind: str
    label: str
    before: str = ""
    after: str = ""
    anchor: str = ""
    kept: bool = False


@dataclass(frozen=True)
class Changes:
    """What a reading would change of what was drawn out of the text; passages are the text itself and do not count.

    `same` is how many items stay as they are, `confirmed` how many of these a person has confirmed or corrected.
    What is gone or changed and `kept` stays too, as the person said.
    """

    new: list[Changed] = field(default_factory=list)
    gone: list[Changed] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    same: int = 0
    confirmed: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return asdict(self)


@dataclass(frozen=True)
class Pairing:
    """The items of a document's line, what a reading found, and which place in it is which item."""

    known: list[Item]
    found: list[Found]
    matched: Mapping[int, int]
    # What the machine last said of each known item, by the item's id.
    said: Mapping[int, dict[str, Any]]

    def item_at(self, place: int) -> Item | None:
        """Return the known item that stands at a place of the reading."""
        return self.known[self.matched[place]] if place in self.matched else None

    @property
    def gone(self) -> list[Item]:
        """The known items that the reading no longer finds."""
        kept = set(self.matched.values())
        return [item for number, item in enumerate(self.known) if number not in kept]


def pairing(review: Review, line: Sequence[Document], extracted: ExtractedReview, kinds: set[str]) -> Pairing:
    """Return which found thing is which known item of the documents in `line`, by what machines said of them."""
    by_machine = review.items.filter(document__in=line, claims__person__isnull=True)
    known = list(by_machine.distinct().order_by("kind", "position", "pk"))
    found = [thing for thing in found_in(extracted) if thing.kind in kinds]
    said = _said_by_machine(known)
    matched = match([_known_as(item, said) for item in known], [_found_as(thing) for thing in found])
    return Pairing(known, found, matched, said)


def changes(paired: Pairing) -> Changes:
    """Return what storing the reading would change of what was drawn out of the text."""
    by_people = spoken_for(paired.known)
    new, changed, unchanged = [], [], []
    for place, thing in enumerate(paired.found):
        if thing.kind == ItemKind.PASSAGE:
            continue
        item = paired.item_at(place)
        label, text = thing.values["label"][:120], thing.values["text"]
        if item is None or (item.state == ItemState.SUPERSEDED and item.pk not in by_people):
            new.append(Changed(thing.kind, label, after=text))
        elif _known_as(item, paired.said) != _found_as(thing):
            changed.append(Changed(thing.kind, label, item.text, text, item.anchor, item.pk in by_people))
        else:
            unchanged.append(item)
    gone = [
        Changed(item.kind, item.label, before=item.text, anchor=item.anchor, kept=item.pk in by_people)
        for item in paired.gone
        if item.kind != ItemKind.PASSAGE and item.state == ItemState.CURRENT
    ]
    confirmed = sum(item.pk in by_people for item in unchanged)
    return Changes(new, gone, changed, len(unchanged), confirmed)


def _said_by_machine(items: list[Item]) -> dict[int, dict[str, Any]]:
    claims = Claim.objects.filter(item__in=items).by_machine().standing()
    return {item: values for item, values in claims.values_list("item_id", "values") if item is not None}


def spoken_for(items: Iterable[Item]) -> set[int]:
    """Return the ids of the items that a person has confirmed or corrected: no reading takes them away."""
    items = list(items)
    claims = Claim.objects.filter(item__in=items).by_people().standing()
    said = {item for item in claims.values_list("item_id", flat=True) if item is not None}
    return said | {item.pk for item in items if item.is_checked}


def _known_as(item: Item, said: Mapping[int, dict[str, Any]]) -> Matchable:
    """Return a known item as the machine last found it: a correction must not make it unknown."""
    values = said.get(item.pk, {})
    return Matchable(item.kind, values.get("label", item.label)[:120], values.get("text", item.text))


def _found_as(found: Found) -> Matchable:
    return Matchable(found.kind, found.values["label"][:120], found.values["text"])
