"""What a process keeps in memory for searching: the facts of reviews, what things are called, other names of words.

Marks that triggers leave in the database say whether what is kept still holds. Who may see which review is never kept:
that is asked anew each time, in the same statement as the marks.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, Func, TextField, Value

from reviews.models import Agency, Review, SynonymTerm, Theme
from reviews.search.facts import Facts, facts_of_published
from reviews.words.meaning import SynonymGroup

if TYPE_CHECKING:
    from reviews.models.review import Visitor

# The marks that there are; none at all where a database was emptied, and then nothing is kept.
MARKS = "SELECT md5(string_agg(id::text, ',' ORDER BY id)) FROM reviews_factchange"
SEEN = """
SELECT ({marks}), (SELECT string_agg(int8send(seen.id), '' ORDER BY seen.id) FROM ({reviews}) AS seen)
"""
NO_REVIEWS = "SELECT 0::bigint AS id WHERE false"
# So many sets of reviews are kept; people of one partnership see the same set.
MOST_SETS = 4


@dataclass(frozen=True)
class Names:
    """What themes and agencies are called: their keys and labels by id."""

    themes: dict[int, tuple[str, str]]
    agencies: dict[int, tuple[str, str]]


@dataclass(frozen=True)
class Term:
    """One name in a group of other names: its lexemes, and the number of the group."""

    lexemes: frozenset[str]
    group: int


@dataclass(frozen=True, eq=False)
class Kept:
    """What is kept, as it was at `marks`. `facts` are of every published review: nobody is shown these."""

    names: Names
    facts: Facts
    terms: tuple[Term, ...]
    groups: dict[int, SynonymGroup]
    marks: str | None = None
    database: str = ""
    _sets: OrderedDict[bytes, Facts] = field(default_factory=OrderedDict)

    def facts_of(self, ids: bytes) -> Facts:
        """Return the facts of the reviews with these ids, eight bytes each, in order."""
        with _keeping:
            if ids not in self._sets:
                self._sets[ids] = self.facts.only(np.frombuffer(ids, ">i8").astype(np.int64))
            self._sets.move_to_end(ids)
            while len(self._sets) > MOST_SETS:
                self._sets.popitem(last=False)
            return self._sets[ids]

    def groups_named_by(self, lexemes: set[str]) -> list[SynonymGroup]:
        """Return the groups of which one name has no words but these: it may be meant."""
        numbers = {term.group for term in self.terms if term.lexemes <= lexemes}
        return [self.groups[number] for number in sorted(numbers)]


_keeping = Lock()
_latest: dict[str, Kept] = {}


def seen_by(user: "Visitor") -> tuple[Kept, Facts]:
    """Return what is kept, and the facts of the published reviews that `user` may see.

    Asks the database once, and three times more where something has changed.
    """
    seen = Review.objects.visible_to(user).published().order_by().values("id")
    try:
        reviews, parameters = seen.query.sql_with_params()
    except EmptyResultSet:
        reviews, parameters = NO_REVIEWS, ()
    with connection.cursor() as cursor:
        cursor.execute(SEEN.format(marks=MARKS, reviews=reviews), parameters)
        marks, ids = cursor.fetchone()
    now = _kept_at(marks)
    return now, now.facts_of(bytes(ids or b""))


def kept() -> Kept:
    """Return what is kept; asks the database once, and three times more where something has changed."""
    with connection.cursor() as cursor:
        cursor.execute(MARKS)
        return _kept_at(cursor.fetchone()[0])


def _kept_at(marks: str | None) -> Kept:
    # It is read after the marks were: whatever changed between has a mark of its own that the next search sees.
    database = str(connection.settings_dict["NAME"])
    latest = _latest.get(database)
    if latest is None or marks is None or latest.marks != marks:
        latest = _latest[database] = _read(marks, database)
    return latest


def _read(marks: str | None, database: str) -> Kept:
    names = _names()
    themes, agencies = ({pk: key for pk, (key, _) in named.items()} for named in (names.themes, names.agencies))
    lexemes_of_term = Func("words", function="tsvector_to_array", output_field=ArrayField(TextField()))
    in_order = SynonymTerm.objects.order_by("group", "position")
    rows = list(in_order.annotate(lexemes=lexemes_of_term).values_list("group", "term", "lexemes"))
    terms: dict[int, list[str]] = {}
    for group, term, _ in rows:
        terms.setdefault(group, []).append(term)
    return Kept(
        names,
        facts_of_published(themes=themes, agencies=agencies),
        tuple(Term(frozenset(lexemes), group) for group, _, lexemes in rows if lexemes),
        {group: SynonymGroup(tuple(some)) for group, some in terms.items()},
        marks,
        database,
    )


def _names() -> Names:
    themes = Theme.objects.order_by().values_list("pk", "key", "label", Value("theme", CharField()))
    agencies = Agency.objects.order_by().values_list("pk", "key", "name", Value("agency", CharField()))
    rows = list(themes.union(agencies, all=True))
    return Names(
        {pk: (key, label) for pk, key, label, sort in rows if sort == "theme"},
        {pk: (key, label) for pk, key, label, sort in rows if sort == "agency"},
    )
