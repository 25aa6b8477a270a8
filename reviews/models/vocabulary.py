"""The words that stand in the items, as they are written: a mis-spelt word is offered the nearest of them.

Whoever searches is offered only words that stand in what they may see; that is asked anew each time.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class VocabularyWord(models.Model):
    """One word in lower case, its lexeme, and the runs of three letters in it."""

    word = models.TextField(primary_key=True, db_collation="C")
    lexeme = models.TextField(db_collation="C")
    trigrams = ArrayField(models.CharField(max_length=3))

    class Meta:
        indexes = [
            GinIndex(fields=["trigrams"], name="vocabulary_trigrams", fastupdate=False),
            models.Index(fields=["lexeme"], name="vocabulary_lexemes"),
        ]

    def __str__(self) -> str:
        return self.word
