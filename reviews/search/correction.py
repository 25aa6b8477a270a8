"""Did you mean: what was typed, with words that nothing has replaced by the nearest that something has.

Only words are offered that stand in what this visitor may see: a draft's words are told to nobody.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import Exists

from reviews.models import Item
from reviews.models.item import ItemQuerySet
from reviews.search.question import Question, lexemes_of
from reviews.search_language import PreparedQuery
from reviews.words.meaning import Lexeme, Run, spellings
from reviews.words.spelling import nearest, trigrams_of
from reviews.words.syntax import Word, words_in
from reviews.words.tsquery import tsquery_of

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# Where fewer rows answer than this, the words may be mis-spelt.
FEW = 5
SHORTEST = 4
MOST_WORDS = 6
# Of the words that share the most runs of three letters, so many are compared letter by letter, and so many offered.
MOST_ALIKE, MOST_OFFERED = 60, 3
ALIKE = """
SELECT word, lexeme FROM reviews_vocabularyword, unnest(trigrams) AS run
WHERE trigrams && %(runs)s::varchar[] AND run = ANY(%(runs)s) AND length(word) BETWEEN %(length)s - 2 AND %(length)s + 2
GROUP BY word, lexeme ORDER BY count(*) DESC, word LIMIT %(most)s
"""


def correction(question: Question, user: "Visitor") -> str:
    """Return what may have been meant; empty where every word that was typed stands somewhere.

    Asks the database twice, and twice more for each word that stands nowhere.
    """
    here = Item.objects.visible_to(user).published().current()
    typed = [word for word in words_in(question.asked) if _may_be_misspelt(word)][:MOST_WORDS]
    replaced = {word: _replacement(word.text.lower(), here) for word in _unknown(typed, here)}
    written, at = "", 0
    for word in sorted((word for word, better in replaced.items() if better), key=lambda one: one.start):
        written += question.words[at : word.start] + replaced[word]
        at = word.end
    return f"{written}{question.words[at:]}" if written else ""


def _may_be_misspelt(word: Word) -> bool:
    return not word.is_prefix and len(word.text) >= SHORTEST and word.text.isalpha()


def _unknown(words: Sequence[Word], here: ItemQuerySet) -> list[Word]:
    """Return the words that stand in no item, in none of their forms."""
    forms = {word: spellings(word.text) for word in words}
    lexemes = lexemes_of(sorted({form for some in forms.values() for form in some}))
    having = {
        f"has_{place}": Exists(here.filter(search=_any_of(chain.from_iterable(lexemes[form] for form in forms[word]))))
        for place, word in enumerate(words)
    }
    if not having:
        return []
    found = Item.objects.order_by().annotate(**having).values_list(*having)[:1]
    known = next(iter(found), (False,) * len(words))
    return [word for word, is_known in zip(words, known, strict=True) if not is_known]


def _replacement(word: str, here: ItemQuerySet) -> str:
    """Return the nearest word that stands in these items, letter for letter."""
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, {"runs": trigrams_of(word), "length": len(word), "most": MOST_ALIKE})
        lexemes = dict(cursor.fetchall())
    offered = nearest(word, lexemes)[:MOST_OFFERED]
    standing = {
        f"has_{place}": Exists(here.filter(search=_any_of([lexemes[one]]), text__iregex=rf"\m{one}\M"))
        for place, one in enumerate(offered)
    }
    stands = Item.objects.order_by().annotate(**standing).values_list(*standing)[:1] if standing else ()
    return next((one for row in stands for one, there in zip(offered, row, strict=True) if there), "")


def _any_of(lexemes: Iterable[str]) -> PreparedQuery:
    return PreparedQuery(tsquery_of(Run((frozenset(map(Lexeme, lexemes)),))))
