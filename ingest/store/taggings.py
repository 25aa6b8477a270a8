"""Theme mentions → taggings: the machine suggests, and leaves alone what a person has decided."""

from collections.abc import Sequence
from typing import Any

from ingest.record import ExtractedReview, ThemeMention
from reviews.models import Item, Review, Tagging, TaggingState, Theme


def write_item_taggings(items: Sequence[Item], mentions: Sequence[tuple[ThemeMention, ...]], machine: str) -> None:
    """Replace the machine's suggestions on `items` by `mentions`, the mentions of each in the same order."""
    Tagging.objects.filter(item__in=[item.pk for item in items], state=TaggingState.SUGGESTED).delete()
    decided = set(Tagging.objects.filter(item__in=[item.pk for item in items]).values_list("item_id", "theme__key"))
    themes = _themes()
    Tagging.objects.bulk_create(
        (
            Tagging(item=item, **_suggestion(mention, themes, machine))
            for item, mentioned in zip(items, mentions, strict=True)
            for mention in _once(mentioned)
            if mention.theme in themes and (item.pk, mention.theme) not in decided
        ),
        batch_size=500,
    )


def write_review_taggings(review: Review, extracted: ExtractedReview) -> None:
    """Replace the machine's suggestions on the review as a whole by those of a reading."""
    suggest_for_review(review, extracted.themes, extracted.machine)


def suggest_for_review(review: Review, mentions: tuple[ThemeMention, ...], machine: str) -> None:
    """Replace the machine's suggestions on the review as a whole by `mentions`."""
    review.taggings.filter(state=TaggingState.SUGGESTED).delete()
    decided = set(review.taggings.values_list("theme__key", flat=True))
    themes = _themes()
    Tagging.objects.bulk_create(
        Tagging(review=review, **_suggestion(mention, themes, machine))
        for mention in _once(mentions)
        if mention.theme in themes and mention.theme not in decided
    )


def _themes() -> dict[str, int]:
    return dict(Theme.objects.values_list("key", "pk"))


def _once(mentions: tuple[ThemeMention, ...]) -> list[ThemeMention]:
    """Return the heaviest mention of each theme."""
    heaviest = {mention.theme: mention for mention in sorted(mentions, key=lambda mention: mention.weight)}
    return list(heaviest.values())


def _suggestion(mention: ThemeMention, themes: dict[str, int], machine: str) -> dict[str, Any]:
    return {
        "theme_id": themes[mention.theme],
        "weight": mention.weight,
        "valence": mention.valence,
        "evidence": mention.evidence,
        "machine_version": machine,
        "state": TaggingState.SUGGESTED,
    }
