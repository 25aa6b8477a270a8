"""SQLite FTS5: 20 passages by bm25 with snippets, how many there are, and the counts of four filters."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.corpus import MadeReview
from bench.questions import Asked

NAME = "SQLite FTS5"
ROWS = 20
TABLES = """
CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'porter unicode61');
CREATE TABLE item (id INTEGER PRIMARY KEY, review INTEGER NOT NULL);
CREATE TABLE review (id INTEGER PRIMARY KEY, kind TEXT, area TEXT, year INTEGER);
CREATE TABLE review_theme (review INTEGER, theme INTEGER, PRIMARY KEY (review, theme)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX item_review ON item (review);
INSERT INTO words(words) VALUES ('optimize');
ANALYZE;
"""
# The hits are counted for each review once; the four filters are sums of these.
COUNTS = """
WITH hits AS MATERIALIZED ({hits} GROUP BY item.review)
SELECT 'count', NULL, sum(number) FROM hits
UNION ALL SELECT 'kind', kind, sum(number) FROM hits JOIN review ON review.id = hits.review GROUP BY kind
UNION ALL SELECT 'area', area, sum(number) FROM hits JOIN review ON review.id = hits.review GROUP BY area
UNION ALL SELECT 'year', year, sum(number) FROM hits JOIN review ON review.id = hits.review GROUP BY year
UNION ALL SELECT 'theme', theme, sum(number) FROM hits JOIN review_theme USING (review) GROUP BY theme
"""


class FTS5:
    """Asks one file; the passages' words, their reviews, and what filters ask of these."""

    def __init__(self, path: Path) -> None:
        self.database = sqlite3.connect(path)
        for pragma in ("mmap_size = 4000000000", "cache_size = -500000", "temp_store = memory"):
            self.database.execute(f"PRAGMA {pragma}")

    def ask(self, asked: Asked) -> int:
        """Return how many passages answer."""
        match, conditions, values = _match(asked), *_conditions(asked)
        # Without words there is nothing to look up in the words; the reviews lead to their items.
        hits = "FROM words JOIN item ON item.id = words.rowid" if match else "FROM item"
        said = ["words MATCH ?"] * bool(match) + conditions
        given = [match] * bool(match) + values
        where = f"WHERE {' AND '.join(said)}" if said else ""
        grouped = f"SELECT item.review, count(*) AS number {hits} {where}"
        counts = self.database.execute(COUNTS.format(hits=grouped), given).fetchall()
        self._rows(f"{hits} {where}", given, begin=(asked.page - 1) * ROWS, is_ranked=bool(match))
        return counts[0][2] or 0

    def _rows(self, hits: str, given: list[str | int], *, begin: int, is_ranked: bool) -> list[tuple[int, str]]:
        if not is_ranked:
            ids = f"SELECT item.id {hits} ORDER BY item.id LIMIT {ROWS} OFFSET {begin}"
            return self.database.execute(f"SELECT rowid, text FROM words WHERE rowid IN ({ids})", given).fetchall()  # noqa: S608
        shown = "words.rowid, snippet(words, 0, '<mark>', '</mark>', '…', 40)"
        # Only where filters are asked is there more to join than the words.
        joined = hits if "AND" in hits else hits.replace("JOIN item ON item.id = words.rowid", "")
        return self.database.execute(
            f"SELECT {shown} {joined} ORDER BY rank LIMIT {ROWS} OFFSET {begin}", given
        ).fetchall()


def fill(reviews: Iterable[MadeReview], folder: Path) -> FTS5:
    """Write the passages into a file, if it is not there."""
    path = folder / "fts5.sqlite"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        _write(reviews, part)
        part.rename(path)
    return FTS5(path)


def _write(reviews: Iterable[MadeReview], path: Path) -> None:
    with sqlite3.connect(path, isolation_level=None) as database:
        database.execute("PRAGMA journal_mode = off")
        database.executescript(TABLES)
        database.execute("BEGIN")
        number = 0
        for review in reviews:
            passages = [item.text for item in review.items if item.kind == "passage"]
            ids = range(number + 1, number + len(passages) + 1)
            number += len(passages)
            database.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", zip(ids, passages, strict=True))
            database.executemany("INSERT INTO item VALUES (?, ?)", ((one, review.number) for one in ids))
            facts = (review.number, review.kind, review.area, review.year)
            database.execute("INSERT INTO review VALUES (?, ?, ?, ?)", facts)
            database.executemany("INSERT INTO review_theme VALUES (?, ?)", _themes(review))
        database.execute("COMMIT")
        database.executescript(INDEXES)


def _themes(review: MadeReview) -> Iterator[tuple[int, int]]:
    return ((review.number, theme) for theme in review.themes)


def _match(asked: Asked) -> str:
    words = [*(f'"{word}"' for word in asked.words), f'"{asked.phrase}"' * bool(asked.phrase)]
    beginning = f'"{asked.beginning}"*' * bool(asked.beginning)
    match = " ".join(filter(None, [*words, beginning]))
    return f'{match} NOT "{asked.without}"' if asked.without else match


def _conditions(asked: Asked) -> tuple[list[str], list[str | int]]:
    """Return the conditions of the filters, on the item's review, and their values."""
    said = {
        "item.review IN (SELECT id FROM review WHERE kind = ?)": asked.kind or None,
        "item.review IN (SELECT id FROM review WHERE year = ?)": asked.year,
        "item.review IN (SELECT review FROM review_theme WHERE theme = ?)": asked.theme,
    }
    used = {condition: value for condition, value in said.items() if value is not None}
    return list(used), list(used.values())
