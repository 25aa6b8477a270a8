"""Words that count on from a date told before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates.counting import count_on
from ingest.dates.printed_date import PrintedDate, of_day
from ingest.dates.relative import find_relative

FRIDAY = PrintedDate(2014, 5, 30)
MAY = PrintedDate(2014, 5)


def counted(text: str, told: PrintedDate) -> list[str | None]:
    """Return the EDTF of each relative date of a text, None where it cannot be counted."""
    spans = [count_on(relative.shift, told) for relative in find_relative(text)]
    return [span and "/".join(end.edtf for end in span if end) for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Later that day he was seen.", "2014-05-30"),
        ("A meeting was held the same evening.", "2014-05-30"),
        ("Throughout the course of the day calls were made.", "2014-05-30"),
        ("The following day she", "2014-05-31"),
        ("The day after, she", "2014-05-31"),
        ("two days previously", "2014-05-28"),
        ("Three weeks later the", "2014-06-20"),
        ("A couple of days later", "2014-06-01"),
        ("Two months later the", "2014-07"),
        ("precisely a year later", "2015-05"),
        ("the following month", "2014-06"),
        ("the following week", "2014-06"),
        ("Later that month", "2014-05"),
        ("At the end of the month staff", "2014-05"),
        ("later that year", "2014"),
        ("the following year", "2015"),
        ("the following September", "2014-09"),
        ("the following March", "2015-03"),
        ("the previous October", "2013-10"),
        ("November the same year", "2014-11"),
        ("January of the following year", "2015-01"),
        ("over the weekend", "2014-05-31/2014-06-01"),
        ("On the following Tuesday", "2014-06-03"),
        ("the Monday after, she", "2014-06-02"),
        ("The previous Monday she", "2014-05-26"),
        ("After a fortnight the school", "2014-06-13"),
        ("Next morning she", "2014-05-31"),
        ("48 hours later he", "2014-06-01"),
        ("Two nights later he", "2014-06-01"),
        ("later that week a", "2014-05-26/2014-06-01"),
        ("The month after, a", "2014-06"),
        ("early in the new year", "2015-01"),
    ],
)
def test_a_date_is_counted_on_from_a_day(text, expected):
    assert counted(text, FRIDAY) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The following day", "2014-05"),
        ("A week later", "2014-05"),
        ("Three weeks later", "2014-06"),
        ("The following Monday", "2014-05"),
        ("over the weekend", None),
        ("A month later", "2014-06"),
    ],
)
def test_days_and_weeks_after_a_month_give_a_month(text, expected):
    assert counted(text, MAY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "allocated two days after they started school",
        "within ten days of the referral",
        "at that time the family",
        "She was on the waiting list for three weeks.",
        "shortly afterwards",
        "On Monday 5th June",
        "on the Thursday before his death",
        "After two weeks of absence",
    ],
)
def test_words_that_count_from_something_else_are_left_alone(text):
    assert find_relative(text) == ()


@given(st.dates(), st.integers(0, 40), st.sampled_from(["day", "week", "month", "year"]))
def test_counting_on_never_goes_back_and_never_fails(day, count, unit):
    for relative in find_relative(f"{count} {unit}s later she"):
        span = count_on(relative.shift, of_day(day))
        assert span is None or span[0].latest >= day
