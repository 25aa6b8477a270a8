"""Reading what a question needs from the database, all in one statement, so that it is of one moment.

Of blocks that hold, the postings of the question's lexemes; of the others, the items themselves that answer.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
import psycopg
from django.db import connection
from numpy.typing import NDArray
from psycopg.pq import Format

from reviews.models.search_index import BLOCK_BITS, BLOCK_SIZE
from reviews.search.order import WEIGHTS
from reviews.search.question import Question
from reviews.search.records import FROM_ITEMS, RECORD, THEMES, items_of, occurrences_of, themes_of
from reviews.words.meaning import Lexeme, every_lexeme

# Nothing that can be stored comes between a lexeme and this after it; the other is after whatever begins with it.
JUST_AFTER, AFTER_ALL = "\x01", "\U0010ffff"
LOOSE_RANGE = {"low": "l.low", "high": "l.high"}
FRESH_AND_LOOSE = f"""
WITH fresh AS MATERIALIZED (
  SELECT b.id, b.number FROM reviews_searchblock b
  WHERE NOT EXISTS (SELECT FROM reviews_searchchange c WHERE c.number = b.number)
), loose AS MATERIALIZED (
  SELECT n::int AS number, n << {BLOCK_BITS} AS low, (n + 1) << {BLOCK_BITS} AS high
  FROM generate_series(
    (SELECT min(id) >> {BLOCK_BITS} FROM reviews_item), (SELECT max(id) >> {BLOCK_BITS} FROM reviews_item)
  ) n
  WHERE n NOT IN (SELECT number FROM fresh)
)
SELECT 'block', number, id, NULL::bytea, NULL::bytea, NULL::bytea FROM fresh
"""  # noqa: S608
POSTINGS = """
UNION ALL
SELECT 'posting', fresh.number, asked.place, p.occurrences, NULL, NULL
FROM unnest(%(low)s::text[], %(high)s::text[]) WITH ORDINALITY AS asked(low, high, place)
JOIN reviews_posting p ON p.lexeme >= asked.low COLLATE "C" AND p.lexeme < asked.high COLLATE "C"
JOIN fresh ON fresh.id = p.block_id
"""
# Reviews that have the words in their name, whoever may see them.
NAMED = """
UNION ALL
SELECT 'named', NULL, NULL, string_agg(int8send(id), ''), NULL, NULL
FROM reviews_review WHERE name_words @@ %(query)s::tsquery
"""
LOOSE = f"""
UNION ALL
SELECT 'loose', l.number, NULL, found.items, found.ranks, {{themes}}
FROM loose l CROSS JOIN LATERAL (
  SELECT string_agg({RECORD}, '' ORDER BY i.id) AS items, string_agg(float4send({{rank}}), '' ORDER BY i.id) AS ranks
  {FROM_ITEMS.format(**LOOSE_RANGE)} {{answering}}
) found
WHERE found.items IS NOT NULL
"""  # noqa: S608
ANSWERING = "AND i.search @@ %(query)s::tsquery"
# The same weights and the same regard for length as where postings are ranked; 1 divides by 1 + log(length).
RANK = f"ts_rank('{{{','.join(map(str, WEIGHTS))}}}', i.search, %(query)s::tsquery, 1)"
LOAD_BLOCKS = "SELECT id, items, themes FROM reviews_searchblock WHERE id = ANY(%s)"
# A block that is made anew between two statements is read again.
MOST_TRIES = 5


@dataclass(frozen=True, eq=False)
class Columns:
    """What filters ask of the items of a block, or of some items; each array has a place for each of them.

    `is_there` says which places are taken; `themes` are pairs of place and theme.
    """

    ids: NDArray[np.int64]
    is_there: NDArray[np.bool_]
    review: NDArray[np.int64]
    kind: NDArray[np.uint8]
    flags: NDArray[np.uint8]
    agency: NDArray[np.int32]
    position: NDArray[np.int32]
    length: NDArray[np.float32]
    themes: NDArray[np.int64]

    @cached_property
    def count(self) -> int:
        """How many items there are."""
        return int(self.is_there.sum())


@dataclass(frozen=True, eq=False)
class Part:
    """What was read of one block: its columns with the postings asked for, or, without postings, the very answers.

    `block` is the id of the block that holds; `ranks` are PostgreSQL's own, for answers.
    """

    columns: Columns
    block: int | None = None
    occurrences: dict[Lexeme, NDArray[np.uint32]] | None = None
    ranks: NDArray[np.float32] | None = None


@dataclass(frozen=True, eq=False)
class Read:
    """What was read for a question: part by part, and the ids of the reviews with the words in their name."""

    parts: tuple[Part, ...] = ()
    named: bytes = b""
    of_everything: bool = True

    @property
    def named_ids(self) -> NDArray[np.int64]:
        """The same ids as numbers."""
        return np.frombuffer(self.named, ">i8").astype(np.int64)

    @property
    def blocks(self) -> tuple[int, ...] | None:
        """The ids of the blocks, where all of them hold and nothing else was to be read."""
        if not self.of_everything or any(part.block is None for part in self.parts):
            return None
        return tuple(part.block or 0 for part in self.parts)


_loaded: dict[tuple[str, int], Columns] = {}
_loading = Lock()


def read(question: Question, *, with_themes: bool) -> Read:
    """Return what answers a question, or what it takes to say so, block by block."""
    for _ in range(MOST_TRIES):
        rows = _rows(question, with_themes)
        columns = _columns({row[2] for row in rows if row[0] == "block"})
        if columns is not None:
            named = next((ids for kind, _, _, ids, *_ in rows if kind == "named" and ids), b"")
            return Read((*_fresh_parts(rows, columns, question), *_loose_parts(rows)), named)
    raise RuntimeError("the blocks of the search are made anew faster than they can be read")


def _rows(question: Question, with_themes: bool) -> list[tuple[Any, ...]]:
    loose = LOOSE.format(
        themes=f"({THEMES.format(**LOOSE_RANGE)})" if with_themes else "NULL",
        rank=RANK if question.meaning is not None else "0",
        answering=ANSWERING if question.meaning is not None else "",
    )
    lexemes = _lexemes(question)
    asked = {
        "low": [lexeme.text for lexeme in lexemes],
        "high": [f"{lexeme.text}{AFTER_ALL if lexeme.is_prefix else JUST_AFTER}" for lexeme in lexemes],
        "query": question.tsquery,
    }
    words = f"{POSTINGS}{NAMED}" if lexemes else ""
    return _in_binary(f"{FRESH_AND_LOOSE}{words}{loose}", asked)


def _lexemes(question: Question) -> list[Lexeme]:
    return sorted(every_lexeme(question.meaning))


def _in_binary(sql: str, parameters: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a query; bytes come as they are, not written out in figures."""
    connection.ensure_connection()
    # Django's own cursors put parameters into the text of a query, and such a query gives no binary results.
    raw = psycopg.Cursor(connection.connection)
    raw.format = Format.BINARY
    wrap = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with wrap(raw) as cursor:  # type: ignore[arg-type]  # it takes any cursor of psycopg
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def _columns(block_ids: set[int]) -> dict[int, Columns] | None:
    """Return the columns of blocks, from memory or from the database; None where one is no longer there."""
    database = str(connection.settings_dict["NAME"])
    with _loading:
        missing = [block for block in block_ids if (database, block) not in _loaded]
        if missing:
            for block, items, themes in _in_binary(LOAD_BLOCKS, [missing]):
                _loaded[database, block] = _dense(items_of(items), themes_of(themes))
            _forget(database, block_ids)
        known = {block: _loaded[database, block] for block in block_ids if (database, block) in _loaded}
    return known if len(known) == len(block_ids) else None


