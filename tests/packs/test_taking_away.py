"""Files of a pack: made in the queue for one person, kept as versions, offered to who may see all that is in them."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from packs import tasks
from packs.collecting import collect, quotation
from packs.models import ExportFormat, ExportState, Pack, PackExport, Sharing
from people.roles import Role
from reviews.models import Item, Review
from tests.factories import make_finding, make_partnership, make_review, make_user
from tests.packs.test_powerpoint import own_design


@pytest.fixture
def finding(pack, alice):
    finding = make_finding("The school asked again, and was not told.", review=make_review())
    collect(pack, [quotation(finding)], by=alice)
    return finding


def ask_for(client, pack, *formats):
    answer = client.post(reverse("packs:take_away", args=[pack.key]), {"formats": formats})
    for export in PackExport.objects.under_way():
        tasks.make_export(export_id=export.pk)
    return answer


def address(export):
    return reverse("packs:file", args=[export.pk])


@pytest.mark.parametrize("wanted", ExportFormat.values)
def test_every_kind_of_file_is_made_and_kept_with_its_checksum(as_alice, pack, finding, alice, wanted):
    ask_for(as_alice, pack, wanted)
    export = PackExport.objects.get()
    answer = as_alice.get(address(export))
    taken = b"".join(answer.streaming_content)

    assert (export.state, export.version, export.made_for) == (ExportState.DONE, 1, alice)
    assert export.sha256 == hashlib.sha256(taken).hexdigest()
    assert export.name in answer["Content-Disposition"]
    assert list(export.reviews.all()) == [finding.review]


def test_each_new_file_is_a_version_and_the_ones_before_stay(as_alice, pack, finding):
    for _ in range(2):
        ask_for(as_alice, pack, "sources")
    page = as_alice.get(reverse("packs:take_away", args=[pack.key])).content.decode()

    assert "Sources (CSV), version 1" in page
    assert "Sources (CSV), version 2" in page


def test_the_page_shows_how_far_a_file_is(as_alice, pack, finding):
    as_alice.post(reverse("packs:take_away", args=[pack.key]), {"formats": ["everything"]})
    PackExport.objects.update(state=ExportState.MAKING, step=3, doing="Making the slides")
    page = as_alice.get(reverse("packs:take_away", args=[pack.key])).content.decode()

    assert '<progress max="9" value="3"' in page
    assert "Making the slides" in page


def test_no_file_chosen_is_an_error(as_alice, pack):
    page = as_alice.post(reverse("packs:take_away", args=[pack.key])).content.decode()

    assert "Choose at least one file" in page


def test_nobody_fills_the_queue(as_alice, pack, finding):
    for _ in range(2):
        answer = as_alice.post(
            reverse("packs:take_away", args=[pack.key]), {"formats": ExportFormat.values}, follow=True
        )

    assert "Wait until they are done" in answer.content.decode()
    assert PackExport.objects.count() == len(ExportFormat.values)


def test_files_of_a_private_pack_are_nobody_elses(client, as_alice, pack, finding, bob, rosa):
    ask_for(as_alice, pack, "sources")
    export = PackExport.objects.get()
    for person in (bob, rosa, make_user("Ada", role=Role.ADMINISTRATOR)):
        client.force_login(person)
        assert client.get(address(export)).status_code == 404
        assert client.get(reverse("packs:take_away", args=[pack.key])).status_code == 404
    client.logout()
    assert client.get(address(export)).status_code == 302


def test_who_may_not_see_a_review_in_it_is_not_offered_the_file(client, as_alice, pack, alice, ambermoor):
    other = make_user("Bea", role=Role.TRAINER, of=[ambermoor])
    draft = make_review("Child Q – Northolm, LCSPR", visibility="partnership", held_by=ambermoor)
    collect(pack, [quotation(make_finding("Q was never seen alone.", review=draft))], by=alice)
    Pack.objects.filter(pk=pack.pk).update(sharing=Sharing.PARTNERSHIP, partnership=ambermoor)
    ask_for(as_alice, pack, "sources")
    export = PackExport.objects.get()
    client.force_login(other)
    answer = client.get(address(export))
    assert b"Child Q" in b"".join(answer.streaming_content)

    Review.objects.filter(pk=draft.pk).update(held_by=make_partnership())
    client.force_login(alice)
    assert client.get(address(export)).status_code == 404
    assert "version 1" not in client.get(reverse("packs:take_away", args=[pack.key])).content.decode()


def test_a_file_holds_only_what_its_maker_may_see(client, pack, alice):
    hidden = make_review("Child Q – Northolm, LCSPR", visibility="partnership", held_by=make_partnership())
    collect(pack, [quotation(make_finding("Q was never seen alone.", review=hidden))], by=alice)
    client.force_login(alice)
    ask_for(client, pack, "sources", "guide_pdf")

    for export in PackExport.objects.all():
        with export.file.open("rb") as file:
            assert b"never seen alone" not in file.read()
        assert not export.reviews.exists()


def test_a_file_with_words_that_were_corrected_since_is_no_longer_offered(as_alice, pack, finding):
    ask_for(as_alice, pack, "sources")
    Item.objects.filter(pk=finding.pk).update(text="The school asked again.")
    export = PackExport.objects.get()
    page = as_alice.get(reverse("packs:take_away", args=[pack.key])).content.decode()

    assert as_alice.get(address(export)).status_code == 404
    assert "No longer offered: a review in it has been corrected since." in page


def test_a_file_of_a_withdrawn_review_is_no_longer_offered(as_alice, pack, finding):
    ask_for(as_alice, pack, "sources")
    Review.objects.update(state="withdrawn", withdrawn_at="2026-01-01T00:00Z", withdrawn_reason="Asked for.")

    assert as_alice.get(address(PackExport.objects.get())).status_code == 404


def test_making_a_file_twice_does_no_harm(as_alice, pack, finding):
    ask_for(as_alice, pack, "sources")
    before = PackExport.objects.values().get()
    tasks.make_export(export_id=before["id"])

    assert PackExport.objects.values().get() == before


def test_a_file_that_cannot_be_made_says_so_and_stops_nothing(as_alice, pack, finding, monkeypatch, caplog):
    def fails(*args):
        raise RuntimeError

    monkeypatch.setattr("packs.exports.sources.render", fails)
    ask_for(as_alice, pack, "sources", "handout_pdf")
    page = as_alice.get(reverse("packs:take_away", args=[pack.key])).content.decode()

    assert "Something went wrong on our side while this file was made." in page
    assert "Handout, two to a page (PDF), version 1" in page


def test_a_file_at_which_the_worker_died_again_and_again_is_given_up(as_alice, pack, finding):
    as_alice.post(reverse("packs:take_away", args=[pack.key]), {"formats": ["sources"]})
    PackExport.objects.update(attempts=tasks.MOST_ATTEMPTS)
    tasks.make_export(export_id=PackExport.objects.get().pk)

    assert PackExport.objects.get().state == ExportState.FAILED


def test_the_trainers_own_design_is_kept_used_and_put_away(as_alice, pack, finding):
    design = reverse("packs:design", args=[pack.key])
    as_alice.post(design, {"template": SimpleUploadedFile("ours.pptx", own_design())})
    page = as_alice.get(reverse("packs:take_away", args=[pack.key])).content.decode()
    assert "ours.pptx" in page
    ask_for(as_alice, pack, "slides")
    assert PackExport.objects.get().state == ExportState.DONE

    as_alice.post(design, {"remove": "1"})
    pack.refresh_from_db()
    assert not pack.slide_template


def test_what_is_no_design_is_refused_with_what_to_do(as_alice, pack):
    file = SimpleUploadedFile("ours.pptx", b"no slides at all")
    page = as_alice.post(reverse("packs:design", args=[pack.key]), {"template": file}).content.decode()

    assert "This file cannot be used as a design." in page
