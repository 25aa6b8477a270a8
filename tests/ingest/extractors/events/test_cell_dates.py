"""Dates as columns print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates.expressions import date_of_all
from ingest.extractors.events.cell_dates import plain_dates


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["21.11.16", "09.16"], ["21.11.16", "September 2016"]),
        (["21.11.09", "03.09"], ["21.11.09", "March 2009"]),
        (["12.10", "3/4"], ["12 October", "3/4"]),
        (["Gwanwyn / Spring 17"], ["Spring 2017"]),
        (["02.03.18 (snow)"], ["02.03.18"]),
        (["12.10 2023"], ["12/10/2023"]),
        (["3 May 2014"], ["3 May 2014"]),
    ],
)
def test_dates_of_a_column_are_written_as_sentences_write_them(cells, expected):
    assert plain_dates(cells) == expected


@given(st.dates(date(2013, 1, 1), date(2030, 12, 31)))
def test_a_month_and_its_year_in_two_figures_each_is_that_month(day):
    (plain,) = plain_dates([f"{day:%m.%y}"])

    (found,) = date_of_all(plain)
    assert (found.first.year, found.first.month, found.first.day) == (day.year, day.month, None)


@given(st.lists(st.text(max_size=12), max_size=6))
def test_no_column_is_too_odd_to_be_read(cells):
    assert len(plain_dates(cells)) == len(cells)
