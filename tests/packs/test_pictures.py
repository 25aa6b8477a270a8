"""Pictures across reviews in a pack: counted anew for whoever looks."""

import pytest
from django.urls import reverse

from packs.exports import powerpoint, word
from packs.models import Pack, PackExport, Sharing
from packs.pictures import picture_at
from packs.pictures.of_themes import svg_of
from packs.showing import show
from packs.tasks import make_export
from tests.factories import make_draft, make_recommendation, make_review, make_theme

ADDRESS = "theme=neglect&of=years"


@pytest.fixture
def reviews(db):
    make_theme("neglect", "Neglect")
    made = [make_review(themes=["neglect"], published=year) for year in ("2019", "2021", "2021")]
    make_recommendation("Ask where each child is.", review=made[0], themes=["neglect"], addressee="The council")
    return made


def test_a_picture_of_a_theme_is_added_from_its_page_and_drawn_with_its_numbers(as_alice, pack, reviews):
    assert "of=years" in as_alice.get("/themes/neglect/").content.decode()
    as_alice.post("/packs/add/", {"picture": ADDRESS})
    page = as_alice.get(pack.get_absolute_url()).content.decode()

    assert "Neglect: by year of publication" in page
    assert "Reviews: 2019 1, 2020 0, 2021 2." in page


def test_the_same_picture_is_added_once(as_alice, pack, reviews):
    for _ in range(2):
        as_alice.post("/packs/add/", {"picture": ADDRESS})

    assert pack.entries.count() == 1


@pytest.mark.parametrize("address", ["theme=nothing&of=years", "theme=neglect&of=everything", "https://x.example/", ""])
def test_an_address_that_names_no_picture_adds_nothing(as_alice, pack, reviews, address):
    assert as_alice.post("/packs/add/", {"picture": address}).status_code == 404
    assert picture_at(address, pack.owner) is None


def test_whoever_looks_sees_numbers_of_what_they_may_see(as_alice, client, pack, reviews, ambermoor, bob):
    draft = make_draft(published="2021")
    draft.taggings.create(theme=make_theme("neglect"), machine_version="tests")
    make_review(themes=["neglect"], published="2022", visibility="partnership", held_by=ambermoor)
    as_alice.post("/packs/add/", {"picture": ADDRESS})
    bob.partnerships.clear()
    Pack.objects.update(sharing=Sharing.PARTNERSHIP, partnership=ambermoor)

    [alices] = show(pack, pack.owner).content.parts
    [bobs] = show(pack, bob).content.parts

    assert alices.picture is not None
    assert bobs.picture is not None
    assert alices.picture.rows[-1] == ("2022", "1")
    assert bobs.picture.rows[-1] == ("2021", "2")


def test_a_picture_goes_into_slides_and_documents_with_its_numbers(as_alice, pack, reviews):
    as_alice.post("/packs/add/", {"picture": ADDRESS})
    content = show(pack, pack.owner).content

    assert powerpoint.render(content)
    assert word.guide(content)
    assert as_alice.get(reverse("packs:present", args=[pack.key])).content.decode().count('role="img"') == 1


def test_a_file_with_numbers_is_for_its_maker_alone(client, as_alice, pack, reviews, ambermoor, bob):
    as_alice.post("/packs/add/", {"picture": ADDRESS})
    Pack.objects.update(sharing=Sharing.PARTNERSHIP, partnership=ambermoor)
    as_alice.post(reverse("packs:take_away", args=[pack.key]), {"formats": ["handout_pdf"]})
    export = PackExport.objects.get()
    make_export(export_id=export.pk)

    assert PackExport.objects.offered_to(pack.owner).get() == export
    assert not PackExport.objects.offered_to(bob).exists()


def test_names_in_a_picture_are_text():
    assert "<b>" not in svg_of([("<b>bold</b>", 3), ("&", 0)])
