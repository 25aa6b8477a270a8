"""Pictures of /insight/ in a pack: over the same filters, with the same numbers kept back, for whoever looks."""

from datetime import date

import pytest
from django.test import override_settings
from django.urls import reverse

from packs.exports import pdf, powerpoint, web, word
from packs.models import Pack, Sharing
from packs.pictures import picture_at
from packs.showing import show
from reviews.insight.pictures import PICTURES
from reviews.models import Agency, Recommendation
from tests.factories import make_draft, make_person, make_recommendation, make_review, make_theme

ADDRESS = "draw=years&theme=neglect"


@pytest.fixture
def reviews(db):
    make_theme("neglect", "Neglect")
    make_theme("cme", "Children missing education")
    made = [make_review(themes=["neglect"], published=year, nation="england") for year in ("2019", "2021", "2021")]
    make_review(themes=["cme"], published="2023")
    make_recommendation("Ask where each child is.", review=made[0], themes=["neglect"], addressee="The council")
    return made


def part_shown(pack, viewer):
    [part] = show(pack, viewer).content.parts
    return part


def test_every_picture_of_the_page_has_a_button_that_adds_it_as_it_is_filtered(as_alice, pack, reviews):
    page = as_alice.get(reverse("insight"), {"theme": "neglect"}).content.decode()

    assert 'value="draw=years&amp;theme=neglect"' in page
    as_alice.post("/packs/add/", {"picture": ADDRESS})
    part = part_shown(pack, pack.owner)
    assert part.title == "Themes over the years"
    assert part.picture.header == ("Theme", "Year published: reviews")
    assert part.picture.rows == (("Neglect", "2019: 1; 2021: 2"),)


def test_readers_who_make_no_packs_see_no_button(client, reviews):
    assert "Add to pack" not in client.get(reverse("insight")).content.decode()


def test_it_says_which_reviews_are_counted_and_warns_where_they_are_few(as_alice, pack, reviews):
    as_alice.post("/packs/add/", {"picture": ADDRESS})

    note = part_shown(pack, pack.owner).picture.note
    assert "3 reviews (Theme: Neglect): do not generalise." in note


@override_settings(SITE_URL="https://reviews.example")
def test_it_leads_back_to_the_page_with_its_filters(as_alice, pack, reviews):
    as_alice.post("/packs/add/", {"picture": ADDRESS})

    citation = part_shown(pack, pack.owner).picture.citation
    assert citation.address == "https://reviews.example/insight/?theme=neglect#years-h"


def test_it_is_drawn_without_links_in_the_font_of_the_files(as_alice, pack, reviews):
    as_alice.post("/packs/add/", {"picture": ADDRESS})

    svg = part_shown(pack, pack.owner).picture.svg
    assert "<a " not in svg
    assert "Libertinus Serif" in svg


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_with_nothing_to_count_says_so(as_alice, pack, reviews, name):
    as_alice.post("/packs/add/", {"picture": f"draw={name}&year=1999"})

    assert "There is nothing to count in this picture now." in as_alice.get(pack.get_absolute_url()).content.decode()


def test_a_name_that_no_picture_has_adds_nothing(as_alice, pack, reviews):
    assert as_alice.post("/packs/add/", {"picture": "draw=secrets"}).status_code == 404


def test_whoever_looks_sees_numbers_of_what_they_may_see(as_alice, pack, reviews, ambermoor, bob):
    draft = make_draft(published="2021")
    draft.taggings.create(theme=make_theme("neglect"), machine_version="tests")
    for _ in range(3):
        make_review(themes=["neglect"], published="2022", visibility="partnership", held_by=ambermoor)
    as_alice.post("/packs/add/", {"picture": ADDRESS})
    bob.partnerships.clear()
    Pack.objects.update(sharing=Sharing.PARTNERSHIP, partnership=ambermoor)

    assert part_shown(pack, pack.owner).picture.rows == (("Neglect", "2019: 1; 2021: 2; 2022: 3"),)
    assert part_shown(pack, bob).picture.rows == (("Neglect", "2019: 1; 2021: 2"),)


def test_a_small_number_of_ages_is_kept_back_in_the_drawing_the_table_and_the_words(reviews, alice):
    make_person(reviews[0], age_band="under_1")

    picture = picture_at("draw=ages", alice)

    assert picture is not None
    assert ("Under 1", "kept back") in picture.rows
    assert ">kept back<" in picture.svg
    assert ">1<" not in picture.svg


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_goes_into_slides_and_documents(as_alice, pack, reviews, name):
    for year in range(2008, 2020):
        day = date(year - 1, 6, 1)
        make_review(themes=["neglect", "cme"], published=f"{year}-05-02", incident_earliest=day, incident_latest=day)
    Recommendation.objects.update(agency=Agency.objects.get_or_create(key="school", defaults={"name": "Schools"})[0])
    as_alice.post("/packs/add/", {"picture": f"draw={name}"})
    content = show(pack, pack.owner).content

    assert powerpoint.render(content).startswith(b"PK")
    assert word.guide(content).startswith(b"PK")
    assert pdf.guide(content).startswith(b"%PDF")
    assert "do not generalise" in web.guide(content).decode()
