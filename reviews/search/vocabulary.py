"""The words of texts as they are written: learned block by block, so that a mis-spelt word is offered the nearest."""

import re
from collections.abc import Iterable, Iterator

from django.db import connection

from reviews.models import Item, VocabularyWord
from reviews.models.search_index import BLOCK_BITS
from reviews.search.question import lexemes_by_dictionary
from reviews.words.spelling import trigrams_of

# Shorter ones are like too many others to be offered for anything; longer ones are no words.
WORD = re.compile(r"[^\W\d_]{4,30}")
WORDS_AT_ONCE = 5_000
NEW = """
SELECT asked.word FROM unnest(%s::text[]) AS asked(word)
WHERE NOT EXISTS (SELECT FROM reviews_vocabularyword v WHERE v.word = asked.word)
"""


def learn_words_of_block(number: int) -> int:
    """Add the words of a block's items that are not known yet; return how many were new."""
    new = _new(_words_of_block(number))
    for at in range(0, len(new), WORDS_AT_ONCE):
        _add(new[at : at + WORDS_AT_ONCE])
    return len(new)


def _words_of_block(number: int) -> set[str]:
    within = Item.objects.current().filter(pk__gte=number << BLOCK_BITS, pk__lt=(number + 1) << BLOCK_BITS)
    texts: Iterable[str] = within.order_by().values_list("text", flat=True).iterator()
    return {word for text in texts for word in words_of(text)}


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case, figures and short words left out."""
    return (found.group().lower() for found in WORD.finditer(text))


def _new(words: set[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(NEW, [sorted(words)])
        return [word for (word,) in cursor.fetchall()]


def _add(words: list[str]) -> None:
    lexemes = lexemes_by_dictionary(words)
    VocabularyWord.objects.bulk_create(
        (
            VocabularyWord(word=word, lexeme=lexemes[word][0], trigrams=trigrams_of(word))
            for word in words
            if len(lexemes.get(word, ())) == 1
        ),
        ignore_conflicts=True,
    )
