"""A child's age as a date."""

import pytest

from ingest.dates.ages import birth_from_age, date_at_age, find_ages
from ingest.dates.printed_date import PrintedDate

BORN = PrintedDate(2011, 11)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When aged 4 months she was seen.", "2012-03"),
        ("At eight weeks of age the baby was weighed.", "2011-12"),
        ("aged two years and four months, Robin was assessed", "2014-03"),
        ("When Robin was three years old they called the GP.", "2014/2015"),
        ("when he was six months old", "2012-05"),
        ("at the age of 2 he was", "2013/2014"),
    ],
)
def test_an_age_becomes_a_date_once_the_birth_is_known(text, expected):
    (age,) = find_ages(text, ("Robin",))
    assert date_at_age(BORN, age) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the mother, aged 17, was seen",
        "his brother aged four months",
        "When Child 4 was three months old",
        "a two year old boy",
        "her two year development check",
    ],
)
def test_an_age_of_someone_else_or_no_age_is_left_alone(text):
    assert find_ages(text, ("Robin",)) == ()


def test_months_of_age_need_a_month_of_birth():
    (age,) = find_ages("aged 4 months")
    assert date_at_age(PrintedDate(2011), age) is None


def test_an_age_at_a_date_tells_the_month_of_birth():
    (age,) = find_ages("aged two years and four months")
    assert birth_from_age(PrintedDate(2014, 3), age) == BORN
