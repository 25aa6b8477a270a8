"""The four roles, as Django groups; each may do what the one before it may."""

from django.db import models


class Role(models.TextChoices):
    """A role and the name of its group."""

    READER = "Reader"
    """Reads, searches and filters what is published and visible to them."""
    TRAINER = "Trainer"
    """Also makes packs."""
    EDITOR = "Editor"
    """Also uploads, checks, corrects and publishes reviews of the partnerships that they belong to."""
    ADMINISTRATOR = "Administrator"
    """Also looks after people, themes, partnerships and every review."""


DESK_ROLES = (Role.EDITOR, Role.ADMINISTRATOR)
TRAINING_ROLES = (Role.TRAINER, *DESK_ROLES)
