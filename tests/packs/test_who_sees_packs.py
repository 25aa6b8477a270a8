"""A private pack is invisible to everybody else, everywhere; a shared one opens no review."""

import pytest
from django.urls import reverse

from packs.collecting import collect, quotation
from packs.models import Pack, PackEntry, Sharing
from people.roles import Role
from tests.factories import make_draft, make_finding, make_review, make_user

NAME = "Neglect in the early years"
PAGES = ("pack", "settings", "questions", "history")
ACTS = ("use", "copy", "bin")


@pytest.fixture
def strangers(bob, carol, rosa):
    return [bob, carol, rosa, make_user("Ada", role=Role.ADMINISTRATOR), make_user("Edith", role=Role.EDITOR)]


def share(pack, partnership, **fields):
    Pack.objects.filter(pk=pack.pk).update(sharing=Sharing.PARTNERSHIP, partnership=partnership, **fields)


def test_a_private_pack_is_not_there_for_anybody_else(client, pack, strangers):
    for person in strangers:
        client.force_login(person)
        assert NAME not in client.get(reverse("packs:packs")).content.decode()
        for page in PAGES:
            assert client.get(reverse(f"packs:{page}", args=[pack.key])).status_code in {403, 404}
        for act in ACTS:
            assert client.post(reverse(f"packs:{act}", args=[pack.key])).status_code in {403, 404}


def test_nobody_else_changes_an_entry_of_a_private_pack(client, pack, alice, strangers):
    collect(pack, [quotation(make_finding("Nobody asked.", review=make_review()))], by=alice)
    entry = PackEntry.objects.get()
    for person in strangers:
        client.force_login(person)
        for act in ("edit", "move", "remove", "update"):
            answer = client.post(reverse(f"packs:{act}", args=[pack.key, entry.key]), {"to": "1", "note": "Mine"})
            assert answer.status_code in {403, 404}
    entry.refresh_from_db()

    assert (entry.note, entry.revision) == ("", 1)


def test_an_entry_is_reached_through_its_own_pack_only(as_alice, pack, alice, carol):
    theirs = Pack.objects.create(name="Carol’s", owner=carol)
    [entry] = collect(theirs, [quotation(make_finding("Nobody asked.", review=make_review()))], by=carol)

    assert as_alice.get(reverse("packs:edit", args=[pack.key, entry.key])).status_code == 404


def test_strangers_are_asked_to_sign_in(client, pack):
    for address in (reverse("packs:packs"), pack.get_absolute_url()):
        assert client.get(address).status_code == 302


def test_readers_see_shared_packs_and_make_none(client, pack, ambermoor, rosa):
    share(pack, ambermoor)
    client.force_login(rosa)

    page = client.get(pack.get_absolute_url()).content.decode()

    assert NAME in page
    assert "Copy it as my own" not in page
    assert client.get(reverse("packs:new")).status_code == 403
    assert client.post(reverse("packs:collect"), {"review": "any"}).status_code == 403


def test_a_partnerships_pack_is_read_by_its_people_and_by_nobody_else(client, pack, ambermoor, bob, carol):
    share(pack, ambermoor)
    client.force_login(bob)
    assert client.get(pack.get_absolute_url()).status_code == 200
    assert client.get(reverse("packs:settings", args=[pack.key])).status_code == 404

    client.force_login(carol)
    assert client.get(pack.get_absolute_url()).status_code == 404


def test_colleagues_change_a_shared_pack_only_where_they_may(client, pack, ambermoor, bob, rosa):
    share(pack, ambermoor, colleagues_edit=True)

    assert Pack.objects.editable_by(bob).get() == pack
    assert not Pack.objects.editable_by(rosa).exists()


def test_only_its_maker_puts_a_pack_in_the_bin_and_takes_it_back(client, as_alice, pack, ambermoor, bob):
    share(pack, ambermoor, colleagues_edit=True)
    client.force_login(bob)
    assert client.post(reverse("packs:bin", args=[pack.key])).status_code == 404

    client.force_login(pack.owner)
    client.post(reverse("packs:bin", args=[pack.key]))
    assert client.get(pack.get_absolute_url()).status_code == 404
    client.force_login(bob)
    assert not Pack.objects.visible_to(bob).exists()
    assert client.post(reverse("packs:take_back", args=[pack.key])).status_code == 404

    client.force_login(pack.owner)
    client.post(reverse("packs:take_back", args=[pack.key]))
    assert client.get(pack.get_absolute_url()).status_code == 200


def test_a_shared_pack_shows_nothing_of_a_review_that_its_reader_may_not_see(client, pack, ambermoor, bob, alice):
    private = make_review("Child Q – Northolm, LCSPR", visibility="partnership", held_by=ambermoor)
    draft = make_draft(display_name="Child D – Wexbourne, LCSPR")
    seen = make_finding("The school asked again.", review=make_review())
    hidden = [make_finding("Q was never seen alone.", review=private), make_finding("D was moved.", review=draft)]
    collect(pack, [quotation(item, note="Read it aloud") for item in (seen, *hidden)], by=alice)
    share(pack, ambermoor)

    client.force_login(bob)
    page = client.get(pack.get_absolute_url()).content.decode()

    assert "The school asked again." in page
    assert "Q was never seen alone." in page
    assert "D was moved." not in page
    assert "Child D" not in page


def test_the_tray_of_one_person_says_nothing_of_anothers_pack(client, pack, bob):
    client.force_login(bob)

    assert NAME not in client.get("/").content.decode()
    assert NAME not in client.get(reverse("packs:tray")).content.decode()


def test_who_loses_their_role_loses_the_tray_and_the_making(client, pack, alice):
    alice.groups.clear()
    client.force_login(alice)

    page = client.get("/").content.decode()

    assert "add-to-pack" not in page
    assert client.get(reverse("packs:settings", args=[pack.key])).status_code == 403
