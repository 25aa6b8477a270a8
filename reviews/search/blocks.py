"""Making the blocks of postings, and finding those that no longer hold."""

from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from reviews.models.search_index import BLOCK_BITS, BLOCK_SIZE
from reviews.search.records import FROM_ITEMS, RECORD, THEMES
from reviews.search.vocabulary import learn_words_of_block

# Only one process makes blocks at a time; the number of the lock is ours alone.
MAKING_LOCK = 7_201_867
# Blocks that hold items and were never made, and those that carry a mark.
OUT_OF_DATE = f"""
SELECT number FROM reviews_searchchange
UNION
SELECT n::int FROM generate_series(
  (SELECT min(id) >> {BLOCK_BITS} FROM reviews_item), (SELECT max(id) >> {BLOCK_BITS} FROM reviews_item)
) n
WHERE NOT EXISTS (SELECT FROM reviews_searchblock b WHERE b.number = n)
  AND EXISTS (SELECT FROM reviews_item i WHERE i.id >= n << {BLOCK_BITS} AND i.id < (n + 1) << {BLOCK_BITS})
ORDER BY number
"""  # noqa: S608
# The last mark stays: the marks that there are tell what is kept in memory from what holds now.
MOST_FACT_CHANGES = 100
TIDY_FACT_CHANGES = f"""
DELETE FROM reviews_factchange
WHERE id < (SELECT max(id) FROM reviews_factchange) AND (SELECT count(*) FROM reviews_factchange) > {MOST_FACT_CHANGES}
"""  # noqa: S608
RANGE = {"low": "%(low)s", "high": "%(high)s"}
MAKE_BLOCK = f"""
INSERT INTO reviews_searchblock (number, items, themes, made_at)
SELECT %(number)s, (SELECT coalesce(string_agg({RECORD}, ''), '') {FROM_ITEMS.format(**RANGE)}),
       ({THEMES.format(**RANGE)}), now()
RETURNING id
"""
# The weights of a tsvector's positions are the letters A to D; D is 0 here, A is 3.
MAKE_POSTINGS = f"""
INSERT INTO reviews_posting (lexeme, block_id, occurrences)
SELECT lexeme, %(block)s, string_agg(int4send(place), '' ORDER BY place)
FROM (
  SELECT w.lexeme, (((i.id & {BLOCK_SIZE - 1}) - {BLOCK_SIZE // 2}) * 65536
                    + p.position * 4 + ascii('D') - ascii(p.weight))::int4 AS place
  FROM reviews_item i, unnest(i.search) AS w(lexeme, positions, weights),
       unnest(w.positions, w.weights) AS p(position, weight)
  WHERE i.id >= %(low)s AND i.id < %(high)s AND i.state = 'current'
) AS words
GROUP BY lexeme
"""  # noqa: S608


def out_of_date() -> list[int]:
    """Return the numbers of the blocks that must be made, or made anew."""
    with connection.cursor() as cursor:
        cursor.execute(OUT_OF_DATE)
        return [number for (number,) in cursor.fetchall()]


def bring_up_to_date() -> int:
    """Make the blocks that no longer hold, learn their words; return how many were made. Twice does no harm."""
    numbers = out_of_date()
    for number in numbers:
        make_block(number)
        learn_words_of_block(number)
    with connection.cursor() as cursor:
        cursor.execute(TIDY_FACT_CHANGES)
    return len(numbers)


@transaction.atomic
def make_block(number: int) -> None:
    """Make a block from its items as they stand.

    The marks go first: whatever is changed while the block is made leaves a mark that outlives this.
    """
    of_block = {"number": number, "low": number << BLOCK_BITS, "high": (number + 1) << BLOCK_BITS}
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MAKING_LOCK])
        # Four million words are sorted for a full block; it takes half as long where they stay in memory.
        cursor.execute("SET LOCAL work_mem = '256MB'")
        cursor.execute("DELETE FROM reviews_searchchange WHERE number = %(number)s", of_block)
        _remove(cursor, of_block)
        cursor.execute(MAKE_BLOCK, of_block)
        made = cursor.fetchone()
        assert made is not None  # an INSERT of one row returns it
        cursor.execute(MAKE_POSTINGS, {**of_block, "block": made[0]})


def _remove(cursor: CursorWrapper, of_block: dict[str, Any]) -> None:
    cursor.execute(
        "DELETE FROM reviews_posting WHERE block_id IN (SELECT id FROM reviews_searchblock WHERE number = %(number)s)",
        of_block,
    )
    cursor.execute("DELETE FROM reviews_searchblock WHERE number = %(number)s", of_block)
