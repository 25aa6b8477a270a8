"""The items of a reading → their rows: known ones keep their address, their checks and what people said of them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ingest.record import Box
from ingest.store.changes import Pairing, spoken_for
from ingest.store.found import Found
from ingest.store.taggings import write_item_taggings
from reviews import claims
from reviews.models import (
    Action,
    Claim,
    Document,
    Finding,
    Item,
    ItemKind,
    ItemState,
    Passage,
    Recommendation,
    Review,
    TimelineEvent,
)
from reviews.ordering import arrange
from reviews.plan_links import link_actions
from reviews.privacy.hiding import veil_of

DETAIL_OF = {
    ItemKind.PASSAGE: Passage,
    ItemKind.FINDING: Finding,
    ItemKind.RECOMMENDATION: Recommendation,
    ItemKind.ACTION: Action,
    ItemKind.EVENT: TimelineEvent,
}

# The columns of an item that a reading writes.
WRITTEN_BY_READING = (
    "document", "position", "heading", "page", "boxes", "confidence", "doubt", "state", "label", "text", "plain",
)  # fmt: skip


def write_items(paired: Pairing, review: Review, document: Document, machine: str) -> None:
    """Make the items of a document's line those of a reading.

    What is found again keeps its row; what is no longer found stays as superseded, unless a person added, corrected or
    confirmed it. What people moved is put in its place again.
    """
    found = paired.found
    items = [_item(review, document, place, thing, paired.item_at(place)) for place, thing in enumerate(found)]
    _supersede(paired.gone)
    _save(review, items, found, machine)
    _link_passages(items, found)
    write_item_taggings(items, [thing.themes for thing in found], machine)
    arrange(review)
    link_actions(review)


def _item(review: Review, document: Document, position: int, found: Found, known: Item | None) -> Item:
    """Return the item's row as this reading finds it; shown values are set from claims afterwards."""
    item = known or Item(review=review, kind=found.kind)
    # Everything out of which words may have been taken is written anew.
    item.plain = {}
    item.document, item.position, item.heading = document, position, found.heading
    item.page, item.boxes = found.place.page, [_box(box) for box in found.place.boxes]
    item.confidence, item.doubt = found.confidence, found.doubt[:250]
    if item.state == ItemState.SUPERSEDED:
        item.state = ItemState.CURRENT
    return item


def _box(box: Box) -> list[float]:
    """Return a rectangle as it is stored, to a tenth of a point."""
    return [box.page, *(round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom))]


def _supersede(items: Sequence[Item]) -> None:
    """Show no longer what a reading does not find; of what people spoke for, only the machine's word is gone."""
    kept = spoken_for(items)
    Claim.objects.filter(item__in=kept).by_machine().standing().withdraw()
    gone = [item.pk for item in items if item.state == ItemState.CURRENT and item.pk not in kept]
    Item.objects.filter(pk__in=gone).update(state=ItemState.SUPERSEDED)


def _save(review: Review, items: list[Item], found: list[Found], machine: str) -> None:
    """Write the claims of this reading and the values that are now shown, in a fixed number of queries per kind."""
    persons, veil = _claims_of_people(items), veil_of(review)
    details = [_detail(item, thing) for item, thing in zip(items, found, strict=True)]
    for item, detail, thing in zip(items, details, found, strict=True):
        said = Claim(machine_version=machine, values=thing.values)
        claims.write_item(item, detail, claims.decide([said, *persons[item.pk]]), veil)
        item.label = item.label[:120]
    Claim.objects.filter(item__in=[item.pk for item in items if item.pk]).by_machine().standing().withdraw()
    _write_rows(items, details)
    Claim.objects.bulk_create(
        (
            Claim(item=item, machine_version=machine, values=thing.values)
            for item, thing in zip(items, found, strict=True)
        ),
        batch_size=500,
    )


def _claims_of_people(items: list[Item]) -> dict[int | None, list[Claim]]:
    by_item: dict[int | None, list[Claim]] = defaultdict(list)
    for claim in Claim.objects.filter(item__in=[item.pk for item in items if item.pk]).by_people().standing():
        by_item[claim.item_id].append(claim)
    return by_item


def _detail(item: Item, found: Found) -> Any:
    model = DETAIL_OF[found.kind]
    detail = claims.detail_of(item) if item.pk else model()
    for column, value in (found.fixed or {}).items():
        setattr(detail, column, value)
    return detail


def _write_rows(items: list[Item], details: list[Any]) -> None:
    new = [(item, detail) for item, detail in zip(items, details, strict=True) if item.pk is None]
    old = [(item, detail) for item, detail in zip(items, details, strict=True) if item.pk is not None]
    Item.objects.bulk_create([item for item, _ in new], batch_size=500)
    for item, detail in new:
        detail.item = item
    columns = [
        "document",
        "position",
        "heading",
        "page",
        "boxes",
        "confidence",
        "doubt",
        "state",
        "label",
        "text",
        "plain",
    ]
    Item.objects.bulk_update([item for item, _ in old], columns, batch_size=200)
    for kind, model in DETAIL_OF.items():
        model._default_manager.bulk_create([detail for item, detail in new if item.kind == kind], batch_size=500)
        changed = [detail for item, detail in old if item.kind == kind]
        if changed:
            own = [field.name for field in model._meta.concrete_fields if not field.primary_key]
            model._default_manager.bulk_update(changed, own, batch_size=200)


def _link_passages(items: list[Item], found: list[Found]) -> None:
    """Tie each drawn item to the passages that it is drawn from."""
    passages = [item for item in items if item.kind == ItemKind.PASSAGE]
    link = Item.passages.through
    link.objects.filter(from_item__in=[item.pk for item in items]).delete()
    link.objects.bulk_create(
        (
            link(from_item=item, to_item=passages[index])
            for item, thing in zip(items, found, strict=True)
            for index in dict.fromkeys(thing.place.passages)
            if index < len(passages)
        ),
        batch_size=1000,
    )
