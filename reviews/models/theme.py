"""Themes: what findings and recommendations are about."""

from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

if TYPE_CHECKING:
    from reviews.models.review import Visitor


class ThemeAudience(models.TextChoices):
    """Whose reviews a theme is made for; it may be found in any."""

    CHILDREN = "children", "Children"
    ADULTS = "adults", "Adults"


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Questions about themes."""

    def core(self) -> "ThemeQuerySet":
        """The five that every installation starts with, in their order."""
        return self.filter(is_core=True).order_by("position")

    def with_numbers(self, user: "Visitor") -> "ThemeQuerySet":
        """With the numbers of the published reviews and findings that have each and that `user` may see."""
        from reviews.models import Item, ItemKind, Review
        from reviews.models.tagging import SHOWN_STATES

        shown = Q(taggings__state__in=SHOWN_STATES)
        reviews = Review.objects.visible_to(user).published()
        findings = Item.objects.visible_to(user).published().current().of_kind(ItemKind.FINDING)
        return self.annotate(
            review_count=Count("taggings", filter=shown & Q(taggings__review__in=reviews)),
            finding_count=Count("taggings", filter=shown & Q(taggings__item__in=findings)),
        ).order_by("position")


class Theme(models.Model):
    """One entry of the codebook."""

    key = models.SlugField(unique=True)
    label = models.CharField(max_length=80, unique=True)
    definition = models.TextField()
    cues = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    audience = models.CharField(max_length=10, choices=ThemeAudience, default=ThemeAudience.CHILDREN)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    is_core = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(unique=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [models.CheckConstraint(condition=~Q(parent=F("id")), name="a_theme_is_not_its_own_parent")]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """The theme's own page."""
        return reverse("theme", args=[self.key])
