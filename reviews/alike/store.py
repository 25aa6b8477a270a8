"""Comparing all published findings and recommendations, and keeping what came out; done anew when they change."""

import re
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Count, Max

from reviews.alike.grouping import carried_on, grouped
from reviews.alike.scores import Neighbour, Texts
from reviews.alike.words import bags_of
from reviews.models import Item, ItemKind, Likeness, LikenessRun, Repeated, Tagging

COMPARED = (ItemKind.FINDING, ItemKind.RECOMMENDATION)
# Twice as many as are shown: some may be hidden from the one who looks.
KEPT, LEAST = 12, 0.12
MOST_WORDS = 6
BATCH = 2000


def bring_up_to_date() -> bool:
    """Compare everything where anything has changed; return whether it had. Doing it twice does no harm."""
    now = _what_there_is()
    if LikenessRun.objects.filter(of=now).exists():
        return False
    compare_all()
    LikenessRun.objects.all().delete()
    LikenessRun.objects.create(of=now)
    return True


@transaction.atomic
def compare_all() -> None:
    """Compare the published findings with each other, and the recommendations, which are put into groups too."""
    Likeness.objects.all().delete()
    for kind in COMPARED:
        items = list(Item.objects.published().current().of_kind(kind).only("pk", "review_id", "text").order_by("pk"))
        neighbours = _neighbours(items)
        _keep(neighbours, {item.pk: item.text for item in items})
        if kind == ItemKind.RECOMMENDATION:
            _group(neighbours, {item.pk: item.review_id for item in items})


def _what_there_is() -> str:
    """Return words that change whenever items, their themes or what is published do."""
    items = Item.objects.published().current().filter(kind__in=COMPARED)
    of_items = items.aggregate(n=Count("pk"), last=Max("pk"), came=Max("review__made_public_at"))
    themes = Tagging.objects.shown().filter(item__in=items).aggregate(n=Count("pk"), decided=Max("decided_at"))
    return f"{of_items['n']} {of_items['last']} {of_items['came']} {themes['n']} {themes['decided']}"


def _neighbours(items: Sequence[Item]) -> dict[int, list[Neighbour[int]]]:
    ids = [item.pk for item in items]
    themes: dict[int, set[int]] = {}
    for item, theme in Tagging.objects.shown().filter(item__in=ids).values_list("item_id", "theme_id"):
        themes.setdefault(item, set()).add(theme)
    texts = Texts(bags_of(ids), {item: frozenset(keys) for item, keys in themes.items()})
    return dict(texts.neighbours(KEPT, LEAST))


def _keep(neighbours: Mapping[int, Sequence[Neighbour[int]]], texts: Mapping[int, str]) -> None:
    rows = [
        Likeness(item_id=key, other_id=one.key, score=one.score, words=words_for(one.shared, texts[key]))
        for key, others in neighbours.items()
        for one in others
    ]
    Likeness.objects.bulk_create(rows, batch_size=BATCH)


def _group(neighbours: Mapping[int, Sequence[Neighbour[int]]], review_of: Mapping[int, int]) -> None:
    before = {
        one.anchor: frozenset(item.pk for item in one.items.all()) for one in Repeated.objects.prefetch_related("items")
    }
    names = carried_on(grouped(neighbours, review_of), before)
    Repeated.objects.exclude(anchor__in=[name for name in names.values() if name]).delete()
    for group, name in names.items():
        one = Repeated.objects.get(anchor=name) if name else Repeated.objects.create()
        one.items.set(group)


def words_for(stems: Sequence[str], text: str) -> list[str]:
    """Return words of `text` for some of the stems, as they stand there: "policy" for "polici"."""
    words = dict.fromkeys(re.findall(r"[^\W\d_]+", text.lower()))
    found = (next((word for word in words if word.startswith(stem.removesuffix("i"))), "") for stem in stems)
    return [word[:60] for word in dict.fromkeys(found) if word][:MOST_WORDS]
