"""Partial dates say no more than they know."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.partial_dates import MONTHS, PartialDate, PartialDateError

BOUNDS = [
    ("2022-02-02", date(2022, 2, 2), date(2022, 2, 2)),
    ("2016-04", date(2016, 4, 1), date(2016, 4, 30)),
    ("2011", date(2011, 1, 1), date(2011, 12, 31)),
    ("2011-21", date(2011, 3, 1), date(2011, 5, 31)),
    ("2011-24", date(2011, 12, 1), date(2012, 2, 29)),
    ("2010-10-20/2014-08-27", date(2010, 10, 20), date(2014, 8, 27)),
    ("../2020-10", None, date(2020, 10, 31)),
    ("2018-12/..", date(2018, 12, 1), None),
    ("2014-06~", date(2014, 6, 1), date(2014, 6, 30)),
]


@pytest.mark.parametrize(("edtf", "earliest", "latest"), BOUNDS)
def test_it_knows_the_first_and_last_day_that_it_may_mean(edtf, earliest, latest):
    assert (PartialDate(edtf).earliest, PartialDate(edtf).latest) == (earliest, latest)


PHRASES = [
    ("2021-05-04", "4 May 2021"),
    ("2021-05", "May 2021"),
    ("2021", "2021"),
    ("2019-21", "spring 2019"),
    ("2020-03/2020-05", "March to May 2020"),
    ("2020-05-04/2020-05-09", "4 to 9 May 2020"),
    ("2019-12/2020-05", "December 2019 to May 2020"),
    ("2010-10-20/2014-08-27", "20 October 2010 to 27 August 2014"),
    ("../2018-06", "up to June 2018"),
    ("2018-06/..", "from June 2018"),
    ("2014-06~", "about June 2014"),
    ("2015/2016", "2015 to 2016"),
    ("2015-21/2015-23", "spring to autumn 2015"),
]


@pytest.mark.parametrize(("edtf", "phrase"), PHRASES)
def test_it_is_phrased_as_people_write(edtf, phrase):
    assert PartialDate(edtf).phrase == phrase


@pytest.mark.parametrize(
    "text", ["", "..", "../..", "May 2021", "2021-13", "2021-02-30", "2020/2019", "a/b/c", "2021-05-04x"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(PartialDateError):
        PartialDate(text)


def test_only_a_whole_date_is_a_day():
    assert PartialDate("2021-05-04").is_a_day
    assert not any(PartialDate(edtf).is_a_day for edtf in ("2021-05", "2021-21", "2021-05-04/2021-05-06"))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_is_its_own_bounds(day):
    partial = PartialDate(day.isoformat())

    assert partial.earliest == partial.latest == day
    assert partial.phrase == f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@given(st.text(alphabet="0123456789-/.~?X ", max_size=24))
def test_no_text_does_worse_than_being_refused(text):
    try:
        partial = PartialDate(text)
    except PartialDateError:
        return
    assert partial.phrase
    assert partial.earliest is None or partial.latest is None or partial.earliest <= partial.latest
