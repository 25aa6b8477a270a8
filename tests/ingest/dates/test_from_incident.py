"""Words that count from the death or incident."""

import pytest

from ingest.dates.from_incident import find_from_incident
from ingest.dates.inheritance import resolve_from_incident
from ingest.dates.printed_date import PrintedDate

DIED = PrintedDate(2019, 6, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two days before his death he rang.", "2019-06-10"),
        ("The day before she died she rang.", "2019-06-11"),
        ("Three weeks prior to the incident they met.", "2019-05-22"),
        ("About a month before Child F's death", "2019-05~"),
        ("On the morning of her death", "2019-06-12"),
        ("The day after the fatal fire", "2019-06-13"),
    ],
)
def test_a_date_is_counted_from_the_day_of_the_death(text, expected):
    (told,) = find_from_incident(text)
    resolved = resolve_from_incident(told, DIED)
    assert resolved is not None
    assert resolved.edtf == expected


@pytest.mark.parametrize(
    "text",
    [
        "In the twelve months before her death there were referrals.",
        "A year after her mother's death she moved.",
        "Two days before the visit he rang.",
        "in the weeks before his death",
    ],
)
def test_a_stretch_of_time_or_another_death_is_no_such_date(text):
    assert find_from_incident(text) == ()


def test_without_the_day_of_the_death_nothing_is_counted():
    (told,) = find_from_incident("Two days before his death")
    assert resolve_from_incident(told, PrintedDate(2019, 6)) is None
