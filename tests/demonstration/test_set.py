"""The demonstration reviews as a set: twelve, of many kinds, years and themes."""

from collections import Counter

import pytest

from demonstration.answers import answers
from demonstration.typesetting import sources
from tests.demonstration.printed import pages

THEMES = ("neglect", "thresholds", "escalation", "disability", "cme")
WANTED_KINDS = {"lcspr", "scr", "cspr", "sar", "dhr", "cpr", "thematic", "rapid_review"}

pytestmark = pytest.mark.skipif(len(sources()) < 12, reason="fewer than twelve reviews are written yet")


def test_there_are_twelve_reviews_of_every_kind():
    kinds = [answers(source)["review"]["kind"] for source in sources()]

    assert len(kinds) == 12
    assert set(kinds) >= WANTED_KINDS


def test_they_reach_from_2009_to_2026():
    years = {int(answers(source)["review"]["published"][:4]) for source in sources()}

    assert (min(years), max(years)) == (2009, 2026)
    assert len(years) >= 8


def test_each_of_the_five_themes_is_treated_in_four_reviews_or_more():
    counted = Counter(theme for source in sources() for theme in answers(source)["themes"])

    assert [theme for theme in THEMES if counted[theme] < 4] == []


def test_some_areas_have_more_than_one_review():
    areas = Counter(answers(source)["review"]["area"] for source in sources())

    assert len(areas) >= 5
    assert max(areas.values()) >= 2


def test_one_is_long_and_the_others_have_three_to_ten_pages():
    lengths = sorted(len(pages(source)) for source in sources())

    assert 22 <= lengths[-1] <= 28
    assert [length for length in lengths[:-1] if not 3 <= length <= 10] == []


def test_the_timelines_can_be_told_as_stories():
    events = [len(answers(source)["timeline"]) for source in sources()]

    assert sum(count >= 8 for count in events) >= 10
