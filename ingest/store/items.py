"""The items of a reading → their rows: known ones keep their address, their checks and what people said of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.matching import Matchable, match
from ingest.record import (
    Box,
    ExtractedAction,
    ExtractedEvent,
    ExtractedFinding,
    ExtractedPassage,
    ExtractedRecommendation,
    ExtractedReview,
    Place,
    ThemeMention,
)
from ingest.store.taggings import write_item_taggings
from reviews import claims
from reviews.models import (
    Action,
    Agency,
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

DETAIL_OF = {
    ItemKind.PASSAGE: Passage,
    ItemKind.FINDING: Finding,
    ItemKind.RECOMMENDATION: Recommendation,
    ItemKind.ACTION: Action,
    ItemKind.EVENT: TimelineEvent,
}


@dataclass(frozen=True)
class Found:
    """One item of a reading in the form in which it is stored.

    `values` is what the machine claims; `fixed` are columns of the kind's row that nobody claims.
    """

    kind: ItemKind
    values: dict[str, Any]
    place: Place
    heading: str = ""
    fixed: dict[str, Any] | None = None
    themes: tuple[ThemeMention, ...] = ()
    confidence: float | None = None
    doubt: str = ""


def write_items(review: Review, document: Document, extracted: ExtractedReview) -> None:
    """Make the review's items those of this reading.

    What is found again keeps its row; what is no longer found stays as superseded, unless a person added it.
    """
    found = _found(extracted)
    known = list(review.items.filter(claims__person__isnull=True).distinct().order_by("kind", "position", "pk"))
    matched = match([_matchable_item(item) for item in known], [_matchable_found(item) for item in found])
    items = [
        _item(review, document, place, thing, known[matched[place]] if place in matched else None)
        for place, thing in enumerate(found)
    ]
    _supersede([item for place, item in enumerate(known) if place not in set(matched.values())])
    _save(items, found, extracted.machine)
    _link_passages(items, found)
    write_item_taggings(items, [thing.themes for thing in found], extracted.machine)


def _found(extracted: ExtractedReview) -> list[Found]:
    agencies = dict(Agency.objects.values_list("key", "pk"))
    return [
        *(_passage(passage) for passage in extracted.passages),
        *(_finding(finding) for finding in extracted.findings),
        *(_recommendation(recommendation, agencies) for recommendation in extracted.recommendations),
        *(_action(action) for action in extracted.actions),
        *(_event(event) for event in extracted.timeline),
    ]


def _passage(passage: ExtractedPassage) -> Found:
    fixed = {"block": passage.kind, "level": passage.level, "box": passage.box, "rows": passage.rows}
    return Found(
        ItemKind.PASSAGE,
        {"label": passage.number or "", "text": passage.text},
        Place(passage.page, passage.boxes),
        heading=" › ".join(passage.heading),
        fixed=fixed,
    )


def _finding(finding: ExtractedFinding) -> Found:
    values = {"label": finding.label or "", "text": finding.text, "kind": finding.kind}
    return _of(ItemKind.FINDING, values, finding)


def _recommendation(recommendation: ExtractedRecommendation, agencies: dict[str, int]) -> Found:
    values = {
        "label": recommendation.label or "",
        "text": recommendation.text,
        "addressee": (recommendation.addressee or "")[:400],
        "group": (recommendation.group or "")[:300],
    }
    fixed = {"agency_id": agencies.get(recommendation.agency or "")}
    return _of(ItemKind.RECOMMENDATION, values, recommendation, fixed, heading=recommendation.group or "")


def _action(action: ExtractedAction) -> Found:
    columns = ("recommendation", "outcome", "steps", "lead", "timescale", "measure")
    cells = {column: getattr(action, column) or "" for column in columns}
    text = "\n".join(cell for cell in cells.values() if cell)
    values = {"label": action.label or "", "text": text, "agency": (action.agency or "")[:300], **cells}
    return _of(ItemKind.ACTION, values, action, heading=action.agency or "")


def _event(event: ExtractedEvent) -> Found:
    values = {
        "label": event.paragraph or "",
        "text": event.text,
        "date": event.date,
        "date_as_printed": event.printed[:120],
        "date_worked_out": event.worked_out[:120],
    }
    return _of(ItemKind.EVENT, values, event, {"agencies": list(event.agencies)})


def _of(
    kind: ItemKind,
    values: dict[str, Any],
    item: ExtractedFinding | ExtractedRecommendation | ExtractedAction | ExtractedEvent,
    fixed: dict[str, Any] | None = None,
    heading: str = "",
) -> Found:
    return Found(kind, values, item.place, heading, fixed, item.themes, item.confidence, item.doubt)


def _matchable_item(item: Item) -> Matchable:
    return Matchable(item.kind, item.label, item.text)


def _matchable_found(found: Found) -> Matchable:
    return Matchable(found.kind, found.values["label"][:120], found.values["text"])


def _item(review: Review, document: Document, position: int, found: Found, known: Item | None) -> Item:
    """Return the item's row as this reading finds it; shown values are set from claims afterwards."""
    item = known or Item(review=review, kind=found.kind)
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
    gone = [item.pk for item in items if item.state == ItemState.CURRENT]
    Item.objects.filter(pk__in=gone).update(state=ItemState.SUPERSEDED)


def _save(items: list[Item], found: list[Found], machine: str) -> None:
    """Write the claims of this reading and the values that are now shown, in a fixed number of queries per kind."""
    persons = _claims_of_people(items)
    details = [_detail(item, thing) for item, thing in zip(items, found, strict=True)]
    for item, detail, thing in zip(items, details, found, strict=True):
        said = Claim(machine_version=machine, values=thing.values)
        claims.write_item(item, detail, claims.decide([said, *persons[item.pk]]))
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
    columns = ["document", "position", "heading", "page", "boxes", "confidence", "doubt", "state", "label", "text"]
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
