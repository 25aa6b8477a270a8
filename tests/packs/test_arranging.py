"""Putting a pack in order, by pages and forms alone; every change can be undone."""

import pytest
from django.urls import reverse

from packs.arranging import edit, move
from packs.changing import ChangedMeanwhile, undo
from packs.collecting import NewEntry, collect, quotation, timeline
from packs.models import EntryKind, Pack, Sharing
from packs.showing import show
from reviews.models import Item
from tests.factories import make_event, make_finding, make_review


@pytest.fixture
def texts(pack, alice):
    """A pack of two sections: A with one and two, B with three."""
    wanted = [("section", "A"), ("text", "one"), ("text", "two"), ("section", "B"), ("text", "three")]
    return collect(pack, [NewEntry(kind, title=title, text=title) for kind, title in wanted], by=alice)


def order(pack):
    return " ".join(pack.entries.in_order().values_list("title", flat=True))


def act(client, name, entry, **fields):
    return client.post(reverse(f"packs:{name}", args=[entry.pack.key, entry.key]), fields, follow=True)


@pytest.mark.parametrize(
    ("number", "to", "expected"),
    [
        (2, "up", "A two one B three"), (1, "down", "A two one B three"), (1, "up", "one A two B three"),
        (4, "1", "three A one two B"), (1, "5", "A two B three one"), (0, "down", "B three A one two"),
        (3, "up", "B three A one two"), (4, "down", "A one two B three"), (2, "99", "A one B three two"),
    ],
)  # fmt: skip
def test_entries_move_alone_and_sections_with_all_that_stands_in_them(as_alice, pack, texts, number, to, expected):
    act(as_alice, "move", texts[number], to=to)

    assert order(pack) == expected


def test_what_is_no_place_moves_nothing_and_says_so(as_alice, pack, texts):
    page = act(as_alice, "move", texts[2], to="first").content.decode()

    assert "enter a place, like 3" in page
    assert order(pack) == "A one two B three"


def test_the_page_says_what_was_done_and_undo_takes_it_back(as_alice, pack, texts):
    page = act(as_alice, "remove", texts[1]).content.decode()
    assert "Text taken out." in page
    assert order(pack) == "A two B three"

    change = pack.changes.newest_first().first()
    as_alice.post(reverse("packs:undo", args=[pack.key, change.number]))

    assert order(pack) == "A one two B three"


def test_undo_of_an_old_change_keeps_what_was_done_since(as_alice, pack, texts, alice):
    act(as_alice, "remove", texts[1])
    removal = pack.changes.newest_first().first()
    collect(pack, [NewEntry(EntryKind.TEXT, title="four", text="four")], by=alice)
    undo(removal, by=alice)

    assert sorted(order(pack).split()) == sorted(["A", "one", "two", "B", "three", "four"])


def test_a_change_is_undone_once(as_alice, pack, texts):
    act(as_alice, "remove", texts[1])
    address = reverse("packs:undo", args=[pack.key, pack.changes.newest_first().first().number])
    as_alice.post(address)

    assert as_alice.post(address).status_code == 404


def test_undo_refuses_what_somebody_has_changed_since(pack, texts, alice, bob):
    edit(texts[1], {"text": "Alice’s"}, revision=1, by=alice)
    change = pack.changes.newest_first().first()
    edit(texts[1], {"text": "Bob’s"}, revision=2, by=bob)

    with pytest.raises(ChangedMeanwhile):
        undo(change, by=alice)


def test_the_history_names_who_did_what(as_alice, pack, texts):
    act(as_alice, "move", texts[1], to="down")

    page = as_alice.get(reverse("packs:history", args=[pack.key])).content.decode()

    assert "Moved: text" in page
    assert "Alice" in page


def test_own_words_are_added_where_they_belong(as_alice, pack, texts):
    address = reverse("packs:add_own", args=[pack.key, "question"])
    as_alice.post(address, {"text": "Who saw her?", "after": texts[0].key})

    assert [entry.text or entry.title for entry in pack.entries.in_order()][:4] == ["A", "one", "two", "Who saw her?"]


