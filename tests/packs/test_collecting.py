"""“Add to pack”, wherever a trainer reads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from packs.collecting import MOST_ENTRIES
from packs.models import Pack, PackEntry
from tests.factories import make_draft, make_event, make_finding, make_passage, make_review, make_theme, make_withdrawn

ADD = "/packs/add/"


@pytest.fixture
def finding(db):
    return make_finding("The school waited, and nobody asked where she was taught.", review=make_review(), label="3")


def test_a_finding_goes_into_the_pack_in_use_and_the_reader_stays_where_they_were(as_alice, pack, finding):
    answer = as_alice.post(ADD, {"item": finding.anchor, "next": "/search/?q=school"})

    assert (answer.status_code, answer["Location"]) == (302, "/search/?q=school")
    assert pack.entries.get().item == finding
    assert "Added to “Neglect in the early years”" in as_alice.get("/search/").content.decode()


def test_nobody_is_sent_to_another_site(as_alice, pack, finding):
    answer = as_alice.post(ADD, {"item": finding.anchor, "next": "https://elsewhere.example/"})

    assert answer["Location"] == "/packs/"


def test_the_same_thing_is_added_once(as_alice, pack, finding):
    for _ in range(2):
        as_alice.post(ADD, {"item": finding.anchor})

    assert pack.entries.count() == 1


def test_without_a_pack_in_use_one_is_chosen_or_made(as_alice, alice, finding):
    page = as_alice.post(ADD, {"item": finding.anchor, "next": "/"}).content.decode()
    assert "Which pack?" in page

    as_alice.post(ADD, {"item": finding.anchor, "next": "/", "pack": "new", "name": "Schools"})

    made = Pack.objects.get()
    assert (made.name, made.owner, made.entries.get().item) == ("Schools", alice, finding)
    assert "Schools" in as_alice.get("/").content.decode()


def test_a_new_pack_needs_a_name(as_alice, finding):
    page = as_alice.post(ADD, {"item": finding.anchor, "pack": "new"}).content.decode()

    assert "Enter a name for the new pack" in page
    assert not Pack.objects.exists()


def test_nobody_adds_to_the_pack_of_another(as_alice, alice, carol, finding):
    theirs = Pack.objects.create(name="Carol’s", owner=carol)

    as_alice.post(ADD, {"item": finding.anchor, "pack": theirs.key})

    assert not theirs.entries.exists()


def test_a_whole_review_and_its_timeline_can_be_added(as_alice, pack):
    review = make_review()
    events = [make_event(f"Visit {month}.", review=review, date=f"2020-0{month}-01") for month in range(1, 7)]
    as_alice.post(ADD, {"review": review.slug})
    as_alice.post(ADD, {"timeline": review.slug})

    whole, story = pack.entries.all()

    assert (whole.kind, whole.review) == ("review", review)
    assert (story.kind, story.options["hidden_from"]) == ("timeline", events[4].anchor)


def test_a_review_without_events_gives_no_timeline(as_alice, pack):
    assert as_alice.post(ADD, {"timeline": make_review().slug}).status_code == 404


@pytest.mark.parametrize("make", [make_draft, make_withdrawn])
def test_what_a_trainer_may_not_see_cannot_be_added(as_alice, pack, make):
    review = make()
    finding = make_finding("Nobody asked.", review=review)

    assert as_alice.post(ADD, {"item": finding.anchor}).status_code == 404
    assert as_alice.post(ADD, {"review": review.slug}).status_code == 404
    assert as_alice.get(reverse("packs:quote", args=[finding.anchor])).status_code == 404
    assert not pack.entries.exists()


def test_selected_words_become_a_quotation_with_every_omission_marked(as_alice, pack, finding):
    as_alice.post(ADD, {"item": finding.anchor, "words": "nobody asked where she was"})

    assert pack.entries.get().words == "[…] nobody asked where she was […]"


def test_words_that_the_review_does_not_have_are_refused(as_alice, pack, finding):
    answer = as_alice.post(ADD, {"item": finding.anchor, "words": "everybody asked", "next": "/"}, follow=True)

    assert "does not say" in answer.content.decode()
    assert not pack.entries.exists()


def test_a_quotation_names_its_paragraph_and_its_page(as_alice, pack):
    passage = make_passage("The school wrote to the council.", review=make_review(), label="4.2", page=12)
    as_alice.post(ADD, {"item": passage.anchor})

    page = as_alice.get(pack.get_absolute_url()).content.decode()

    assert "para 4.2, p. 12" in page


def test_the_script_of_the_page_gets_the_tray_and_what_was_done(as_alice, pack, finding):
    answer = as_alice.post(ADD, {"item": finding.anchor}, headers={"X-In-Place": "1"})
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "Added to “Neglect in the early years”." in page
    assert "(1<" in page
    assert "<html" not in page


def test_a_full_pack_says_so(as_alice, pack, finding):
    PackEntry.objects.bulk_create(
        PackEntry(pack=pack, position=number, kind="text", text="Words") for number in range(1, MOST_ENTRIES + 1)
    )
    answer = as_alice.post(ADD, {"item": finding.anchor, "next": "/"}, follow=True)

    assert "A pack holds 300 things at most" in answer.content.decode()
    assert pack.entries.count() == MOST_ENTRIES


def test_add_to_pack_stands_on_reviews_items_results_and_themes_for_trainers_only(as_alice, client, finding, rosa):
    theme = make_theme("neglect")
    finding.taggings.create(theme=theme, machine_version="tests")
    finding.review.taggings.create(theme=theme, machine_version="tests")
    make_event("The school wrote.", review=finding.review)
    pages = (finding.review.get_absolute_url(), finding.get_absolute_url(), "/search/", "/search/?show=events",
             "/reviews/", theme.get_absolute_url())  # fmt: skip
    for address in pages:
        assert 'form="add-to-pack"' in as_alice.get(address).content.decode(), address

    client.force_login(rosa)
    for address in pages:
        assert "add-to-pack" not in client.get(address).content.decode(), address


def test_the_buttons_of_a_page_ask_the_database_nothing(as_alice, pack):
    counts = []
    for _ in range(2):
        for _ in range(5):
            make_finding("The school waited.", review=make_review())
        with CaptureQueriesContext(connection) as seen:
            as_alice.get("/search/")
        counts.append(len(seen))

    assert counts[0] == counts[1]


def test_the_tray_lists_what_is_in_the_pack_in_use(as_alice, pack, finding):
    as_alice.post(ADD, {"item": finding.anchor})

    assert f"Finding 3: {finding.review.display_name}" in as_alice.get(reverse("packs:tray")).content.decode()
