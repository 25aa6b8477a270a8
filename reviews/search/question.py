"""The words in the box → what they mean, by the database's dictionary and the synonyms that administrators keep."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.db import connection

from reviews.search.kept import Kept, kept
from reviews.search_language import SEARCH_CONFIG, PreparedQuery
from reviews.words.meaning import (
    Meaning,
    Reading,
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
# What the dictionary says of a word does not change while a process runs; so many words are remembered.
MOST_WORDS = 50_000
LONGEST_REMEMBERED = 40
T = TypeVar("T")


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


def question_of(words: str, known: Kept | None = None) -> Question:
    """Return what the words mean, by the other names that are `known`, those that hold now where none are given.

    Asks the database once for names, and once or twice more where words are asked for the first time.
    """
    asked = parse(words)
    wanted = words_to_look_up(asked)
    if not wanted:
        return Question(words, asked, Understood(None))
    lexicon = readings_of(wanted)
    lexemes = {lexeme for reading in lexicon.values() for lexeme in reading.lexemes}
    groups = (known or kept()).groups_named_by(lexemes)
    return Question(words, asked, understand(asked, {**lexicon, **readings_of(words_of_terms(groups))}, groups))


def readings_of(words: Sequence[str]) -> dict[str, Reading]:
    """Return what the dictionary says of words; asks the database, once, only for those that were never asked for."""
    return _remembered(words, _readings, _read)


def lexemes_of(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the lexemes of each of the words of a text; asks the database, once, only for new ones."""
    return _remembered(words, _lexemes, lexemes_by_dictionary)


_readings: dict[str, Reading] = {}
_lexemes: dict[str, tuple[str, ...]] = {}


def _remembered(words: Sequence[str], known: dict[str, T], ask: Callable[[list[str]], dict[str, T]]) -> dict[str, T]:
    said = {word: known[word] for word in words if word in known}
    missing = [word for word in words if word not in said]
    if missing:
        new = ask(missing)
        said |= new
        if len(known) > MOST_WORDS:
            known.clear()
        known.update((word, value) for word, value in new.items() if len(word) <= LONGEST_REMEMBERED)
    return said


def _read(words: list[str]) -> dict[str, Reading]:
    with connection.cursor() as cursor:
        cursor.execute(READINGS, [words])
        return {word: Reading(tuple(lexemes), is_common, tuple(plain)) for word, lexemes, is_common, plain in cursor}


def lexemes_by_dictionary(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Return the same for many words at once, of which none is remembered."""
    with connection.cursor() as cursor:
        cursor.execute(LEXEMES, [words])
        return {word: tuple(lexemes) for word, lexemes in cursor}