def _forget(database: str, needed: Iterable[int]) -> None:
    """Drop the columns of blocks that have been made anew since."""
    for key in [key for key in _loaded if key[0] == database and key[1] not in needed]:
        del _loaded[key]


def _dense(items: NDArray[np.void], themes: NDArray[np.void]) -> Columns:
    """Return the columns of a block; an item's place is the last bits of its id, as in the postings."""
    places = items["id"] & (BLOCK_SIZE - 1)

    def spread(column: str, kind: Any) -> NDArray[Any]:
        full = np.zeros(BLOCK_SIZE, kind)
        full[places] = items[column]
        return full

    is_there = np.zeros(BLOCK_SIZE, bool)
    is_there[places] = True
    return Columns(
        ids=spread("id", np.int64), is_there=is_there, review=spread("review", np.int64),
        kind=spread("kind", np.uint8), flags=spread("flags", np.uint8), agency=spread("agency", np.int32),
        position=spread("position", np.int32), length=spread("length", np.float32),
        themes=np.stack([themes["item"] & (BLOCK_SIZE - 1), themes["theme"]]).astype(np.int64),
    )  # fmt: skip


def _fresh_parts(rows: list[tuple[Any, ...]], columns: dict[int, Columns], question: Question) -> list[Part]:
    """Return the parts of the blocks that hold, with the postings of each lexeme; a beginning's are many lexemes'."""
    lexemes = _lexemes(question)
    packed: dict[tuple[int, Lexeme], list[bytes]] = defaultdict(list)
    for kind, number, place, occurrences, *_ in rows:
        if kind == "posting":
            packed[number, lexemes[place - 1]].append(occurrences)
    return [
        Part(columns[block], block, {lexeme: occurrences_of(b"".join(packed[number, lexeme])) for lexeme in lexemes})
        for kind, number, block, *_ in sorted(row for row in rows if row[0] == "block")
    ]


def _loose_parts(rows: list[tuple[Any, ...]]) -> list[Part]:
    """Return the items that answer themselves; an item's place is its place among them."""
    parts = []
    for kind, _, _, packed, ranks, packed_themes in rows:
        if kind == "loose":
            items, themes = items_of(packed), themes_of(packed_themes or b"")
            themes = themes[np.isin(themes["item"], items["id"])]
            columns = Columns(
                ids=items["id"].astype(np.int64), is_there=np.ones(len(items), bool),
                review=items["review"].astype(np.int64), kind=items["kind"].astype(np.uint8),
                flags=items["flags"].astype(np.uint8), agency=items["agency"].astype(np.int32),
                position=items["position"].astype(np.int32), length=items["length"].astype(np.float32),
                themes=np.stack([np.searchsorted(items["id"], themes["item"]), themes["theme"]]).astype(np.int64),
            )  # fmt: skip
            parts.append(Part(columns, ranks=np.frombuffer(ranks, ">f4").astype(np.float32)))
    return parts
