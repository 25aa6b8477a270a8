"""Years and months from headings and from dates told before."""

import pytest

from ingest.dates.expressions import find_dates
from ingest.dates.inheritance import Heading, Setting, inherit, resolve, resolve_relative
from ingest.dates.printed_date import PrintedDate
from ingest.dates.relative import find_relative


def heading(text: str) -> Heading:
    first = find_dates(text)[0]
    return Heading(text, first.first, first.last or first.first)


YEAR = heading("in 2013")
MONTH = heading("January 2014")
SPAN = heading("September 2013 – August 2014")


@pytest.mark.parametrize(
    ("text", "setting", "expected"),
    [
        ("In April she", Setting(heading=YEAR), "2013-04"),
        ("On 25th February she", Setting(heading=heading("February 2014")), "2014-02-25"),
        ("On the 5th she", Setting(heading=MONTH), "2014-01-05"),
        ("In November he", Setting(heading=SPAN), "2013-11"),
        ("In January he", Setting(heading=SPAN), "2014-01"),
        ("In June he", Setting(told=PrintedDate(2011, 3)), "2011-06"),
        ("In January he", Setting(told=PrintedDate(2018, 12, 28), runs_in_order=True), "2019-01"),
        ("In January he", Setting(told=PrintedDate(2018, 12, 28)), "2018-01"),
        ("on the 15th of that month", Setting(told=PrintedDate(2014, 7), is_told_here=True), "2014-07-15"),
        ("Between September and January", Setting(told=PrintedDate(2013, 5)), "2013-09/2014-01"),
        ("In May 2012 she", Setting(heading=YEAR), "2012-05"),
        ("In the autumn she", Setting(heading=YEAR), "2013-23"),
        ("around March 2015", Setting(), "2015-03~"),
        ("over Christmas", Setting(heading=YEAR), "2013-12"),
    ],
)
def test_what_is_not_printed_comes_from_around_the_date(text, setting, expected):
    resolved = resolve(find_dates(text)[0], setting)
    assert resolved is not None
    assert resolved.edtf == expected


@pytest.mark.parametrize("text", ["In April she", "On the 5th she", "in the spring"])
def test_without_anything_around_it_a_date_stays_unknown(text):
    assert resolve(find_dates(text)[0], Setting()) is None


def test_how_a_date_was_worked_out_is_said():
    resolved = resolve(find_dates("In April she")[0], Setting(heading=YEAR))
    assert resolved is not None
    assert resolved.worked_out == "year from the heading “in 2013”"


def test_a_relative_date_names_the_date_that_it_counts_from():
    setting = Setting(told=PrintedDate(2014, 5, 3), is_told_here=True)
    resolved = resolve_relative(find_relative("The following day she")[0], setting)
    assert resolved is not None
    assert (resolved.edtf, resolved.worked_out) == ("2014-05-04", "counted on from 3 May 2014: “The following day”")


def test_the_turn_of_the_year_is_doubtful():
    resolved = resolve(find_dates("In January he")[0], Setting(told=PrintedDate(2018, 12), runs_in_order=True))
    assert resolved is not None
    assert resolved.doubt


def test_a_paragraph_without_a_date_takes_the_month_of_its_heading():
    inherited = inherit(Setting(heading=MONTH, told=PrintedDate(2013, 12)))
    assert inherited is not None
    assert inherited.edtf == "2014-01"


def test_a_paragraph_without_a_date_takes_the_month_told_before_not_the_day():
    inherited = inherit(Setting(heading=YEAR, told=PrintedDate(2013, 5, 3), goes_on=True))
    assert inherited is not None
    assert inherited.edtf == "2013-05"


def test_a_paragraph_without_a_date_under_a_year_has_none():
    assert inherit(Setting(heading=YEAR, told=PrintedDate(2013))) is None
