"""The telling words of items: stemmed, without those that are too common to say anything."""

from collections.abc import Iterable

from django.db import connection

Bag = frozenset[str]
BAGS = """
SELECT id, tsvector_to_array(to_tsvector('english', text)) FROM reviews_item WHERE id = ANY(%s)
"""


def bags_of(ids: Iterable[int]) -> dict[int, Bag]:
    """Return the stems of each item's words, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(BAGS, [list(ids)])
        return {pk: frozenset(stem for stem in stems if not stem.isdigit()) for pk, stems in cursor.fetchall()}
