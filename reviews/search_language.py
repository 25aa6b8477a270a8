"""The language in which texts are searched: how a text becomes lexemes in PostgreSQL. docs/search.md explains it.

The configuration `crossread` stems as English does and, unlike `english`, keeps every word: "was not brought" must not
become "brought". The function `crossread_plain` makes a text plain first: accents off, punctuation to spaces, the "'s"
of "children's" off; the database's parser would else take "mother/father" for the name of a file, and the mark after a
word for a letter of it. Both are made by a migration.
"""

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import F, Func, TextField

SEARCH_CONFIG = "crossread"


class PlainWords(Func):
    """A text made plain, as it is before its words are looked up."""

    function = "crossread_plain"
    output_field = TextField()


class PreparedQuery(SearchQuery):
    """A tsquery that is written already (reviews.words.tsquery)."""

    def __init__(self, text: str) -> None:
        super().__init__(text)

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **kwargs: Any) -> Any:
        """Return the cast of the text."""
        return Func.as_sql(self, compiler, connection, template="(%(expressions)s)::tsquery")


def words_of(field: str, weight: str) -> SearchVector:
    """Return the expression for the lexemes of a column; weight A counts most, D least."""
    return SearchVector(PlainWords(F(field)), weight=weight, config=SEARCH_CONFIG)
