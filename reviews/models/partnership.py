"""The boards and partnerships that publish reviews, present and former."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from reviews.models.places import Nation, Region
from reviews.register import Body, Name, find_partnership


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
        """Those that work for this place, alone or with others."""
        return self.filter(Q(area__iexact=area.strip()) | Q(covers__contains=[area.strip()]))

    def find(self, printed: str, area: str = "") -> "Partnership | None":
        """The one that a review calls `printed`, by any of its names or by its kind and place; None where unsure."""
        body = find_partnership(printed, area, self.as_register())
        return self.get(key=body.key) if body else None

    def as_register(self) -> tuple[Body, ...]:
        """Return these partnerships as reading a review takes them."""
        return tuple(partnership.body() for partnership in self.prefetch_related("names"))


class Partnership(models.Model):
    """One body, whatever it has been called over the years."""

    key = models.SlugField(unique=True, max_length=120)
    name = models.CharField(max_length=200)
    area = models.CharField(max_length=120)
    # The local authorities that it works for, where `area` is not the name of one.
    covers = ArrayField(models.CharField(max_length=120), default=list, blank=True)
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

    def body(self) -> Body:
        """Return it as the register has it."""
        names = (Name(name.name, name.first_year, name.last_year, name.basis, name.source) for name in self.names.all())
        return Body(
            self.key, self.name, self.kind, self.area, tuple(self.covers), self.region, self.nation, self.source,
            tuple(names),
        )  # fmt: skip


class NameBasis(models.TextChoices):
    """What a name rests on."""

    PAGE = "page", "The page that is its source has the name"
    DESCRIBED = "described", "The page says that there is such a body; this is the usual form of its name"
    LAW = "law", "The law at its source says that there is such a body; this is the usual form of its name"


class PartnershipName(models.Model):
    """A name that a partnership has or had, with the years in which it had it where they are known."""

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)
    basis = models.CharField(max_length=10, choices=NameBasis, blank=True)
    source = models.URLField(max_length=500, blank=True)

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
