"""How reviews and items are cited, on paper and on pages."""

import pytest

from reviews.citations import Spot, Work, citation, cite, work_of
from tests.factories import (
    make_event,
    make_finding,
    make_partnership,
    make_passage,
    make_recommendation,
    make_review,
)

BOARD = "Ambermoor Safeguarding Children Partnership"


@pytest.mark.parametrize(
    ("work", "spot", "expected"),
    [
        (
            Work(BOARD, "2021", "Child Tam"),
            Spot(paragraph="4.2", page=12),
            f"{BOARD} (2021), Child Tam, para 4.2, p. 12",
        ),
        (Work(BOARD, "2021", "Child Tam"), Spot("finding 3"), f"{BOARD} (2021), Child Tam, finding 3"),
        (Work(BOARD, "", "Child Tam"), Spot(), f"{BOARD} (date not stated), Child Tam"),
        (Work("", "2021", "Child Tam"), Spot(page=2), "Child Tam (2021), p. 2"),
    ],
)
def test_a_citation_says_who_when_what_and_where_as_far_as_they_are_known(work, spot, expected):
    assert citation(work, spot) == expected


@pytest.fixture
def review(public):
    partnership = make_partnership(BOARD, area="Ambermoor")
    return make_review("Tam – Ambermoor, LCSPR", subject="Child Tam", partnership=partnership, published="2021-05-04")


def test_an_item_is_cited_by_its_number_and_the_paragraph_that_it_is_drawn_from(review):
    finding = make_finding("Nobody asked.", review=review, label="3", page=12)
    finding.passages.add(make_passage("Nobody asked.", review=review, label="4.2"))

    assert cite(finding) == f"{BOARD} (2021), Child Tam, finding 3, para 4.2, p. 12"


def test_a_clause_of_a_list_is_no_paragraph_to_cite(review):
    item = make_recommendation("Ask.", review=review, page=2)
    item.passages.add(make_passage("ask each term", review=review, label="(a)"))

    assert cite(item) == f"{BOARD} (2021), Child Tam, p. 2"


def test_an_event_is_cited_by_its_place(review):
    assert cite(make_event("The school rang.", review=review, page=3)) == f"{BOARD} (2021), Child Tam, p. 3"


def test_a_review_of_no_known_partnership_is_cited_by_the_name_that_it_prints_else_by_its_area(review):
    printed = make_review("One", partnership_as_printed="Old Board", subject="")
    without = make_review("Two", area="Northolm")

    assert work_of(printed).reference == "Old Board (2021), The review called One"
    assert work_of(without).publisher == "Northolm"


def test_every_page_that_shows_an_item_offers_its_citation_with_its_address_for_good(client, settings, review):
    settings.SITE_URL = "https://crossread.example"
    item = make_recommendation("Ask.", review=review, label="2", page=4)
    expected = f"{BOARD} (2021), Child Tam, recommendation 2, p. 4. https://crossread.example/items/{item.anchor}/"

    for address in (item.get_absolute_url(), review.get_absolute_url(), "/search/?show=recommendations"):
        assert expected in client.get(address).content.decode()


def test_a_review_is_cited_in_lists_and_on_its_page(client, review):
    for address in ("/reviews/", review.get_absolute_url()):
        assert f"{BOARD} (2021), Child Tam. " in client.get(address).content.decode()
