"""How Word writes a count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.word.numbering import written


@pytest.mark.parametrize(
    ("count", "figures", "text"),
    [
        (4, "decimal", "4"),
        (4, "lowerLetter", "d"),
        (27, "lowerLetter", "aa"),
        (4, "upperLetter", "D"),
        (9, "lowerRoman", "ix"),
        (14, "upperRoman", "XIV"),
        (3, "decimalZero", "03"),
        (5, "something new", "5"),
    ],
)
def test_counts_are_written_in_their_figures(count, figures, text):
    assert written(count, figures) == text


@given(st.integers(1, 3999))
def test_roman_numerals_are_all_different(count):
    assert written(count, "lowerRoman") != written(count + 1, "lowerRoman")
