"""Taggings: which item or review is about which theme, and who says so."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.models.item import Item
from reviews.models.review import Review
from reviews.models.theme import Theme


class TaggingState(models.TextChoices):
    """What has become of it."""

    SUGGESTED = "suggested", "Found by machine, not yet checked"
    CONFIRMED = "confirmed", "Confirmed by an editor"
    REJECTED = "rejected", "Rejected by an editor"


SHOWN_STATES = (TaggingState.SUGGESTED, TaggingState.CONFIRMED)


class Valence(models.TextChoices):
    """Whether the words speak of a gap or of good practice."""

    GAP = "gap", "Gap"
    GOOD_PRACTICE = "good_practice", "Good practice"
    CONTEXT = "context", "Context"


class TaggingQuerySet(models.QuerySet["Tagging"]):
    """Questions about taggings."""

    def of_review(self, review: Review) -> "TaggingQuerySet":
        """Those of a review and of its items."""
        return self.filter(Q(review=review) | Q(item__review=review))

    def shown(self) -> "TaggingQuerySet":
        """Those that no editor has rejected."""
        return self.filter(state__in=SHOWN_STATES)

    def suggested(self) -> "TaggingQuerySet":
        """Those that only a machine spoke of."""
        return self.filter(state=TaggingState.SUGGESTED)

    def rejected(self) -> "TaggingQuerySet":
        """Those that an editor has rejected."""
        return self.filter(state=TaggingState.REJECTED)


class Tagging(models.Model):
    """A theme on an item or on a whole review, with the words that are its evidence."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="taggings")
    item = models.ForeignKey(Item, null=True, blank=True, on_delete=models.CASCADE, related_name="taggings")
    review = models.ForeignKey(Review, null=True, blank=True, on_delete=models.CASCADE, related_name="taggings")
    state = models.CharField(max_length=10, choices=TaggingState, default=TaggingState.SUGGESTED)
    valence = models.CharField(max_length=13, choices=Valence, default=Valence.CONTEXT)
    evidence = models.TextField(blank=True)
    # How much of the item or review speaks of it; orders a review's themes.
    weight = models.FloatField(default=0)
    # The machine that suggested it; empty where a person added it.
    machine_version = models.CharField(max_length=40, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="taggings_decided"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = TaggingQuerySet.as_manager()

    class Meta:
        ordering = ["-weight", "theme__position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(item__isnull=False, review__isnull=True) | Q(item__isnull=True, review__isnull=False),
                name="a_tagging_is_of_an_item_or_a_review",
            ),
            models.UniqueConstraint(fields=["theme", "item"], name="a_theme_once_on_an_item"),
            models.UniqueConstraint(fields=["theme", "review"], name="a_theme_once_on_a_review"),
            models.CheckConstraint(
                condition=Q(state=TaggingState.SUGGESTED) | Q(decided_at__isnull=False),
                name="a_decided_tagging_has_a_date",
            ),
            models.CheckConstraint(
                condition=~Q(state=TaggingState.SUGGESTED) | ~Q(machine_version=""),
                name="only_a_machine_suggests",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.theme} on {self.item or self.review}"

    @property
    def is_suggested(self) -> bool:
        """Whether a machine found it and no person has confirmed it."""
        return self.state == TaggingState.SUGGESTED


def shown_taggings(*columns: str) -> "models.Prefetch[str, TaggingQuerySet, str]":
    """Return what to prefetch so that `taggings.all()` gives those that are shown, with their themes.

    Only the `columns` are read where any are named.
    """
    shown = Tagging.objects.shown().select_related("theme")
    return models.Prefetch("taggings", queryset=shown.only(*columns) if columns else shown)
