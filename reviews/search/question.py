"""The words in the box → what they mean, by the database's dictionary and the synonyms that administrators keep."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection

from reviews.search_language import SEARCH_CONFIG, PreparedQuery
from reviews.words.meaning import (
    Lexicon,
    Meaning,
    Reading,
    SynonymGroup,
    Understood,
    understand,
    words_of_terms,
    words_to_look_up,
)
from reviews.words.syntax import Asked, parse
from reviews.words.tsquery import tsquery_of

# The configuration "english" drops what is too common to be searched alone; "simple" leaves words as they are.
READINGS = f"""
SELECT word,
       ARRAY(SELECT lexeme FROM unnest(to_tsvector('{SEARCH_CONFIG}', plain)) w, unnest(w.positions) p ORDER BY p),
       to_tsvector('english', plain) = '',
       ARRAY(SELECT lexeme FROM unnest(to_tsvector('simple', plain)) w, unnest(w.positions) p ORDER BY p)
FROM unnest(%s::text[]) AS word, crossread_plain(word) AS plain
"""  # noqa: S608
# Words as they stand in texts; most are plain letters, which need no parser.
LEXEMES = f"""
SELECT word, CASE WHEN word ~ '^[A-Za-z]+$' THEN ts_lexize('crossread_stem', lower(word))
             ELSE tsvector_to_array(to_tsvector('{SEARCH_CONFIG}', crossread_plain(word))) END
FROM unnest(%s::text[]) AS word
"""  # noqa: S608
# Groups of which one term has no words but such as are asked for: it may be named in the question.
SYNONYMS = f"""
WITH asked AS (
  SELECT array_agg(DISTINCT lexeme) AS lexemes
  FROM unnest(%s::text[]) AS word, unnest(to_tsvector('{SEARCH_CONFIG}', crossread_plain(word)))
)
SELECT t.group_id, array_agg(t.term ORDER BY t.position)
FROM reviews_synonymterm t
WHERE t.group_id IN (
  SELECT group_id FROM reviews_synonymterm, asked
  WHERE tsvector_to_array(words) <@ asked.lexemes AND length(words) > 0
)
GROUP BY t.group_id ORDER BY t.group_id
"""  # noqa: S608


@dataclass(frozen=True)
class Question:
    """What was typed and what it means. `asked` and `understood.meaning` are None where it means nothing."""

    words: str
    asked: Asked | None
    understood: Understood

    @property
    def meaning(self) -> Meaning | None:
        """What to look for."""
        return self.understood.meaning

    @cached_property
    def tsquery(self) -> str | None:
        """What to look for, as the text of PostgreSQL's tsquery."""
        return None if self.meaning is None else tsquery_of(self.meaning)

    @property
    def query(self) -> PreparedQuery:
        """What to look for, to filter, rank or annotate with."""
        assert self.tsquery is not None
        return PreparedQuery(self.tsquery)


NOTHING = Question("", None, Understood(None))


def question_of(words: str) -> Question:
    """Return what the words mean; asks the database once, and once more where they name something with other names."""
    asked = parse(words)
    wanted = words_to_look_up(asked)
    if not wanted:
        return Question(words, asked, Understood(None))
    groups, lexicon = _groups_and_readings(wanted)
    if groups:
        lexicon = {**lexicon, **readings_of([word for word in words_of_terms(groups) if word not in lexicon])}
    return Question(words, asked, understand(asked, lexicon, groups))


def readings_of(words: Sequence[str]) -> Lexicon:
    """Return what the dictionary says of words."""
    with connection.cursor() as cursor:
        cursor.execute(READINGS, [list(words)])
        return {row[0]: _reading(row) for row in cursor.fetchall()}


def lexemes_of(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the lexemes of each of the words of a text, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(LEXEMES, [list(words)])
        return {word: tuple(lexemes) for word, lexemes in cursor.fetchall()}


def _groups_and_readings(words: Sequence[str]) -> tuple[list[SynonymGroup], Lexicon]:
    """Return the groups of synonyms that may be named, and what the dictionary says of the words, in one query."""
    both = (
        f"SELECT word, lexemes, is_common, plain, NULL FROM ({READINGS}) AS r(word, lexemes, is_common, plain) "  # noqa: S608
        f"UNION ALL SELECT NULL, NULL, NULL, NULL, terms FROM ({SYNONYMS}) AS s(group_id, terms)"
    )
    with connection.cursor() as cursor:
        cursor.execute(both, [list(words), list(words)])
        rows = cursor.fetchall()
    groups = [SynonymGroup(tuple(row[4])) for row in rows if row[0] is None]
    return groups, {row[0]: _reading(row) for row in rows if row[0] is not None}


def _reading(row: tuple[Any, ...]) -> Reading:
    return Reading(tuple(row[1]), bool(row[2]), tuple(row[3]))
