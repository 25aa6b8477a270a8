"""Who said what about a review or an item, and which value is shown.

What a machine found and what a person said are both kept as claims. A person outranks a machine, a later claim an
earlier one, field by field. This is the one place that decides, and that writes the shown values into the rows
which search, lists and exports read.

Some fields of items are said by people only: `state` (rejected, or superseded by another item that took its words),
`after` (the anchor of the item that it follows; reviews.ordering), `joined` (the anchor of an item whose words its
text took in) and `answers` (the anchor of the recommendation that an action answers; reviews.plan_links). The `people`
of a review have rows of their own (reviews.people_said).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from reviews.history import record
from reviews.models import Act, Claim, Item, ItemKind, ItemState, Review
from reviews.models.action import CELLS, words_of_cells
from reviews.naming import display_name
from reviews.partial_dates import PartialDate
from reviews.people_said import people_of, write_people
from reviews.plan_links import link_actions
from reviews.privacy.hiding import cover_facts, cover_item, uncover_facts, uncover_item, veil_of
from reviews.privacy.veil import Veil

if TYPE_CHECKING:
    from people.models import User

REVIEW_FIELDS = (
    "title", "kind", "nation", "subject", "partnership_as_printed", "area", "authors",
    "published", "period", "incident", "outcome", "people",
)  # fmt: skip
DATE_FIELDS = ("published", "period", "incident")
PEOPLE, ANSWERS = "people", "answers"
ITEM_FIELDS = ("label", "text")
FIELDS_OF_KIND = {
    ItemKind.PASSAGE: (),
    ItemKind.FINDING: ("kind",),
    ItemKind.RECOMMENDATION: ("addressee", "group"),
    ItemKind.ACTION: ("agency", "recommendation", "outcome", "steps", "lead", "timescale", "measure", "answers"),
    ItemKind.EVENT: ("date", "date_as_printed", "date_worked_out"),
}


@dataclass(frozen=True)
class Shown:
    """The value of a field that is shown, and whether a person gave it."""

    value: Any
    by_person: bool


def decide(claims: Iterable[Claim]) -> dict[str, Shown]:
    """Return what is shown of each field that the standing `claims`, oldest first, speak of."""
    shown: dict[str, Shown] = {}
    for claim in claims:
        if claim.withdrawn_at is not None:
            continue
        by_person = claim.person_id is not None
        for field, value in claim.values.items():
            if by_person or field not in shown or not shown[field].by_person:
                shown[field] = Shown(value, by_person)
    return shown


def write_review(review: Review, shown: Mapping[str, Shown]) -> None:
    """Set the shown values on `review` and its date bounds, hidden words taken out; the caller saves it.

    The rows of its people are stored here.
    """
    uncover_facts(review)
    for field in REVIEW_FIELDS:
        if field in shown and field != PEOPLE:
            setattr(review, field, shown[field].value)
    if PEOPLE in shown:
        write_people(review, shown[PEOPLE].value)
    # Only people write abstracts: where nobody does, it is built from the record.
    review.abstract = shown["abstract"].value if "abstract" in shown else {}
    for field in DATE_FIELDS:
        earliest, latest = bounds(getattr(review, field))
        setattr(review, f"{field}_earliest", earliest)
        setattr(review, f"{field}_latest", latest)
    review.display_name = display_name(
        subject=review.subject, area=review.area, kind=review.kind, published=review.published, title=review.title
    )
    review.fields_by_people = sorted(field for field, value in shown.items() if value.by_person)
    cover_facts(review, veil_of(review))


def write_item(item: Item, detail: Any, shown: Mapping[str, Shown], veil: Veil | None = None) -> None:
    """Set the shown values on `item` and on `detail`, the row of its own kind; the caller saves both.

    Words that are hidden in its review are taken out: those of `veil`, or what the database says.
    """
    uncover_item(item, detail)
    for field in ITEM_FIELDS:
        if field in shown:
            setattr(item, field, shown[field].value)
    for field in FIELDS_OF_KIND[ItemKind(item.kind)]:
        if field in shown and field != ANSWERS:
            setattr(detail, field, shown[field].value)
    if "state" in shown:
        item.state = shown["state"].value
    if item.kind == ItemKind.ACTION:
        item.text = words_of_cells({cell: getattr(detail, cell) for cell in CELLS}) or item.text
    if item.kind == ItemKind.EVENT:
        detail.earliest, detail.latest = bounds(detail.date)
    cover_item(item, detail, veil_of(item.review) if veil is None else veil)


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the fields of an item of a kind that machines and people speak of."""
    return (*ITEM_FIELDS, *FIELDS_OF_KIND[ItemKind(kind)])


