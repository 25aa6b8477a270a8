"""Agencies: who works with families and whom recommendations address."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Agency(models.Model):
    """A kind of agency under its usual name, with the other names and abbreviations that reviews use for it."""

    key = models.SlugField(unique=True)
    name = models.CharField(max_length=120, unique=True)
    aliases = ArrayField(models.CharField(max_length=120), default=list, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name
