"""The calendar beneath the printed words."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ingest.dates.printed_date import PrintedDate, easter, is_possible
from reviews.partial_dates import PartialDate

PRINTED = st.builds(
    PrintedDate, st.integers(1900, 2049), st.integers(1, 12), st.one_of(st.none(), st.integers(1, 31))
).filter(is_possible)
SEASONS = st.builds(PrintedDate, st.integers(1900, 2049), season=st.integers(21, 24))


@given(st.one_of(PRINTED, SEASONS))
def test_its_edtf_means_the_same_days_to_the_store(printed):
    stored = PartialDate(printed.edtf)
    assert (stored.earliest, stored.latest) == (printed.earliest, printed.latest)


def test_easter_moves_with_the_year():
    assert [easter(year) for year in (2008, 2015, 2016)] == [date(2008, 3, 23), date(2015, 4, 5), date(2016, 3, 27)]


def test_the_29th_of_february_of_a_common_year_becomes_the_month():
    assert PrintedDate(month=2, day=29).in_year(2015) == PrintedDate(2015, 2)
