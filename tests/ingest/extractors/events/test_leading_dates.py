"""Dates that stand before an entry, or alone in a cell."""

import pytest

from ingest.extractors.events.leading_dates import date_of_cell, leading_date


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("3 May 2014 – The nurse called.", "3 May 2014", "The nurse called."),
        ("17.11.15: The nurse called.", "17.11.15", "The nurse called."),
        ("Autumn The family moved.", "Autumn", "The family moved."),
        ("Easter holidays Her grandfather came.", "Easter holidays", "Her grandfather came."),
        ("March to June Schools closed.", "March to June", "Schools closed."),
        ("October 2013 Initial conference.", "October 2013", "Initial conference."),
        ("The next day A paediatrician examined him.", "The next day", "A paediatrician examined him."),
    ],
)
def test_a_label_is_parted_from_its_entry(text, label, rest):
    found = leading_date(text)
    assert found is not None
    assert (found.printed, text[found.end :]) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "In May 2014 Mother called.",
        "On 3 May Mother called.",
        "May told the nurse.",
        "Between June 2019 and June 2020 the team visited.",
        "The family moved in May.",
        "2 children were seen.",
    ],
)
def test_a_sentence_that_begins_with_a_date_has_no_label(text):
    assert leading_date(text) is None


@pytest.mark.parametrize(
    "cell",
    [
        "03.01.22",
        "3rd May",
        "March 2023 (aged 10)",
        "w/c 9.5.22",
        "The next day",
        "12/03/14 at 09.30",
        "May–June 2014",
        "2013",
    ],
)
def test_a_cell_says_when(cell):
    assert date_of_cell(cell) is not None


@pytest.mark.parametrize("cell", ["", "School", "Child A, born 2009, was seen", "see page 12"])
def test_a_cell_that_says_something_else_does_not(cell):
    assert date_of_cell(cell) is None
