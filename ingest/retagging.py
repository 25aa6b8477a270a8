"""Tagging what is stored with a changed codebook: what a change would do, and doing it.

The words that are shown are read, so a person's corrections count. What a person decided on a theme stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from ingest.extractors.themes import Context, mentions, review_themes
from ingest.pipeline import MACHINE
from ingest.record import ThemeMention
from ingest.store.taggings import suggest_for_review, write_item_taggings
from reviews.codebook import Codebook
from reviews.codebook import Theme as Entry
from reviews.corrections import in_hand
from reviews.models import Item, ItemKind, Review
from reviews.models.passage import Block

# More items than this are not looked at to tell what a change would do; the newest are.
MOST_LOOKED_AT = 20_000
HEADING_BREAK = " › "


@dataclass(frozen=True)
class Gained:
    """An item that would get the theme, with the words that show it; or would lose it."""

    item: Item
    evidence: str


@dataclass(frozen=True)
class Preview:
    """What a change of one theme would do among the items that were looked at."""

    gained: list[Gained]
    lost: list[Gained]
    same: int
    looked_at: int


def preview(before: Entry, after: Entry, children: Sequence[Entry]) -> Preview:
    """Return which items would get or lose the theme when it is changed; what is part of it counts for it."""
    old, new = _alone(before, children), _alone(after, children)
    items = _read(Item.objects.drawn_out().standing().order_by("-pk")[:MOST_LOOKED_AT])
    gained, lost, same = [], [], 0
    for item in items:
        was, now = _evidence(item, old, before.key), _evidence(item, new, after.key)
        if now is not None and was is None:
            gained.append(Gained(item, now))
        elif was is not None and now is None:
            lost.append(Gained(item, was))
        else:
            same += was is not None
    return Preview(gained, lost, same, len(items))


@transaction.atomic
def tag_again(review: Review, codebook: Codebook) -> None:
    """Replace the machine's suggestions on a review and its items by those of the codebook."""
    in_hand(review)
    items = _read(review.items.drawn_out())
    found = [mentions_of(item, codebook) for item in items]
    write_item_taggings(items, found, MACHINE)
    kinds = {ItemKind.RECOMMENDATION, ItemKind.FINDING}
    of_items = [spoken for item, spoken in zip(items, found, strict=True) if item.kind in kinds]
    texts = review.items.text_passages().exclude(passage__block=Block.FOOTNOTE).values_list("text", flat=True)
    suggest_for_review(review, review_themes(of_items, list(texts), codebook), MACHINE)


def mentions_of(item: Item, codebook: Codebook) -> tuple[ThemeMention, ...]:
    """Return the themes of an item as it is shown, as when it was first read."""
    if item.kind == ItemKind.ACTION:
        return mentions(f"{item.action.recommendation} {item.action.steps}", codebook)
    if item.kind == ItemKind.FINDING:
        return mentions(item.text, codebook, Context(_above(item), kind=item.finding.kind))
    if item.kind == ItemKind.RECOMMENDATION:
        group = item.recommendation.group or None
        return mentions(item.text, codebook, Context(_above(item), group, "recommendation"))
    return mentions(item.text, codebook)


def _read(items: QuerySet[Item]) -> list[Item]:
    """Return the items with what tagging them needs, in a fixed number of queries."""
    own = items.select_related("finding", "recommendation", "action", "event", "review").defer("search")
    passages = Item.objects.only("pk", "heading").in_reading_order()
    return list(own.prefetch_related(Prefetch("passages", queryset=passages)))


def _above(item: Item) -> tuple[str, ...]:
    """Return the headings above the first passage that the item is drawn from."""
    passages = item.passages.all()
    return tuple(passages[0].heading.split(HEADING_BREAK)) if passages and passages[0].heading else ()


def _alone(theme: Entry, children: Sequence[Entry]) -> Codebook:
    return Codebook((replace(theme, parent=None), *children))


def _evidence(item: Item, codebook: Codebook, key: str) -> str | None:
    return next((found.evidence for found in mentions_of(item, codebook) if found.theme == key), None)
