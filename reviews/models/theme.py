"""Themes: what findings and recommendations are about."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from reviews import codebook
from reviews.codebook.cue_language import parsed

if TYPE_CHECKING:
    from reviews.models.review import Visitor


LONGEST_CUE = 400


def validate_cue(written: str) -> None:
    """Refuse, with ValidationError, what is not in the language of cues: it could find nothing."""
    try:
        parsed(written)
    except ValueError as error:
        raise ValidationError("“%(cue)s” is not written as a cue is.", params={"cue": written}) from error


def cues_field() -> "ArrayField[list[str], list[str]]":
    """Return a field for cues: each in the language of cues."""
    return ArrayField(models.CharField(max_length=LONGEST_CUE, validators=[validate_cue]), default=list, blank=True)


class ThemeAudience(models.TextChoices):
    """Whose reviews a theme is made for; it may be found in any."""

    CHILDREN = "children", "Children"
    ADULTS = "adults", "Adults"


class ThemeAbout(models.TextChoices):
    """What a denial does: "no evidence of neglect" is not about neglect, "no challenge" is about challenge."""

    CIRCUMSTANCE = codebook.CIRCUMSTANCE, "A circumstance"
    PRACTICE = codebook.PRACTICE, "Practice"


class ThemeQuerySet(models.QuerySet["Theme"]):
    """Questions about themes."""

    def core(self) -> "ThemeQuerySet":
        """The five that every installation starts with, in their order."""
        return self.filter(is_core=True).order_by("position")

    def called(self, keys: Iterable[str]) -> "ThemeQuerySet":
        """Those with these keys, in their usual order."""
        return self.filter(key__in=list(keys)).order_by("position")

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

    def in_order(self) -> "ThemeQuerySet":
        """As the codebook has them, with the theme that each is a part of."""
        return self.select_related("parent").order_by("position")

    def that_can_hold(self, theme: "Theme") -> "ThemeQuerySet":
        """Those that `theme` may be a part of: not itself, nor one that is a part of another."""
        return self.filter(parent__isnull=True).exclude(pk=theme.pk).order_by("label")

    def as_codebook(self) -> codebook.Codebook:
        """Return these themes, in their order, as reading a review takes them."""
        return codebook.Codebook(tuple(theme.entry() for theme in self.select_related("parent").order_by("position")))


class Theme(models.Model):
    """One entry of the codebook. docs/themes.md says what each field means and how cues are written."""

    key = models.SlugField(unique=True)
    label = models.CharField(max_length=80, unique=True)
    definition = models.TextField()
    includes = models.TextField(blank=True)
    excludes = models.TextField(blank=True)
    about = models.CharField(max_length=12, choices=ThemeAbout, default=ThemeAbout.CIRCUMSTANCE)
    cues = cues_field()
    weak_cues = cues_field()
    guards = cues_field()
    # How much of a review must speak of it before the whole review is said to, 0 to 1.
    share = models.FloatField(default=0.05)
    grounding = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    keywords = ArrayField(models.CharField(max_length=120), default=list, blank=True)
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

    def entry(self) -> codebook.Theme:
        """Return this theme as the codebook has it."""
        return codebook.Theme(
            key=self.key, label=self.label, definition=self.definition, includes=self.includes,
            excludes=self.excludes, about=self.about, audience=self.audience, position=self.position,
            cues=tuple(self.cues), weak_cues=tuple(self.weak_cues), guards=tuple(self.guards),
            parent=self.parent.key if self.parent else None, is_core=self.is_core, share=self.share,
            grounding=tuple(self.grounding), keywords=tuple(self.keywords),
        )  # fmt: skip
