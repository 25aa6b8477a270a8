"""Years at school as dates."""

import pytest

from ingest.dates.printed_date import PrintedDate
from ingest.dates.school_years import date_in_school_year, find_school_years


@pytest.mark.parametrize(
    ("born", "text", "expected"),
    [
        (PrintedDate(2000, 10), "In Year 9 she changed school.", "2014-09/2015-07"),
        (PrintedDate(2001, 8), "In Year 9 she changed school.", "2014-09/2015-07"),
        (PrintedDate(2017, 3), "In Reception he was often absent from school.", "2021-09/2022-07"),
        (PrintedDate(2017), "In Reception he was often absent from school.", None),
    ],
)
def test_a_school_year_runs_from_september_for_those_born_from_september(born, text, expected):
    (told,) = find_school_years(text)
    assert date_in_school_year(born, told) == expected


@pytest.mark.parametrize(
    "text", ["In Year 2 the mother moved away.", "In Month 3 he was seen at school.", "a Year 9 pupil"]
)
def test_a_numbered_year_away_from_school_is_none(text):
    assert find_school_years(text) == ()
