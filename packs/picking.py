"""What of a search goes into a draft: the findings, recommendations and timelines that say most, from many reviews."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from packs.sources import events_of
from reviews.models import Item, ItemKind, Review, Theme
from reviews.models.item import ItemQuerySet
from reviews.search import SearchParameters, in_order_of_items, item_rows, review_rows
from reviews.search.question import question_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# So many of the best matches are looked at; a draft takes a handful.
CANDIDATES = 300
# A quotation that can be read aloud and talked about; shorter ones say too little, longer ones tire.
FEWEST_LETTERS, MOST_LETTERS = 60, 480
# Fewer reviews than this are a case or two, not a pattern.
FEWEST_REVIEWS = 4
# A story needs some events to be told, and a room takes in about a dozen.
FEWEST_EVENTS, MOST_EVENTS = 4, 12


@dataclass(frozen=True)
class Picked:
    """What a draft can be made of, best first; neighbours come from different reviews where it can be helped."""

    themes: tuple[Theme, ...]
    findings: tuple[Item, ...]
    good_practice: tuple[Item, ...]
    recommendations: tuple[Item, ...]
    reviews: tuple[Review, ...]
    stories: tuple[tuple[Review, tuple[Item, ...]], ...]


def pick(parameters: SearchParameters, user: "Visitor") -> Picked:
    """Return what the reviews that `user` may see have to say on what is asked."""
    asked = replace(parameters, show="findings")
    found = item_rows(asked, user)
    keys = parameters.values.get("theme", ())
    findings = _candidates(found.of_kind(ItemKind.FINDING), asked)
    recommended = _candidates(found.of_kind(ItemKind.RECOMMENDATION), asked)
    good = [item for item in findings if _is_good_practice(item)]
    reviews = tuple(review_rows(parameters, user).for_lists().newest_first()[:CANDIDATES])
    return Picked(
        themes=_themes(keys, findings),
        findings=_best([item for item in findings if item not in good], keys),
        good_practice=_best(good, keys),
        recommendations=_best(recommended, keys),
        reviews=_reviews(reviews, keys),
        stories=tuple(_stories(reviews, keys, user)),
    )


def pick_widely(parameters: SearchParameters, user: "Visitor") -> tuple[Picked, int | None]:
    """Return what to make a draft of, and None; or, where fewer than four reviews have all of the themes, what those
    with any of them say, and how many have all.
    """
    picked = pick(parameters, user)
    found = len(picked.reviews)
    is_joined = parameters.match == "all" and len(parameters.values.get("theme", ())) > 1
    if not is_joined or found >= FEWEST_REVIEWS:
        return picked, None
    return pick(replace(parameters, match="any"), user), found


def _candidates(items: ItemQuerySet, parameters: SearchParameters) -> list[Item]:
    ordered = in_order_of_items(items, parameters, question_of(parameters.words))
    return list(ordered.with_details()[:CANDIDATES])


def _is_good_practice(item: Item) -> bool:
    as_such = any(tagging.valence == "good_practice" for tagging in item.taggings.all())
    return item.finding.kind == "good_practice" or as_such


def _themes(keys: Sequence[str], items: Iterable[Item]) -> tuple[Theme, ...]:
    """Return the themes that were asked for; where none was, the three that the findings speak of most."""
    if keys:
        by_key = {theme.key: theme for theme in Theme.objects.filter(key__in=keys)}
        return tuple(by_key[key] for key in keys if key in by_key)
    met: dict[Theme, int] = {}
    for item in items:
        for tagging in item.taggings.all():
            met[tagging.theme] = met.get(tagging.theme, 0) + 1
    return tuple(sorted(met, key=lambda theme: -met[theme])[:3])


def _score(item: Item, keys: Sequence[str]) -> float:
    """Return how well an item serves a room: the themes it speaks of itself, checked, of a length to be read."""
    own = sum(1 for tagging in item.taggings.all() if tagging.theme.key in keys)
    fits = FEWEST_LETTERS <= len(item.text) <= MOST_LETTERS
    return 3 * own + 2 * fits + item.is_checked + bool(item.label) * 0.5


def _best(items: Sequence[Item], keys: Sequence[str]) -> tuple[Item, ...]:
    """Return the items best first, taking one from each review before a second from any; a text only once."""
    ranked = sorted(items, key=lambda item: -_score(item, keys))
    by_review: dict[int, list[Item]] = {}
    texts: set[str] = set()
    for item in ranked:
        if item.text not in texts:
            by_review.setdefault(item.review_id, []).append(item)
            texts.add(item.text)
    return tuple(_in_turn(list(by_review.values())))


def _in_turn(lists: Sequence[Sequence[Item]]) -> Iterator[Item]:
    for row in zip_longest(*lists):
        yield from (item for item in row if item is not None)


def _fit(review: Review, keys: Sequence[str]) -> tuple[int, float]:
    """Return how well a review fits the themes: how many of them it has, then how much it says on them."""
    told = [tagging for tagging in review.taggings.all() if not keys or tagging.theme.key in keys]
    return len({tagging.theme.key for tagging in told if keys}), sum(tagging.weight for tagging in told)


def _reviews(reviews: Sequence[Review], keys: Sequence[str]) -> tuple[Review, ...]:
    return tuple(sorted(reviews, key=lambda review: _fit(review, keys), reverse=True))


def _stories(
    reviews: Sequence[Review], keys: Sequence[str], user: "Visitor"
) -> Iterator[tuple[Review, tuple[Item, ...]]]:  # fmt: skip
    """Yield the reviews with enough events to tell a story, those most about the themes first, with their events."""
    best = _reviews(reviews, keys)[:10]
    events = events_of(Item.objects.visible_to(user).published().filter(review__in=best))
    for review in best:
        told = events.get(review.pk, ())
        if len(told) >= FEWEST_EVENTS:
            yield review, spread(told)


def story_of(review: Review, user: "Visitor") -> tuple[Item, ...]:
    """Return the events that tell a review's story, at most twelve of them; none where it dates nothing."""
    visible = Item.objects.visible_to(user).standing().filter(review=review)
    return spread(events_of(visible).get(review.pk, ()))


def spread(events: Sequence[Item]) -> tuple[Item, ...]:
    """Return at most twelve of the events, evenly over the whole: the first and the last among them."""
    if len(events) <= MOST_EVENTS:
        return tuple(events)
    step = (len(events) - 1) / (MOST_EVENTS - 1)
    return tuple(events[round(number * step)] for number in range(MOST_EVENTS))