def test_a_section_needs_a_heading(as_alice, pack):
    page = as_alice.post(reverse("packs:add_own", args=[pack.key, "section"]), {"title": " "}).content.decode()

    assert "Enter a heading for the section" in page
    assert not pack.entries.exists()


@pytest.mark.parametrize("kind", ["quotation", "review", "timeline", "nothing"])
def test_what_comes_from_reviews_is_not_typed_in(as_alice, pack, kind):
    assert as_alice.get(reverse("packs:add_own", args=[pack.key, kind])).status_code == 404


def test_helplines_and_an_evaluation_form_come_ready(as_alice, pack):
    for kind in ("help", "evaluation"):
        as_alice.post(reverse("packs:add_own", args=[pack.key, kind]))

    page = as_alice.get(pack.get_absolute_url()).content.decode()

    assert "Samaritans" in page
    assert "I know what I will do differently." in page


def test_what_is_typed_is_saved_by_itself_and_one_sitting_is_one_change(as_alice, pack, texts):
    address = reverse("packs:edit", args=[pack.key, texts[1].key])
    before = pack.changes.count()
    for revision, text in enumerate(("The", "The school", "The school wrote"), start=1):
        sent = {"title": "one", "text": text, "revision": revision, "autosave": "1"}
        answer = as_alice.post(address, sent).content.decode()
        assert "Saved at" in answer
        assert f'value="{revision + 1}"' in answer

    assert pack.entries.get(key=texts[1].key).text == "The school wrote"
    assert pack.changes.count() == before + 1


def test_two_who_edit_at_once_lose_nothing(client, as_alice, pack, texts, bob, ambermoor):
    Pack.objects.filter(pk=pack.pk).update(sharing=Sharing.PARTNERSHIP, partnership=ambermoor, colleagues_edit=True)
    edit(texts[1], {"text": "Bob’s words"}, revision=1, by=bob)
    address = reverse("packs:edit", args=[pack.key, texts[1].key])

    page = as_alice.post(address, {"title": "one", "text": "Alice’s words", "revision": 1}).content.decode()

    assert "Alice’s words" in page
    assert "Bob’s words" in page
    assert "Bob changed this at" in page
    assert pack.entries.get(key=texts[1].key).text == "Bob’s words"

    as_alice.post(address, {"title": "one", "text": "Both", "revision": 2})
    assert pack.entries.get(key=texts[1].key).text == "Both"


def test_what_was_taken_out_meanwhile_is_not_brought_back_by_saving(as_alice, pack, texts, alice):
    address = reverse("packs:edit", args=[pack.key, texts[1].key])
    act(as_alice, "remove", texts[1])

    assert as_alice.post(address, {"title": "one", "text": "late", "revision": 1}).status_code == 404


def test_a_quotation_is_shortened_with_every_omission_marked(as_alice, pack, alice):
    finding = make_finding("The school wrote in March, and again in May. Nobody answered.", review=make_review())
    [entry] = collect(pack, [quotation(finding)], by=alice)
    address = reverse("packs:edit", args=[pack.key, entry.key])
    as_alice.post(address, {"words": "The school wrote again in May.", "revision": 1, "note": "Pause.", "minutes": "3"})
    entry.refresh_from_db()
    assert (entry.words, entry.note, entry.minutes) == ("The school wrote […] again in May.", "Pause.", 3)

    page = as_alice.post(address, {"words": "The school rang.", "revision": 2}).content.decode()

    assert "The review does not say" in page
    entry.refresh_from_db()
    assert entry.words == "The school wrote […] again in May."


