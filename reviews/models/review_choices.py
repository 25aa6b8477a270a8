"""What a review may be: its kind, where it stands, who may see it, and what had happened."""

from django.db import models


class ReviewKind(models.TextChoices):
    """The kinds of review, old names kept; the short form is what display names use."""

    SCR = "scr", "Serious case review (SCR)"
    LCSPR = "lcspr", "Local child safeguarding practice review (LCSPR)"
    CSPR = "cspr", "Child safeguarding practice review (CSPR)"
    SAR = "sar", "Safeguarding adults review (SAR)"
    DHR = "dhr", "Domestic homicide review (DHR)"
    CPR = "cpr", "Practice review, Wales"
    LEARNING_REVIEW = "learning_review", "Learning review"
    RAPID_REVIEW = "rapid_review", "Rapid review"
    THEMATIC = "thematic", "Thematic review"
    OTHER = "other", "Other review"

    @property
    def short(self) -> str:
        """The short form: "LCSPR", "practice review"."""
        return SHORT_KINDS[self]


SHORT_KINDS = {
    ReviewKind.SCR: "SCR",
    ReviewKind.LCSPR: "LCSPR",
    ReviewKind.CSPR: "CSPR",
    ReviewKind.SAR: "SAR",
    ReviewKind.DHR: "DHR",
    ReviewKind.CPR: "practice review",
    ReviewKind.LEARNING_REVIEW: "learning review",
    ReviewKind.RAPID_REVIEW: "rapid review",
    ReviewKind.THEMATIC: "thematic review",
    ReviewKind.OTHER: "review",
}


class ReviewState(models.TextChoices):
    """Where a review stands here."""

    DRAFT = "draft", "Draft"
    """Seen by the editors who work on it only."""
    PUBLISHED = "published", "Published"
    """Seen by those whom its visibility names."""
    WITHDRAWN = "withdrawn", "Withdrawn"
    """Shown to nobody; its address says that it was withdrawn, when and why."""


class Visibility(models.TextChoices):
    """Who may see a published review."""

    EVERYONE = "everyone", "Everyone"
    SIGNED_IN = "signed_in", "People who are signed in"
    PARTNERSHIP = "partnership", "People of the partnership that holds it"


class Outcome(models.TextChoices):
    """What happened, in the three words of the serious incident notifications (DfE)."""

    DEATH = "death", "Death"
    SERIOUS_HARM = "serious_harm", "Serious harm"
    OTHER = "other", "Other"
