"""Texts without a hint of a date are passed by: with every form tried on them, nothing more would be found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import ages, expressions, from_incident, relative
from ingest.dates.expressions import find_dates, forms_in
from ingest.dates.forms import FORMS

NOTHING = re.compile(r"")
WORDS = st.sampled_from(
    """On in the of by at and to from when aged old Robin he she was died death his before after day week weeks months
    May march MARCH Sept. Sep 3 3rd 21st 14 2014 '14 2014/15 03/05/2014 2014-05-03 5/6 spring Autumn term holidays
    Christmas Day Eve Easter New Year's Boxing week 23 academic year school following next same later Monday weekend
    fortnight hours three a birthday age 4.5 % between until – - , . ; ( )""".split()  # noqa: SIM905
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)


@given(TEXTS)
def test_only_forms_whose_hint_a_text_has_can_stand_in_it(text):
    left_out = [form.name for form in FORMS if form not in forms_in(text) and form.pattern.search(text)]

    assert left_out == []


@pytest.mark.parametrize(
    ("module", "find"),
    [
        (expressions, find_dates.__wrapped__),
        (relative, relative.find_relative.__wrapped__),
        (from_incident, from_incident.find_from_incident),
        (ages, ages.find_ages),
    ],
)
def test_hints_lose_nothing(module, find, monkeypatch):
    @given(TEXTS)
    def is_the_same(text):
        with monkeypatch.context() as without_hint:
            without_hint.setattr(module, "_HINT", NOTHING)
            plain = find(text)
        assert find(text) == plain

    is_the_same()
