"""Passages: the paragraphs of a document in reading order."""

from django.db import models

from reviews.models.item import Item


class Block(models.TextChoices):
    """What kind of block a passage was in the document."""

    HEADING = "heading", "Heading"
    PARAGRAPH = "paragraph", "Paragraph"
    LIST_ITEM = "list_item", "List item"
    TABLE = "table", "Table"
    FOOTNOTE = "footnote", "Footnote"


class Passage(models.Model):
    """What a passage has beside its item: its number as printed is the item's label."""

    item = models.OneToOneField(Item, primary_key=True, on_delete=models.CASCADE, related_name="passage")
    block = models.CharField(max_length=10, choices=Block, default=Block.PARAGRAPH)
    level = models.PositiveSmallIntegerField(default=0)
    # Passages of one box beside the text share its number.
    box = models.PositiveSmallIntegerField(null=True, blank=True)
    # A table's rows as lists of cell texts.
    rows = models.JSONField(default=list, blank=True)

    # Where footnotes are called: {"of": letters of the text then, "at": [[place in the text, mark], ...]}.
    note_marks = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return str(self.item)
