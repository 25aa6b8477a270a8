"""Agencies: who works with families and whom recommendations address."""

from django.db import models

from reviews.models.theme import cues_field
from reviews.register import AgencyEntry


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Questions about agencies."""

    def names_by_key(self) -> dict[str, str]:
        """Return what each is called, by its key."""
        return dict(self.order_by().values_list("key", "name"))

    def as_register(self) -> tuple[AgencyEntry, ...]:
        """Return these agencies as reading a review takes them."""
        return tuple(
            AgencyEntry(agency.key, agency.name, tuple(agency.aliases), tuple(agency.general_aliases))
            for agency in self.order_by("key")
        )


class Agency(models.Model):
    """A kind of agency under its usual name, with the other names that reviews use for it, written as cues are.

    A general alias ("the Trust") names it only where nothing more exact is named.
    """

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)
    aliases = cues_field()
    general_aliases = cues_field()

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name
