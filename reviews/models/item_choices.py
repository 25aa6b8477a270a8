"""What an item may be: its kind, and whether it is shown."""

from django.db import models


class ItemKind(models.TextChoices):
    """The five kinds of item; each has a row of its own kind beside this one."""

    PASSAGE = "passage", "Passage"
    FINDING = "finding", "Finding"
    RECOMMENDATION = "recommendation", "Recommendation"
    ACTION = "action", "Action"
    EVENT = "event", "Event"

    @property
    def plural(self) -> str:
        """What several of them are called: "Findings"."""
        return f"{self.label}s"


# What to join to an item of each kind for its own row.
DETAILS: dict[str, str] = {
    ItemKind.PASSAGE: "passage",
    ItemKind.FINDING: "finding",
    ItemKind.RECOMMENDATION: "recommendation__agency",
    ItemKind.ACTION: "action",
    ItemKind.EVENT: "event",
}


# The kinds whose items of one review stand on a page of their own, whatever its length; the names of their addresses.
OWN_PAGES: dict[str, str] = {ItemKind.EVENT: "review_timeline", ItemKind.ACTION: "review_actions"}


class ItemState(models.TextChoices):
    """Whether an item is shown."""

    CURRENT = "current", "Current"
    SUPERSEDED = "superseded", "Superseded"
    """A later reading no longer finds it; its address still answers."""
    REJECTED = "rejected", "Rejected"
    """An editor said that it is not one."""