def values_of(target: Review | Item) -> dict[str, Any]:
    """Return what stands in each field that is spoken of, hidden words too: it is for those who work on the review."""
    if isinstance(target, Review):
        own = (field for field in REVIEW_FIELDS if field != PEOPLE)
        shown = {field: target.plain.get(field, getattr(target, field)) for field in own}
        return {**shown, PEOPLE: people_of(target)}
    detail = detail_of(target)
    shown = {field: getattr(target, field) for field in ITEM_FIELDS}
    shown |= {field: getattr(detail, field) for field in FIELDS_OF_KIND[ItemKind(target.kind)]}
    if ANSWERS in shown:
        shown[ANSWERS] = detail.answers.anchor if detail.answers else ""
    return shown | {field: value for field, value in target.plain.items() if field in shown}


def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Return the first and last day that a date in EDTF may mean; two times None for no date."""
    if not edtf:
        return None, None
    when = PartialDate(edtf)
    return when.earliest, when.latest


@transaction.atomic
def person_says(*, target: Review | Item, person: "User", values: Mapping[str, Any]) -> Claim:
    """Keep what a person says of `target`, and show it. Returns the claim."""
    claim = Claim.objects.create(**_about(target), person=person, values=dict(values))
    show(target)
    _record(Act.SAID, claim, by=person)
    return claim


@transaction.atomic
def take_back(claim: Claim, *, by: "User") -> None:
    """Take back a claim, and show what stands without it."""
    claim.withdrawn_at = timezone.now()
    claim.save(update_fields=["withdrawn_at"])
    show(_target(claim))
    _record(Act.TOOK_BACK, claim, by=by)


@transaction.atomic
def put_back(target: Review | Item, fields: Iterable[str], *, by: "User") -> list[str]:
    """Show of these fields what the machine said; return those that a person had spoken of.

    What else was said in the same breath still stands, as said by the same person at the same time.
    """
    wanted = set(fields)
    spoken: set[str] = set()
    for claim in target.claims.standing().by_people():
        if wanted.isdisjoint(claim.values):
            continue
        spoken |= wanted & set(claim.values)
        _without(claim, wanted)
    show(target)
    if spoken:
        _write_down(Act.TOOK_BACK, target, sorted(spoken), by=by)
    return sorted(spoken)


def _without(claim: Claim, fields: set[str]) -> None:
    """Take a claim back; what it said of other fields goes on standing."""
    Claim.objects.filter(pk=claim.pk).withdraw()
    rest = {field: value for field, value in claim.values.items() if field not in fields}
    if rest:
        kept = Claim.objects.create(item=claim.item, review=claim.review, person=claim.person, values=rest)
        Claim.objects.filter(pk=kept.pk).update(made_at=claim.made_at)


def show(target: Review | Item) -> None:
    """Decide what is shown of `target` from its claims and store it."""
    shown = decide(target.claims.standing())
    if isinstance(target, Review):
        write_review(target, shown)
        target.save()
        return
    detail = detail_of(target)
    if "state" not in shown and any("state" in claim.values for claim in target.claims.all()):
        target.state = ItemState.CURRENT
    write_item(target, detail, shown)
    target.save()
    detail.save()
    if target.kind in (ItemKind.ACTION, ItemKind.RECOMMENDATION):
        link_actions(target.review)


def detail_of(item: Item) -> Any:
    """Return the row of the item's own kind."""
    return getattr(item, item.kind)


def _target(claim: Claim) -> Review | Item:
    target = claim.item or claim.review
    assert target is not None  # the database says that a claim is about one or the other
    return target


def _record(act: Act, claim: Claim, *, by: "User") -> None:
    """Write down which fields were spoken of; what was said stands in the claim, which is kept for good."""
    _write_down(act, _target(claim), sorted(claim.values), by=by)


def _write_down(act: Act, target: Review | Item, fields: list[str], *, by: "User") -> None:
    if isinstance(target, Review):
        record(act, by=by, review=target, fields=fields)
    else:
        record(act, by=by, review=target.review, about=target.name, item=target.anchor, fields=fields)


def _about(target: Review | Item) -> dict[str, Review | Item]:
    return {"review": target} if isinstance(target, Review) else {"item": target}
