"""Printed words → calendar dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates.expressions import Expression, date_of_all, find_dates
from ingest.dates.printed_date import MONTH_NAMES, PrintedDate


def shapes(text: str) -> list[str]:
    """Return each date as "year-month-day", "?" for what is not printed, seasons by name, spans with "/"."""
    return ["/".join(shape(end) for end in expression.dates) for expression in find_dates(text)]


def shape(printed: PrintedDate) -> str:
    second = printed.season or printed.month
    parts = [printed.year, second, printed.day]
    return "-".join(str(part or "?") for part in parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3rd May 2014 the health visitor called.", ["2014-5-3"]),
        ("On 3 May 2014 she called.", ["2014-5-3"]),
        ("On the 3rd of May 2014 she called.", ["2014-5-3"]),
        ("On Monday, 3rd March 2014 she called.", ["2014-3-3"]),
        ("on 4 th June 2015 he was seen", ["2015-6-4"]),
        ("seen 20.03.14, 20/3/2014 and 20-03-2014", ["2014-3-20"] * 3),
        ("recorded 2014-03-20", ["2014-3-20"]),
        ("03-May-14; seen", ["2014-5-3"]),
        ("May 3rd, 2014 was a Saturday", ["2014-5-3"]),
        ("in May '14, and Sept. 2014", ["2014-5-?", "2014-9-?"]),
        ("SEPTEMBER 2014 and 05/2014", ["2014-9-?", "2014-5-?"]),
        ("in February he", ["?-2-?"]),
        ("On 15th November she", ["?-11-15"]),
        ("On the 5th she was seen", ["?-?-5"]),
        ("On 2nd and 7th July he", ["?-7-2", "?-7-7"]),
        ("on 26th or 27th August", ["?-8-26", "?-8-27"]),
        ("seen in June and September 2020", ["2020-6-?", "2020-9-?"]),
        ("2 April, 5 May and 7 June 2015", ["2015-4-2", "2015-5-5", "2015-6-7"]),
        ("between 3rd and 7th May she", ["?-5-3/?-5-7"]),
        ("from 3 – 7 May 2014", ["2014-5-3/2014-5-7"]),
        ("30 May to 2 June 2014", ["2014-5-30/2014-6-2"]),
        ("12 May 2014 – 3 June 2014", ["2014-5-12/2014-6-3"]),
        ("October 2010 – August 2014", ["2010-10-?/2014-8-?"]),
        ("between June 2013 and January 2014", ["2013-6-?/2014-1-?"]),
        ("November to January 2015", ["2014-11-?/2015-1-?"]),
        ("from November 2013 to January", ["2013-11-?/2014-1-?"]),
        ("Over September and October 2019, the school", ["2019-9-?/2019-10-?"]),
        ("during 2010 and 2011", ["2010-?-?/2011-?-?"]),
        ("from 2010 to 2014", ["2010-?-?/2014-?-?"]),
        ("during 2018/19", ["2018-?-?/2019-?-?"]),
        ("the academic year 2014/15", ["2014-9-?/2015-7-?"]),
        ("Born: Autumn 2011", ["2011-23-?"]),
        ("in the Autumn Term 2014", ["2014-23-?"]),
        ("winter 2013/14", ["2013-24-?"]),
        ("in the summer holidays", ["?-22-?"]),
        ("over Christmas she; on Christmas Day 2014", ["?-12-?", "2014-12-25"]),
        ("around Easter 2015", ["2015-4-?"]),
        ("week 23 of 2014", ["2014-6-2/2014-6-8"]),
        ("week commencing 5 May 2014", ["2014-5-5"]),
        ("in 2009 he moved", ["2009-?-?"]),
        ("for the remainder of 2014", ["2014-?-?"]),
        ("over Christmas and New Year 2014", ["2014-12-?"]),
        ("On Easter Sunday 2014 and Good Friday 2014", ["2014-4-20", "2014-4-18"]),
        ("on the night of 6/7 August 2021", ["2021-8-6/2021-8-7"]),
        ("On the 1 and 6 April 2022", ["2022-4-1", "2022-4-6"]),
    ],
)
def test_a_date_is_read_however_it_is_written(text, expected):
    assert shapes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The weight fell from the 9th centile to the 2nd centile.",
        "They arrived at 14.05.",
        "She may have been told; they march on.",
        "Working Together 2013 and the Children Act 1989 (Ash and Birch, 2012)",
        "the 2016 guidance; their 2018 inspection",
        "between 12 and 17 months of age",
        "On Day 1 and in Month 3 of Year 2",
        "see 5.1.3 and 4.10, page 2014, £2014, 2,014 children",
        "call 020 2014 1999",
        "on the 5th floor at his 2nd visit",
        "24/7 support and 1/2 of them",
        "In March 20XX, on 5th May 20-- and in June 201*",
        "since the 1990s and in the late 1980s",
        "31.13.2014 and 32/01/15",
        "Child 3 and Sibling 2",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert shapes(text) == []


@pytest.mark.parametrize(
    ("text", "lead", "part", "is_about"),
    [
        ("since September 2013", "since", "", False),
        ("towards the end of June 2014", "", "towards the end of", False),
        ("in early 2014", "in", "early", False),
        ("in mid-2014", "in", "mid", False),
        ("in around March 2015", "in", "", True),
        ("prior to October 2020", "prior to", "", False),
    ],
)
def test_the_words_before_a_date_are_kept(text, lead, part, is_about):
    (found,) = find_dates(text)
    assert (found.lead, found.part, found.is_about) == (lead, part, is_about)


@pytest.mark.parametrize(
    "cell", ["May", "2014", "5th", "3 May 2014", "March 2014:", "2013/14", "12/03/14 09:30", "Mon 12th May"]
)
def test_a_cell_that_is_only_a_date_is_one(cell):
    assert date_of_all(cell)


@pytest.mark.parametrize("cell", ["Child Y", "Summary of 2014", "In May the nursery called", "", "Police"])
def test_a_cell_with_other_words_is_not_only_a_date(cell):
    assert not date_of_all(cell)


WAYS = (
    lambda day: f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
    lambda day: f"{day.day}{ordinal(day.day)} of {MONTH_NAMES[day.month - 1]}, {day.year}",
    lambda day: f"{day:%A} {day.day}{ordinal(day.day)} {MONTH_NAMES[day.month - 1]} {day.year}",
    lambda day: f"{day:%d.%m.%y}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day:%d-%m-%Y}",
    lambda day: f"{day:%d %b} '{day:%y}",
    lambda day: day.isoformat(),
)
DAYS = st.dates(date(1980, 1, 1), date(2040, 12, 31))


def ordinal(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@given(DAYS, st.sampled_from(WAYS), st.sampled_from(["{} she was seen.", "On {} he moved;", "seen ({}) at home", "{}"]))
def test_whatever_is_printed_from_a_day_is_read_back(day, way, frame):
    (found,) = find_dates(frame.format(way(day)))
    assert (found.first, found.last) == (PrintedDate(day.year, day.month, day.day), None)


@given(DAYS, DAYS, st.sampled_from(WAYS[:3]))
def test_a_printed_span_of_days_is_read_back(one, other, way):
    first, last = sorted((one, other))
    found = find_dates(f"From {way(first)} to {way(last)} she was in care.")
    assert [(end.earliest, end.latest) for expression in found for end in expression.dates] == [
        (first, first),
        (last, last),
    ]


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_read(text):
    for found in (*find_dates(text), *date_of_all(text)):
        assert isinstance(found, Expression)
        assert all(end.earliest <= end.latest for end in found.dates)


@given(
    st.lists(
        st.sampled_from(
            [
                "3rd",
                "May",
                "2014",
                "and",
                "to",
                "–",
                "/",
                "12",
                "31",
                ",",
                "'14",
                "between",
                "the",
                "spring",
                "of",
                "Easter",
                "29 February",
                "week 53 of 2015",
            ]
        ),
        max_size=12,
    )
)
def test_no_heap_of_date_words_is_too_odd_to_be_read(words):
    for found in find_dates(" ".join(words)):
        assert all(end.earliest <= end.latest for end in found.dates)
