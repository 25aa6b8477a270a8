"""What an editor does with the items of a review: confirm, correct, reject, add, split, join, move, change the kind.

Whatever a person says is kept as a claim, so that a later reading cannot undo it and the person can. Each act is whole
or not at all; `in_hand` keeps other editors and the worker from the same review meanwhile.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from reviews import claims
from reviews.history import record
from reviews.models import Act, Claim, Document, Item, ItemKind, ItemState, Review, Tagging
from reviews.models.action import CELLS, words_of_cells
from reviews.ordering import arrange
from reviews.plan_links import link_actions
from reviews.words_on_page import Standing, standing_of

if TYPE_CHECKING:
    from people.models import User

JOINT = "\n"


def in_hand(review: Review) -> Review:
    """Return the review, locked until the transaction ends: whoever else would change it waits."""
    return Review.objects.select_for_update(of=("self",)).get(pk=review.pk)


def version_of(target: Review | Item) -> str:
    """Return a short word that changes whenever anything does that an editor sees of it."""
    # Not `target.taggings`: where these were fetched before, they may be the shown ones only.
    about: Any = {"item": target} if isinstance(target, Item) else {"review": target}
    themes = sorted(Tagging.objects.filter(**about).values_list("theme__key", "state", "valence", "evidence"))
    seen: list[Any] = [claims.values_of(target), themes]
    if isinstance(target, Item):
        seen += [target.state, target.is_checked]
    return hashlib.sha256(json.dumps(seen, sort_keys=True, default=str).encode()).hexdigest()[:16]


@transaction.atomic
def correct(item: Item, values: Mapping[str, Any], *, by: "User") -> list[str]:
    """Keep what a person says where it differs from what is shown; return the names of these fields."""
    shown = claims.values_of(item)
    changed = {field: value for field, value in values.items() if value != shown.get(field)}
    if changed:
        claims.person_says(target=item, person=by, values=changed)
    return sorted(changed)


@transaction.atomic
def confirm(items: Sequence[Item], *, by: "User") -> None:
    """Say of all that is shown of the items that it is right: no reading changes it from here on."""
    now = timezone.now()
    for item in items:
        said = claims.decide(item.claims.standing())
        own = {field for field, shown in said.items() if shown.by_person}
        values = {field: value for field, value in claims.values_of(item).items() if field not in own}
        if values:
            Claim.objects.create(item=item, person=by, values=values)
        item.checked_at, item.checked_by = now, by
        item.save(update_fields=["checked_at", "checked_by"])
    if items:
        names = [item.name for item in items]
        alone = {"item": items[0].anchor} if len(items) == 1 else {"items": len(items)}
        record(Act.CHECKED, by=by, review=items[0].review, about=", ".join(names), **alone)


@transaction.atomic
def uncheck(item: Item, *, by: "User") -> None:
    """Say that the item is not checked after all; corrections stay."""
    item.checked_at = item.checked_by = None
    item.save(update_fields=["checked_at", "checked_by"])
    _record(Act.UNCHECKED, item, by=by)


@transaction.atomic
def put_back(item: Item, fields: Iterable[str], *, by: "User") -> list[str]:
    """Show of these fields what the machine said; the item then needs checking again."""
    spoken = claims.put_back(item, fields, by=by)
    if spoken and item.is_checked:
        uncheck(item, by=by)
    if "after" in spoken:
        arrange(item.review, [item.kind])
    if "answers" in spoken:
        link_actions(item.review)
    return spoken


@transaction.atomic
def reject(item: Item, *, by: "User") -> None:
    """Say that it is no item of the review: readers no longer see it, and no reading brings it back."""
    Claim.objects.create(item=item, person=by, values={"state": ItemState.REJECTED})
    claims.show(item)
    _record(Act.ITEM_REJECTED, item, by=by)


@transaction.atomic
def restore(item: Item, *, by: "User") -> None:
    """Take back that an item was rejected, joined to another or made one of another kind."""
    heir = item.superseded_by
    Claim.objects.filter(item=item, values__has_key="state").by_people().standing().withdraw()
    item.superseded_by = None
    claims.show(item)
    _record(Act.ITEM_RESTORED, item, by=by)
    if heir is None:
        return
    took_in = heir.claims.standing().filter(values__joined=item.anchor)
    if took_in.exists():
        took_in.withdraw()
        claims.show(heir)
    elif not heir.claims.by_machine().exists():
        reject(heir, by=by)


@transaction.atomic
def add(
    review: Review,
    kind: str,
    values: Mapping[str, Any],
    *,
    by: "User",
    page: int | None = None,
    like: Item | None = None,
) -> Item:
    """Return a new item that a person found, placed as `like` is, or else where its words stand from `page` on.

    It comes after `like` where that is of its kind, else after the last of its kind on the same page.
    """
    document = like.document if like else _document(review)
    standing = _standing_as(like) if like else standing_of(values["text"], document, page)
    item = Item(
        review=review, document=document, kind=kind, position=0, text=values["text"],
        page=standing.page or page, boxes=standing.boxes,
    )  # fmt: skip
    item.heading = like.heading if like else ""
    before = like if like and like.kind == kind else _last_before(review, kind, item.page)
    item.position = before.position + 1 if before else 0
    item.save()
    detail = _row_of_kind(item)
    claims.write_item(item, detail, {field: claims.Shown(value, by_person=True) for field, value in values.items()})
    item.save()
    detail.save()
    item.passages.set(standing.passages)
    Claim.objects.create(item=item, person=by, values={**values, "after": before.anchor if before else ""})
    arrange(review, [kind])
    link_actions(review)
    _record(Act.ITEM_ADDED, item, by=by)
    return Item.objects.get(pk=item.pk)


@transaction.atomic
def split(item: Item, first: str, second: str, *, by: "User") -> Item:
    """Leave the item its first words and return a new one, of the same kind and after it, with the others.

    Of an action what will be done is parted; the new one has its other cells too.
    """
    shown, field = claims.values_of(item), parted_field(item)
    values = _whole(item, {**shown, "label": "", field: second})
    left = _whole(item, {**shown, field: first})
    claims.person_says(target=item, person=by, values={name: left[name] for name in {field, "text"}})
    new = add(item.review, item.kind, values, by=by, like=item)
    _copy_themes(item, new, by=by)
    _record(Act.ITEM_SPLIT, item, by=by)
    return new


def parted_field(item: Item) -> str:
    """Return the name of the field whose words are parted where the item is split."""
    if item.kind != ItemKind.ACTION:
        return "text"
    shown = claims.values_of(item)
    return next((cell for cell in ("steps", "outcome") if shown[cell]), "recommendation")


def _whole(item: Item, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with the text that an action's cells make."""
    return {**values, "text": words_of_cells(values)} if item.kind == ItemKind.ACTION else values


