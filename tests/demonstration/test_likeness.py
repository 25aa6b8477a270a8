"""More like this, held to a small judged set: it finds more than words in common do (docs/likeness.md)."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from demonstration.answers import answers
from demonstration.typesetting import sources
from reviews.alike.scores import Texts

JUDGED = Path(__file__).with_name("judged_likeness.toml")
JUDGED_BLIND = Path(__file__).with_name("judged_blind.toml")
SHOWN = 5
STEMS = """
SELECT tsvector_to_array(to_tsvector('english', said)) FROM unnest(%s::text[]) WITH ORDINALITY t(said, n) ORDER BY n
"""


@dataclass(frozen=True)
class Judged:
    """The texts of one kind, their themes, and for each judged one which others are on its point."""

    texts: Mapping[int, str]
    themes: Mapping[int, frozenset[Any]]
    alike: Mapping[int, set[int]]


def judged(kind: str) -> Judged:
    """Return what was judged of a kind. A beginning that no text has is passed over."""
    items = [item for source in sources() for item in answers(source)[kind]]
    texts = {place: " ".join(item["text"].split()) for place, item in enumerate(items)}
    alike: dict[int, set[int]] = defaultdict(set)
    for topic in tomllib.loads(JUDGED.read_text())["topic"]:
        if topic["kind"] == kind:
            found = [
                place for begin in topic["begins"] for place, text in texts.items() if begin_of(text) == begin_of(begin)
            ]
            for one in found:
                alike[one] |= set(found) - {one}
    themes = {place: frozenset(item["themes"]) for place, item in enumerate(items)}
    return Judged(texts, themes, {one: others for one, others in alike.items() if others})


def judged_blind(kind: str) -> Judged:
    """Return what the second, blind judgement says is on the point of each text that it looked at."""
    given = judged(kind)
    places = {begin_of(text): place for place, text in given.texts.items()}
    alike = {
        places[begin_of(one["begins"])]: {places[begin_of(other)] for other in one["alike"]}
        for one in tomllib.loads(JUDGED_BLIND.read_text())["text"]
        if one["kind"] == kind
    }
    return Judged(given.texts, given.themes, alike)


def begin_of(text: str) -> str:
    """The first letters of a text, however its quotation marks and spaces are set."""
    return re.sub(r"[^a-z]", "", text.lower())[:38]


def precision(kind: Judged, nearest: Callable[[int], list[int]]) -> float:
    """Return how many of the five that are shown are on the point, as a share, over all that were judged."""
    shares = [len(set(nearest(one)[:SHOWN]) & others) / SHOWN for one, others in kind.alike.items()]
    return sum(shares) / len(shares)


def by_words_in_common(kind: Judged) -> Callable[[int], list[int]]:
    """The plain way: words in common over words in either."""
    words = {one: set(re.findall(r"[a-z]+", text.lower())) for one, text in kind.texts.items()}

    def nearest(one: int) -> list[int]:
        shares = {other: len(words[one] & words[other]) / len(words[one] | words[other]) for other in words}
        return sorted((other for other in words if other != one), key=lambda other: -shares[other])

    return nearest


def by_likeness(kind: Judged) -> Callable[[int], list[int]]:
    """Our way."""
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [list(kind.texts.values())])
        stems = dict(zip(kind.texts, (frozenset(row[0]) for row in cursor.fetchall()), strict=True))
    near = dict(Texts(stems, kind.themes).neighbours(SHOWN, 0.0))
    return lambda one: [other.key for other in near[one]]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["recommendations", "findings"])
def test_more_like_this_finds_half_as_many_again_as_words_in_common(kind):
    given = judged(kind)
    plain, ours = (precision(given, way(given)) for way in (by_words_in_common, by_likeness))

    assert len(given.alike) >= 40
    assert ours >= 1.5 * plain, f"{kind}: {plain:.3f} by words in common, {ours:.3f} by likeness"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["recommendations", "findings"])
def test_a_second_judgement_made_blind_says_so_too(kind):
    given = judged_blind(kind)
    plain, ours = (precision(given, way(given)) for way in (by_words_in_common, by_likeness))

    assert len(given.alike) >= 10
    assert ours >= 2 * plain, f"{kind}: {plain:.3f} by words in common, {ours:.3f} by likeness"
