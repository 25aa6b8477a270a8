"""Home, search, the list of reviews and themes: what stands there, and how many questions each asks."""

import pytest

from tests.factories import (
    make_event,
    make_finding,
    make_passage,
    make_recommendation,
    make_review,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")


def fill(reviews):
    for number in range(reviews):
        review = make_review(themes=["neglect", "cme"], area=f"Area {number}", published=str(2000 + number))
        passage = make_passage("The school wrote.", review=review, label=f"{number}.1")
        for item in (
            make_finding("The school waited.", review=review, themes=["neglect"]),
            make_recommendation("Ask the school.", review=review, themes=["neglect"]),
            make_event("The school rang.", review=review),
        ):
            item.passages.add(passage)


@pytest.mark.parametrize("size", [1, 12])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 5),
        ("/reviews/", 5),
        ("/reviews/?theme=neglect&theme=cme&match=all&q=school", 7),
        ("/search/?q=school", 8),
        # Where few rows answer, two questions more ask whether the words are mis-spelt.
        ("/search/?q=school&theme=neglect&within=item&show=recommendations&area=Area+0", 9),
        ("/search/?q=schol&theme=neglect", 8),
        ("/search/filters/area/?q=school&show=passages", 5),
        ("/search/?q=school&show=reviews", 7),
        ("/themes/", 5),
        ("/coverage/", 5),
    ],
)
def test_a_list_asks_the_database_the_same_few_questions_however_long_it_is(
    client, address, queries, size, django_assert_num_queries
):
    client.force_login(make_user())
    fill(size)
    client.get(address)  # what the process keeps in memory is read

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200


def test_the_title_says_what_was_asked_and_how_much_was_found(client):
    fill(21)

    page = client.get("/search/?q=school&page=2").content.decode()

    assert "<title>school – Findings (21) – Page 2 of 2 – Search – Crossread</title>" in page


def test_pages_keep_every_filter(client):
    fill(21)

    page = client.get("/search/?q=school&theme=neglect&theme=cme&kind=lcspr").content.decode()

    assert 'href="?q=school&amp;theme=neglect&amp;theme=cme&amp;kind=lcspr&amp;page=2"' in page


def test_a_chip_leads_to_the_search_without_its_filter_and_with_every_other(client):
    fill(1)

    page = client.get("/search/?q=school&theme=neglect&kind=lcspr&show=events").content.decode()

    assert 'href="/search/?q=school&amp;show=events&amp;kind=lcspr"' in page
    assert 'href="/search/?q=school&amp;show=events&amp;theme=neglect"' in page


def test_the_words_that_were_asked_are_never_markup(client):
    for address in ("/search/", "/reviews/"):
        page = client.get(address, {"q": '"><script>alert(1)</script>', "area": "<script>x"}).content.decode()

        assert "<script>alert" not in page
        assert "<script>x" not in page


def test_an_empty_result_says_what_to_do_next(client):
    fill(1)

    page = client.get("/search/?q=school&kind=scr").content.decode()

    assert "No findings match all of this" in page
    assert "Without Kind of review: Serious case review (SCR)" in page
    assert "/coverage/" in page


def test_an_empty_site_says_so(client):
    assert "No reviews have been published yet" in client.get("/").content.decode()
    assert "There is nothing here yet." in client.get("/reviews/").content.decode()


def test_a_theme_that_is_not_there_is_not_found(client):
    assert client.get("/themes/nothing/").status_code == 404
