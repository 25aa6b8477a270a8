"""Timelines beside each other, by date and by the child's age."""

from datetime import date

import pytest

from reviews.timeline.comparing import BIRTH, age_in_days, age_in_words
from tests.factories import make_draft, make_event, make_person, make_review

pytestmark = pytest.mark.usefixtures("public")


@pytest.fixture
def tam():
    """A child of four who died in May 2020; an event a year before."""
    review = make_review("Tam – Ambermoor, LCSPR", slug="tam", incident_earliest=date(2020, 5, 1),
                         incident_latest=date(2020, 5, 1))  # fmt: skip
    make_person(review, "Tam", age_as_printed="four years")
    make_event("He started school.", review=review, date="2019-05-01")
    return review


@pytest.fixture
def amara():
    """A review that gives no age."""
    review = make_review("Amara – Thornley Vale, CSPR", slug="amara")
    make_event("She moved.", review=review, date="2018")
    return review


def page_of(client, query):
    return client.get(f"/timelines/?{query}").content.decode()


@pytest.mark.parametrize(
    ("printed", "days"),
    [("7 weeks", 49), ("14 months old", 426), ("aged nine", 3470), ("4", 1644), ("a baby", None), ("", None)],
)
def test_ages_are_read_as_they_are_printed(printed, days):
    assert age_in_days(printed) == days


def test_ages_are_told_in_years_and_months():
    assert age_in_words(BIRTH.replace(year=2003, month=3)) == "3 years, 1 month"
    assert age_in_words(date(2000, 1, 9)) == "under 1 month"
    assert age_in_words(date(1999, 12, 1)) == "before birth"


def test_reviews_are_lanes_of_one_picture_and_every_event_is_listed_with_its_review(client, tam, amara):
    page = page_of(client, "review=tam&review=amara")

    assert "Tam – Ambermoor, LCSPR (1)" in " ".join(page.split())
    assert page.index("She moved.") < page.index("He started school.")
    assert f'href="{tam.items.get().place_in_review}"' in page


def test_by_age_each_event_says_how_old_the_child_was(client, tam, amara):
    page = page_of(client, "review=tam&review=amara&by=age")

    assert "about 3 years, 5 months old" in page
    assert "cannot be placed by age: Amara – Thornley Vale, CSPR" in page
    assert "She moved." not in page


def test_reviews_are_found_by_name_added_and_removed(client, tam, amara):
    page = page_of(client, "review=tam&q=thornley")

    assert 'href="?review=tam&amp;review=amara"' in page
    assert 'href="?"' in page
    assert "No review is called “nobody”" in page_of(client, "q=nobody")


def test_no_more_than_four_and_no_drafts(client, tam, amara):
    more = [make_review(slug=f"more-{number}") for number in range(3)]
    make_draft(display_name="Draft", slug="draft")
    slugs = ["tam", "amara", *(one.slug for one in more)]

    page = page_of(client, "&".join(f"review={slug}" for slug in slugs))
    assert page.count('class="chip"') == 4
    assert "Four are as many" in page
    assert 'class="chip"' not in page_of(client, "review=draft&q=Draft")
    assert "Add Draft" not in page_of(client, "q=Draft")


def test_comparing_asks_the_database_a_few_questions(client, tam, amara, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        page_of(client, "review=tam&review=amara&by=age")


def test_a_review_that_cannot_be_placed_has_no_empty_lane(client, tam, amara):
    page = " ".join(page_of(client, "review=tam&review=amara&by=age").split())

    assert "cannot be placed by age: Amara – Thornley Vale, CSPR" in page
    assert "Amara – Thornley Vale, CSPR (0)" not in page