def test_words_of_a_review_that_was_corrected_since_are_shown_to_nobody(as_alice, pack, alice):
    finding = make_finding("Tam of 4 Mill Lane was not seen.", review=make_review())
    [entry] = collect(pack, [quotation(finding, "Tam of 4 Mill Lane […]")], by=alice)
    Item.objects.filter(pk=finding.pk).update(text="The child was not seen.")

    page = as_alice.get(pack.get_absolute_url()).content.decode()
    form = as_alice.get(reverse("packs:edit", args=[pack.key, entry.key])).content.decode()

    assert "Mill Lane" not in page + form
    assert "The child was not seen." in page
    assert "Its words have been corrected since you took them." in page


def test_update_takes_what_the_review_says_now(as_alice, pack, alice):
    finding = make_finding("Tam was not seen.", review=make_review())
    [entry] = collect(pack, [quotation(finding)], by=alice)
    Item.objects.filter(pk=finding.pk).update(text="The child was not seen.")
    act(as_alice, "update", entry)

    assert "corrected since" not in as_alice.get(pack.get_absolute_url()).content.decode()


def test_what_was_read_anew_is_offered_as_it_stands_now(as_alice, pack, alice):
    review = make_review()
    now = make_finding("The school wrote twice.", review=review, label="3")
    before = make_finding("The school wrote.", review=review, label="3")
    [entry] = collect(pack, [quotation(before)], by=alice)
    Item.objects.filter(pk=before.pk).update(state="superseded", superseded_by=now)
    page = as_alice.get(pack.get_absolute_url()).content.decode()
    assert "The review has been read again since, and this stands differently now." in page

    act(as_alice, "update", entry)
    entry.refresh_from_db()
    assert entry.item == now
    assert "The school wrote twice." in as_alice.get(pack.get_absolute_url()).content.decode()


def test_what_a_later_reading_no_longer_finds_offers_no_update_and_says_so(as_alice, pack, alice):
    finding = make_finding("The school wrote.", review=make_review())
    collect(pack, [quotation(finding)], by=alice)
    Item.objects.filter(pk=finding.pk).update(state="superseded")
    page = as_alice.get(pack.get_absolute_url()).content.decode()

    assert "nothing in it now takes this place" in page
    assert "Update to what the review says now" not in page


def test_what_an_editor_rejected_since_is_no_longer_shown(as_alice, pack, alice):
    finding = make_finding("Page 3 of 12", review=make_review())
    collect(pack, [quotation(finding)], by=alice)
    Item.objects.filter(pk=finding.pk).update(state="rejected")
    page = as_alice.get(pack.get_absolute_url()).content.decode()

    assert "Page 3 of 12" not in page
    assert "An editor has found that this is not what its review says." in page


def test_a_timelines_ending_is_hidden_from_where_the_trainer_says(as_alice, pack, alice):
    review = make_review()
    events = [make_event(f"Visit {number}.", review=review, date=f"2020-0{number}-01") for number in range(1, 6)]
    [entry] = collect(pack, [timeline(review, events)], by=alice)
    address = reverse("packs:edit", args=[pack.key, entry.key])
    chosen = [event.anchor for event in events]
    as_alice.post(address, {"events": chosen[:4], "hidden_from": chosen[1], "text": "What now?", "revision": 1})

    story = show(pack, alice).content.parts[0].timeline
    assert story is not None
    assert [event.text for event in story.before] == ["Visit 1."]
    assert [event.text for event in story.after] == ["Visit 2.", "Visit 3.", "Visit 4."]


def test_language_that_the_field_avoids_comes_with_advice(as_alice, pack, alice):
    item = make_finding("The mother failed to engage with the service.", review=make_review())
    collect(pack, [quotation(item)], by=alice)

    page = as_alice.get(pack.get_absolute_url()).content.decode()

    assert "“failed to engage”" in page
    assert "Instead:" in page


def test_moving_locks_the_pack_so_that_places_stay_in_one_row(pack, texts, alice, bob):
    move(texts[4], 1, by=bob)
    move(texts[1], "down", by=alice)

    assert list(pack.entries.in_order().values_list("position", flat=True)) == [1, 2, 3, 4, 5]
