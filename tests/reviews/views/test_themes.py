"""A theme's page: its story over every review that the reader may see, and themes laid over each other."""

import pytest

from reviews.models import Agency
from tests.factories import (
    make_draft,
    make_finding,
    make_recommendation,
    make_review,
    make_theme,
    make_user,
)

pytestmark = pytest.mark.usefixtures("public")
SAID = "The school waited for the council, and nobody asked where the child was living"


@pytest.fixture(autouse=True)
def themes(public):
    for key, label in (("neglect", "Neglect"), ("cme", "Children missing education"), ("thresholds", "Thresholds")):
        make_theme(key, label)


def fill(number, **fields):
    for place in range(number):
        review = make_review(f"Child {place}", themes=["neglect", "cme"], **fields)
        make_finding(f"{SAID} in week {place}.", review=review, themes=["neglect"])
        make_recommendation("Ask the school.", review=review, themes=["neglect"])


def story(client, address="/themes/neglect/"):
    return client.get(address).context["story"]


def test_a_themes_page_shows_findings_recommendations_and_good_practice_of_every_review(client):
    make_theme("neglect", label="Neglect")
    for name in ("Tam", "Amara"):
        review = make_review(name, themes=["neglect"])
        make_finding(f"{name} was hungry.", review=review, themes=["neglect"])
        make_finding(f"The nurse asked {name}.", review=review, themes=["neglect"], finding_kind="good_practice")
        make_recommendation(f"Weigh {name}.", review=review, themes=["neglect"])

    page = client.get("/themes/neglect/").content.decode()

    for words in ("Tam was hungry.", "Amara was hungry.", "Weigh Tam.", "Weigh Amara."):
        assert words in page
    assert page.count("The nurse asked Tam.") == 2
    assert '2<span class="govuk-visually-hidden"> reviews</span>' in page


def test_the_numbers_on_a_themes_page_are_those_of_the_lists_they_lead_to(client):
    fill(9)

    page = client.get("/themes/neglect/").content.decode()

    assert 'href="/search/?within=item&amp;theme=neglect"' in page
    assert "All 9" in page
    assert "9 findings" in client.get("/search/?within=item&theme=neglect").content.decode()


def test_the_years_are_those_of_publication_beside_all_reviews_that_are_here(client):
    fill(2, published="2021-05")
    make_review(published="2019")
    make_review(published="", themes=["neglect"])

    years = {year.name: (year.count, year.of) for year in story(client).years}

    assert years == {"2021": (2, 2), "2020": (0, 0), "2019": (0, 1), "Not stated": (1, 1)}


def test_it_says_with_which_other_themes_it_meets_and_leads_to_both_laid_over_each_other(client):
    fill(2)
    make_review(themes=["neglect", "thresholds"])
    make_review(themes=["thresholds"])

    meets = [(bar.name, bar.count, bar.address) for bar in story(client).meets]

    assert meets == [
        ("Children missing education", 2, "/themes/neglect/?with=cme"),
        ("Thresholds", 1, "/themes/neglect/?with=thresholds"),
    ]


def test_it_says_what_is_recommended_to_whom(client):
    agency = Agency.objects.get(key="schools")
    for _ in range(2):
        item = make_recommendation("Ask.", review=make_review(), themes=["neglect"])
        item.recommendation.agency = agency
        item.recommendation.save()

    [bar] = story(client).addressees

    assert (bar.name, bar.count) == (agency.name, 2)
    assert "2 recommendations" in client.get(bar.address).content.decode()


def test_the_most_typical_findings_are_those_whose_words_the_others_share(client):
    fill(8)
    review = make_review()
    odd = make_finding("Insulin pumps break when tubes freeze overnight inside unheated caravans.", review=review,
                       themes=["neglect"])  # fmt: skip

    typical = story(client).typical

    assert len(typical) == 3
    assert odd.pk not in {item.pk for item in typical}
    assert all(item.text.startswith(SAID) for item in typical)


def test_themes_laid_over_each_other_tell_of_what_has_all_of_them(client):
    fill(1)
    make_review(themes=["neglect"])
    both = make_finding("Not weighed, and not at school.", review=make_review(), themes=["neglect", "cme"])

    page = client.get("/themes/neglect/?with=cme")
    told = page.context["story"]

    assert "<title>Neglect and Children missing education – Themes" in page.content.decode()
    assert told.review_count == 1
    assert [item.pk for item in told.shelves[0].items] == [both.pk]
    assert "1 finding" in client.get(f"/search/?{told.shelves[0].query}").content.decode()
    assert [(year.each, year.count) for year in told.years] == [((2, 1), 1)]
    assert told.meets == ()


def test_each_theme_of_an_overlay_can_be_taken_away(client):
    laid = client.get("/themes/neglect/?with=cme&with=thresholds").context["laid"]

    assert {theme.key: way for theme, way in laid} == {
        "neglect": "/themes/thresholds/?with=cme",
        "cme": "/themes/neglect/?with=thresholds",
        "thresholds": "/themes/neglect/?with=cme",
    }


@pytest.mark.parametrize("odd", ["with=nothing", "with=neglect", "with=%00", "with=" + "x" * 5000])
def test_odd_themes_to_lay_over_are_passed_over(client, odd):
    page = client.get(f"/themes/neglect/?{odd}")

    assert page.status_code == 200
    assert not page.context["story"].is_overlay


@pytest.mark.parametrize("address", ["/themes/neglect/", "/themes/neglect/?with=cme"])
def test_a_draft_is_in_no_part_of_the_story(client, address):
    agency = Agency.objects.get(key="schools")
    draft = make_draft(themes=["neglect", "cme", "thresholds"], area="Hiddenham")
    for place in range(8):
        make_finding(f"{SAID} {place}.", review=draft, themes=["neglect", "cme"])
    item = make_recommendation("Ask.", review=draft, themes=["neglect", "cme"])
    item.recommendation.agency = agency
    item.recommendation.save()

    told = story(client, address)

    assert (told.review_count, told.years, told.meets, told.addressees, told.typical) == (0, (), (), (), ())
    assert all(shelf.count == 0 and not shelf.items for shelf in told.shelves)


@pytest.mark.parametrize("size", [8, 20])
@pytest.mark.parametrize(("address", "queries"), [("/themes/neglect/", 5), ("/themes/neglect/?with=cme", 6)])
def test_a_theme_asks_the_database_the_same_few_questions(client, address, queries, size, django_assert_num_queries):
    client.force_login(make_user())
    fill(size)
    client.get(address)  # what the process keeps in memory is read

    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