@transaction.atomic
def join(item: Item, other: Item, *, by: "User") -> None:
    """Let `item` take in the words of `other`, which is no longer shown; its address leads to `item`."""
    words = _joined(item, claims.values_of(item), claims.values_of(other))
    Claim.objects.create(item=item, person=by, values={**words, "joined": other.anchor})
    claims.show(item)
    item.boxes = [*item.boxes, *(box for box in other.boxes if box not in item.boxes)]
    item.save(update_fields=["boxes"])
    item.passages.add(*other.passages.all())
    _give_way(other, to=item, by=by)
    _record(Act.ITEMS_JOINED, item, by=by, with_item=other.name)


def _joined(item: Item, mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Return the words of both: an action's cell by cell, one that both have once."""
    if item.kind != ItemKind.ACTION:
        return {"text": f"{mine['text']}{JOINT}{theirs['text']}"}
    cells = {cell: JOINT.join(dict.fromkeys(filter(None, (mine[cell], theirs[cell])))) for cell in CELLS}
    return _whole(item, cells)


@transaction.atomic
def change_kind(item: Item, kind: str, values: Mapping[str, Any], *, by: "User") -> Item:
    """Return an item of another kind that takes the place of `item`, whose address leads to it."""
    new = add(item.review, kind, values, by=by, like=item)
    _copy_themes(item, new, by=by)
    _give_way(item, to=new, by=by)
    _record(Act.KIND_CHANGED, new, by=by, was=item.kind)
    return new


@transaction.atomic
def move(item: Item, *, after: Item | None, by: "User") -> None:
    """Let the item come after another of its kind, or first."""
    Claim.objects.create(item=item, person=by, values={"after": after.anchor if after else ""})
    arrange(item.review, [item.kind])
    _record(Act.ITEM_MOVED, item, by=by)


def _give_way(item: Item, *, to: Item, by: "User") -> None:
    item.superseded_by = to
    Claim.objects.create(item=item, person=by, values={"state": ItemState.SUPERSEDED})
    claims.show(item)


def _copy_themes(item: Item, new: Item, *, by: "User") -> None:
    """Give the new item the themes that are shown of the other; a person has yet to look at the machine's."""
    for tagging in item.taggings.shown():
        tagging.pk, tagging.item = None, new
        tagging.save(force_insert=True)


def _standing_as(like: Item) -> Standing:
    return Standing(like.page, like.boxes, list(like.passages.all()))


def _row_of_kind(item: Item) -> Any:
    """Return a new row of the item's own kind."""
    model: Any = Item._meta.get_field(item.kind).related_model
    return model(item=item)


def _document(review: Review) -> Document:
    """Return the document that the review's items are read from."""
    return review.documents.filter(gives_items=True).earliest("role", "added_at")


def _last_before(review: Review, kind: str, page: int | None) -> Item | None:
    """Return the last item of a kind that stands on the page or before it; the last of all where there is no page."""
    items = review.items.current().of_kind(kind).in_reading_order()
    return (items.filter(page__lte=page) if page else items).last()


def _record(act: Act, item: Item, *, by: "User", **details: Any) -> None:
    record(act, by=by, review=item.review, about=item.name, item=item.anchor, **details)
