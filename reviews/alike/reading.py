"""What is like an item or a review, and recommendations made again and again, as one visitor may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from reviews.models import Item, Likeness, Repeated, Review, Theme
from reviews.search import USUAL, in_order_of_items
from reviews.search.answer import every_review

if TYPE_CHECKING:
    from reviews.models.review import Visitor

SHOWN = 5
# Reviews are alike by what they are about first, then by whom.
WEIGHT_OF_THEMES, WEIGHT_OF_AGE, WEIGHT_OF_AGENCIES = 0.7, 0.15, 0.15


@dataclass(frozen=True)
class Alike:
    """Something that is like another, and why: the words and the themes that both have, and other reasons."""

    item: Item | None
    review: Review
    words: Sequence[str]
    themes: Sequence[Theme]
    reasons: Sequence[str] = ()


@dataclass(frozen=True)
class Repetition:
    """Recommendations that say nearly the same: how often, by how many partnerships, from when to when."""

    group: Repeated
    items: Sequence[Item]

    @property
    def first(self) -> Item:
        """The newest of them."""
        return self.items[0]

    @property
    def summary(self) -> str:
        """In words: "Made 9 times, by 6 partnerships, 2012 to 2025"."""
        bodies = {item.review.partnership_id or item.review.partnership_as_printed for item in self.items} - {""}
        by = f", by {len(bodies)} partnership{'s' if len(bodies) > 1 else ''}" if bodies else ""
        dates = sorted(item.review.published_latest.year for item in self.items if item.review.published_latest)
        years = (f", {dates[0]}" if dates[0] == dates[-1] else f", {dates[0]} to {dates[-1]}") if dates else ""
        return f"Made {len(self.items)} times{by}{years}"


def items_like(item: Item, user: "Visitor") -> list[Alike]:
    """Return the items that are most like one, of reviews that `user` may see; `item` has its themes fetched."""
    kept = list(Likeness.objects.of(item).visible_to(user)[:SHOWN])
    rows = {one.pk: one for one in Item.objects.filter(pk__in=[one.other_id for one in kept]).with_details(item.kind)}
    mine = {tagging.theme_id for tagging in item.taggings.all()}
    return [
        Alike(
            item=rows[one.other_id],
            review=rows[one.other_id].review,
            words=one.words,
            themes=[tagging.theme for tagging in rows[one.other_id].taggings.all() if tagging.theme_id in mine],
        )
        for one in kept
    ]


def repetition_of(item: Item, user: "Visitor") -> Repetition | None:
    """Return the recommendations that say nearly the same as this one; None where `user` finds no other review's."""
    group = Repeated.objects.met_by(user).filter(items=item).first()
    return _repetition(group, user) if group else None


def repetition(anchor: str, user: "Visitor") -> Repetition | None:
    """Return the recommendations of a group; None where `user` does not find it in two reviews."""
    group = Repeated.objects.met_by(user).filter(anchor=anchor).first()
    return _repetition(group, user) if group else None


def repetitions(groups: Sequence[Repeated], user: "Visitor") -> list[Repetition]:
    """Return the recommendations of several groups, in two queries more than their items need."""
    of_groups = _items_of(groups, user)
    return [Repetition(group, of_groups[group.pk]) for group in groups]


def _repetition(group: Repeated, user: "Visitor") -> Repetition:
    return repetitions([group], user)[0]


def _items_of(groups: Sequence[Repeated], user: "Visitor") -> dict[int, list[Item]]:
    places = dict(Repeated.items.through.objects.filter(repeated__in=groups).values_list("item_id", "repeated_id"))
    found = Item.objects.visible_to(user).published().current().filter(pk__in=list(places))
    kept: dict[int, list[Item]] = {group.pk: [] for group in groups}
    newest = in_order_of_items(found, USUAL)
    for item in newest.with_details("recommendation").with_places():
        kept[places[item.pk]].append(item)
    return kept


def reviews_like(review: Review, user: "Visitor") -> list[Alike]:
    """Return the reviews that are most like one, with the reasons: themes, ages and agencies that both have."""
    found = every_review(user)
    facts = found.tally.facts
    rows = {row: place for place, row in enumerate(facts.column("pk"))}
    if review.pk not in rows:
        return []
    themes, ages, agencies = (
        [frozenset(one or ()) for one in facts.column(name)] for name in ("its_themes", "its_ages", "its_agencies")
    )
    often = {theme: sum(theme in one for one in themes) for theme in set().union(*themes)}
    rarity = {theme: log((1 + facts.count) / number) for theme, number in often.items()}
    here = rows[review.pk]
    marks = {
        pk: WEIGHT_OF_THEMES * _share(themes[here], themes[place], rarity)
        + WEIGHT_OF_AGE * bool(ages[here] & ages[place] - {"", "not_stated", "withheld"})
        + WEIGHT_OF_AGENCIES * _share(agencies[here], agencies[place], {})
        for pk, place in rows.items()
        if place != here and themes[here] & themes[place]
    }
    best = sorted(marks, key=lambda pk: (-marks[pk], pk))[:SHOWN]
    return _with_reasons(review, best, same_age={pk: bool(ages[here] & ages[rows[pk]]) for pk in best})


def _share(one: frozenset[int], other: frozenset[int], rarity: dict[int, float]) -> float:
    """Return how much of what either has both have, each weighed by how rare it is."""
    whole = sum(rarity.get(key, 1.0) for key in one | other)
    return sum(rarity.get(key, 1.0) for key in one & other) / whole if whole else 0.0


def _with_reasons(review: Review, ids: list[int], same_age: dict[int, bool]) -> list[Alike]:
    rows = {one.pk: one for one in Review.objects.filter(pk__in=ids).for_lists()}
    mine = {tagging.theme_id for tagging in review.taggings.all()}
    return [
        Alike(
            item=None,
            review=rows[pk],
            words=(),
            themes=[tagging.theme for tagging in rows[pk].taggings.all() if tagging.theme_id in mine],
            reasons=_other_reasons(review, rows[pk], is_same_age=same_age[pk]),
        )
        for pk in ids
    ]


def _other_reasons(review: Review, other: Review, *, is_same_age: bool) -> list[str]:
    reasons = {
        "people of the same age": is_same_age,
        "the same area": bool(review.area) and review.area == other.area,
        "the same outcome": bool(review.outcome) and review.outcome == other.outcome,
    }
    return [reason for reason, holds in reasons.items() if holds]
