"""Numbers are taken out of texts as printed; other figures stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.outlining.numbers import depth_of, split_number


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("3.7 The child", "3.7", "The child"),
        ("3.7. The child", "3.7", "The child"),
        ("5.1.3 The child", "5.1.3", "The child"),
        ("12. The child", "12", "The child"),
        ("4) The child", "4)", "The child"),
        ("(a) the child", "(a)", "the child"),
        ("b) the child", "b)", "the child"),
        ("iv. the child", "iv", "the child"),
        ("(iii) the child", "(iii)", "the child"),
        ("1.2The child", "1.2", "The child"),
    ],
)
def test_numbers_are_parted_from_their_texts(text, number, rest):
    assert split_number(text) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "7 children were seen",
        "2014 was a hard year",
        "12.5.2014 was a Monday",
        "10.30 am the police came",
        "3.5 kg was his weight",
        "A. Marsh wrote the report",
        "18 months later",
        "99.5% of letters",
        "I saw him",
    ],
)
def test_figures_of_a_sentence_are_no_number(text):
    assert split_number(text) == (None, text)


def test_a_bare_figure_numbers_a_heading_only():
    assert split_number("7 Conclusions", is_heading=True) == ("7", "Conclusions")
    assert split_number("7 Conclusions") == (None, "7 Conclusions")


@pytest.mark.parametrize("heading", ["14 February 2016", "3 May – the first call", "12 Sept 2014"])
def test_a_day_numbers_no_heading(heading):
    assert split_number(heading, is_heading=True) == (None, heading)


@pytest.mark.parametrize(("number", "depth"), [("3", 1), ("3.7", 2), ("5.1.3", 3), ("(a)", 0), ("iv", 0), (None, 0)])
def test_depth_counts_the_figures(number, depth):
    assert depth_of(number) == depth


@given(st.text(max_size=60))
def test_no_word_is_lost(text):
    number, rest = split_number(text)

    assert text.endswith(rest)
    assert number is None or text.startswith(number)
