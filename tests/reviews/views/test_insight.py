"""The pictures across reviews: what they count, whom they show it to, and where their marks lead."""

import re
from html import unescape

import pytest

from reviews.insight.page import pictures
from reviews.models import Agency
from tests.factories import (
    make_draft,
    make_partnership,
    make_person,
    make_recommendation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")


@pytest.fixture
def shelf(db):
    """Five reviews; neglect in all, children missing education in two, one of them of another year."""
    reviews = [make_review(themes=["neglect"], published=f"20{20 + number}", incident="2019-03") for number in range(3)]
    reviews += [make_review(themes=["neglect", "cme"], published=year) for year in ("2020", "2021")]
    for review in reviews:
        make_person(review, age_band="1_5")
    return reviews


def page_of(client, query=""):
    return client.get(f"/insight/{query}").content.decode()


def test_each_number_is_that_of_the_list_that_it_leads_to(client, shelf):
    page = page_of(client)

    links = re.findall(r'<td class="number"><a href="([^"]+)">([\d,]+)</a>', page)
    assert len(links) > 6
    for address, number in links:
        listed = client.get(unescape(address)).content.decode()
        assert re.search(rf'id="count"[^>]*>{number} review', listed), address


def test_the_same_under_a_filter(client, shelf):
    page = page_of(client, "?theme=cme")

    assert "2 reviews: do not generalise." in page
    for address, number in re.findall(r'<td class="number"><a href="([^"]+)">([\d,]+)</a>', page):
        assert re.search(rf'id="count"[^>]*>{number} review', client.get(unescape(address)).content.decode()), address


def test_recommendations_lead_to_their_list(client, shelf):
    agency = Agency.objects.get_or_create(key="schools", defaults={"name": "Schools and colleges"})[0]
    for review in shelf[:3]:
        item = make_recommendation("Train every teacher.", review=review, themes=["neglect"])
        item.recommendation.agency = agency
        item.recommendation.save()

    page = page_of(client)

    assert "Training and learning" in page
    address = re.search(r'href="(/search/[^"]*addressee=schools[^"]*)"', page)
    assert address is not None
    assert "3 recommendations" in client.get(unescape(address[1])).content.decode()


def test_drafts_and_reviews_for_others_are_in_no_number(client, shelf):
    make_draft(themes=["neglect"])
    make_review(themes=["neglect"], visibility="partnership", held_by=make_partnership())

    assert "5 reviews: do not generalise." in page_of(client)


def test_small_numbers_of_ages_are_kept_back(client, shelf):
    make_person(make_review(themes=["neglect"]), age_band="under_1")

    page = page_of(client)
    ages = page[page.index('id="ages-h"') :]
    ages = ages[: ages.index("</section>")]

    assert "kept back" in ages
    assert "age=under_1" not in ages


def test_small_numbers_of_reviews_that_are_not_open_are_kept_back(client, db):
    client.force_login(make_user())
    make_review(themes=["neglect"], visibility="signed_in")
    for _ in range(3):
        make_review(themes=["cme"])

    themes = pictures(client.get("/insight/").wsgi_request.GET, make_user()).pictures[0]

    assert {cell.row: cell.shown for cell in themes.shape.cells}["Neglect"] == "kept back"


def test_without_reviews_the_page_says_what_to_do(client, db):
    assert "No reviews have been published yet." in page_of(client)
    make_review()
    assert "Show pictures of all reviews" in page_of(client, "?year=1999")


def test_the_page_asks_the_database_a_few_questions(client, shelf, django_assert_max_num_queries):
    client.force_login(make_user())
    # Each process remembers what searches ask of every review; the pictures themselves are made anew below.
    client.get("/search/")

    with django_assert_max_num_queries(12):
        client.get("/insight/")


def ages_in(page):
    start = page.index('id="ages-h"')
    return page[start : page.index("</section>", start)]


def test_nothing_of_one_person_comes_out_by_taking_one_page_from_another(client, shelf):
    """Five children of one age, one of them alone in their area: the pages with and without the area tell nothing."""
    make_person(make_review(themes=["neglect"], area="Northolm"), age_band="1_5")

    everywhere, elsewhere = ages_in(page_of(client)), ages_in(page_of(client, "?not_area=Northolm"))

    assert ">6<" in everywhere
    assert ">5<" not in elsewhere
    assert "kept back" in elsewhere


def test_under_an_age_every_small_number_is_kept_back(client, shelf):
    page = page_of(client, "?age=1_5")
    tables = re.findall(r'<td class="number">(?:<a [^>]*>)?([^<]+)', page)

    assert not {"1", "2"} & set(tables)
    assert "kept back" in tables


def test_of_one_or_two_reviews_of_an_age_there_are_no_pictures(client, shelf):
    make_person(make_review(themes=["neglect"], published="2017"), age_band="under_1")

    page = page_of(client, "?age=under_1")

    assert "2 reviews or fewer" in page
    assert "2017" not in page[page.index('id="count"') :]
    assert 'class="part picture"' not in page


def test_the_filter_of_ages_tells_no_numbers_beside_pictures(client, shelf):
    page = page_of(client)

    assert re.search(r'for="age-1_5">[^<]*</label>', page)
    assert re.search(r'for="theme-neglect">[^<]*<span class="facet__count">', page)
    assert "facet__count" not in page_of(client, "?age=1_5")
