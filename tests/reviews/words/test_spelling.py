import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.words.spelling import distance, nearest, trigrams_of


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("neglect", "neglect", 0), ("neglact", "neglect", 1), ("negelct", "neglect", 1), ("nglect", "neglect", 1),
        ("neglecct", "neglect", 1), ("safegaurding", "safeguarding", 1), ("", "abc", 3), ("abc", "", 3),
        ("ca", "abc", 3),
    ],
)  # fmt: skip
def test_letters_put_in_taken_out_changed_or_swapped_are_counted(one, other, steps):
    assert distance(one, other) == steps


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_the_way_back_is_as_long(one, other):
    assert distance(one, other) == distance(other, one)


def test_the_nearest_comes_first_and_what_is_too_far_is_left_out():
    assert nearest("negelct", ["neglects", "elect", "neglect", "school"]) == ["neglect", "neglects"]
    assert nearest("schol", ["school", "scholar"]) == ["school"]


def test_a_word_is_not_near_itself():
    assert nearest("school", ["school"]) == []


def test_runs_of_three_letters_know_beginning_and_end():
    assert trigrams_of("ab") == ["  a", " ab", "ab "]
