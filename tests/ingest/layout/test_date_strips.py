"""Dates side by side above what happened are a table of date and event; figures below years are none."""

import pytest

from ingest.layout.date_strips import date_strips
from ingest.layout.vocabulary import Vocabulary

EVENTS = (
    ("He left hospital", "with nobody to meet him."),
    ("A nurse called twice", "and left."),
    ("He was found at home.",),
)


def vocabulary():
    return Vocabulary()


@pytest.fixture
def strip(line_of):
    dates = ("Feb 2018", "14 May 2019", "Aug – Nov 2019")
    lines = [line_of(date, left=50 + 150 * place) for place, date in enumerate(dates)]
    for place, texts in enumerate(EVENTS):
        lines += [line_of(text, left=50 + 150 * place, baseline=112 + 12 * down) for down, text in enumerate(texts)]
    return lines


def test_each_date_has_the_words_below_it(strip, line_of):
    other = line_of("What was learned", baseline=200)

    (framed,), rest = date_strips([*strip, other], vocabulary())

    assert [[cell.text for cell in row] for row in framed.blocks[0].rows] == [
        ["Feb 2018", "He left hospital with nobody to meet him."],
        ["14 May 2019", "A nurse called twice and left."],
        ["Aug – Nov 2019", "He was found at home."],
    ]
    assert rest == [other]


def test_figures_below_years_are_no_strip(line_of):
    lines = [line_of(str(2015 + place), left=50 + 150 * place) for place in range(3)]
    lines += [line_of("17", left=50 + 150 * place, baseline=112) for place in range(3)]

    assert date_strips(lines, vocabulary()) == ([], lines)
