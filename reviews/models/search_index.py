"""What is kept beside the items so that a search need not visit them: reviews.search.blocks writes it.

Items are taken in blocks of 65,536 ids. A block has, for every lexeme, where it occurs in the block's items, and what
filters ask of each item. A trigger on the items and what hangs on them marks the blocks that no longer hold; those are
asked of the items themselves until they are made anew. docs/decisions has why.
"""

from django.db import models

# An item's block is its id without the last 16 bits; its place in the block is these bits. The triggers say the same.
BLOCK_BITS = 16
BLOCK_SIZE = 1 << BLOCK_BITS


class SearchBlock(models.Model):
    """A block as it was made: its id grows with each making, so that what was read of it can be kept in memory."""

    number = models.IntegerField(unique=True)
    # One record for each current item, and one for each theme of an item (reviews.search.records).
    items = models.BinaryField()
    themes = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"block {self.number}"


class Posting(models.Model):
    """Where one lexeme occurs in the items of a block."""

    pk = models.CompositePrimaryKey("lexeme", "block_id")
    lexeme = models.TextField(db_collation="C")
    block = models.ForeignKey(SearchBlock, on_delete=models.CASCADE)
    # Four bytes each: the item's place in the block (16 bits), the word's place in the item (14), its weight (2).
    occurrences = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.lexeme} in {self.block}"


class SearchChange(models.Model):
    """A mark that something in a block has changed; written by triggers, removed when the block is made anew."""

    number = models.IntegerField(db_index=True)

    def __str__(self) -> str:
        return f"change in block {self.number}"


class FactChange(models.Model):
    """A mark that something has changed that is known of every review, or a name of a theme, an agency, a synonym.

    Triggers write them. Which marks there are tells what a process keeps in memory from what holds now.
    """

    def __str__(self) -> str:
        return f"change {self.pk}"
