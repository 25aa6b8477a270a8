"""The boards and partnerships that publish reviews, present and former."""

from django.db import models
from django.db.models import F, Q

from reviews.models.places import Nation, Region


class PartnershipKind(models.TextChoices):
    """What kind of body it is, by the law that it works under."""

    CHILDREN = "children", "Safeguarding children"
    ADULTS = "adults", "Safeguarding adults"
    PEOPLE = "people", "Safeguarding children and adults"
    COMMUNITY_SAFETY = "community_safety", "Community safety"
    NATIONAL = "national", "National body"


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    """Questions about partnerships."""

    def named(self, name: str) -> "PartnershipQuerySet":
        """Those that have, or had, this name, in any case."""
        return self.filter(names__name__iexact=name.strip()).distinct()

    def in_area(self, area: str) -> "PartnershipQuerySet":
        """Those that work for this place."""
        return self.filter(area__iexact=area.strip())


class Partnership(models.Model):
    """One body, whatever it has been called over the years."""

    key = models.SlugField(unique=True, max_length=120)
    name = models.CharField(max_length=200)
    area = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=PartnershipKind)
    region = models.CharField(max_length=20, choices=Region, blank=True)
    nation = models.CharField(max_length=20, choices=Nation, blank=True)
    is_fictional = models.BooleanField(default=False)
    source = models.URLField(max_length=500, blank=True)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_partnership_has_a_name"),
            models.CheckConstraint(
                condition=Q(is_fictional=True) | ~Q(source=""), name="a_real_partnership_has_a_source"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PartnershipName(models.Model):
    """A name that a partnership has or had, with the years in which it had it where they are known."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["partnership", "-first_year", "name"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "name"], name="a_partnership_has_a_name_once"),
            models.CheckConstraint(
                condition=Q(first_year__isnull=True) | Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="a_name_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.name
