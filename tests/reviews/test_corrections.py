"""What an editor says of items stands: against the machine, in its order, and until it is taken back."""

import pytest

from people.roles import Role
from reviews import claims, corrections
from reviews.conflicts import differences, keep
from reviews.models import Claim, HistoryEntry, Item, ItemState, TaggingState
from reviews.ordering import arrange
from reviews.theme_decisions import add_theme, decide_themes, put_theme_back
from tests.factories import MACHINE, make_finding, make_passage, make_review, make_tagging, make_theme, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return make_user("Alice", role=Role.EDITOR)


@pytest.fixture
def review():
    return make_review()


def found(text, review, **fields):
    """A finding that a machine found."""
    item = make_finding(text, review=review, **fields)
    Claim.objects.create(item=item, machine_version="1", values=claims.values_of(item))
    return item


def read_again(item, text):
    """What a later reading says of an item."""
    Claim.objects.filter(item=item).by_machine().standing().withdraw()
    Claim.objects.create(item=item, machine_version="2", values={**claims.values_of(item), "text": text})
    claims.show(fresh(item))


def fresh(item):
    return Item.objects.get(pk=item.pk)


def texts(review):
    return [item.text for item in review.items.current().of_kind("finding").in_reading_order()]


def test_what_was_corrected_stands_when_the_review_is_read_again(review, alice):
    item = found("Nobody askd.", review)
    corrections.correct(item, {"text": "Nobody asked.", "label": ""}, by=alice)

    read_again(item, "Nobody askd why.")

    assert fresh(item).text == "Nobody asked."


def test_saying_what_is_shown_already_is_no_correction(review, alice):
    item = found("Nobody asked.", review)

    assert corrections.correct(item, claims.values_of(item), by=alice) == []
    assert not item.claims.by_people().exists()


def test_what_was_confirmed_stands_when_the_review_is_read_again(review, alice):
    item = found("Nobody asked.", review)
    corrections.confirm([item], by=alice)

    read_again(item, "Nobody asked. 12")

    assert (fresh(item).text, fresh(item).checked_by) == ("Nobody asked.", alice)


def test_one_field_is_put_back_and_the_other_stands(review, alice):
    item = found("Nobody asked.", review, label="1")
    corrections.correct(item, {"text": "Nobody had asked.", "label": "1.1"}, by=alice)
    corrections.confirm([item], by=alice)

    corrections.put_back(fresh(item), ["text"], by=alice)

    assert (fresh(item).text, fresh(item).label) == ("Nobody asked.", "1.1")
    assert not fresh(item).is_checked


def test_a_rejected_item_stays_rejected_until_it_is_restored(review, alice):
    item = found("Page 3 of 12", review)
    corrections.reject(item, by=alice)
    read_again(item, "Page 3 of 12 pages")
    assert fresh(item).state == ItemState.REJECTED

    corrections.restore(fresh(item), by=alice)

    assert fresh(item).state == ItemState.CURRENT


def test_a_split_item_leaves_two_in_their_order(review, alice):
    found("One.", review)
    item = found("Two. Three.", review, themes=["neglect"])
    found("Four.", review)

    new = corrections.split(item, "Two.", "Three.", by=alice)

    assert texts(review) == ["One.", "Two.", "Three.", "Four."]
    assert [tagging.theme.key for tagging in new.taggings.all()] == ["neglect"]


def test_joined_items_are_one_and_can_be_parted_again(review, alice):
    first, second = found("One", review), found("and two.", review)

    corrections.join(first, second, by=alice)
    assert texts(review) == ["One\nand two."]
    assert fresh(second).superseded_by == first

    corrections.restore(fresh(second), by=alice)
    assert texts(review) == ["One", "and two."]


def test_an_item_of_the_wrong_kind_leads_to_the_one_that_takes_its_place(review, alice):
    item = found("Ask again.", review)
    values = {"label": "", "text": "Ask again.", "addressee": "The board", "group": ""}

    new = corrections.change_kind(item, "recommendation", values, by=alice)

    assert (new.kind, new.recommendation.addressee) == ("recommendation", "The board")
    assert fresh(item).superseded_by == new
    corrections.restore(fresh(item), by=alice)
    assert (fresh(item).state, fresh(new).state) == (ItemState.CURRENT, ItemState.REJECTED)


def test_an_added_item_stands_where_its_words_are(review, alice):
    make_passage("Something before.", review=review, page=1)
    passage = make_passage("The nurse was not asked, though she\nknew.", review=review, page=2, boxes=[[2, 1, 2, 3, 4]])

    item = corrections.add(review, "finding", {"text": "The nurse was not asked, though she knew."}, by=alice)

    assert (item.page, item.boxes, item.finding.kind) == (2, [[2, 1, 2, 3, 4]], "finding")
    assert list(item.passages.all()) == [passage]


def test_words_that_run_over_two_passages_are_found(review, alice):
    one = make_passage("The nurse was never asked", review=review, page=1)
    two = make_passage("what she knew.", review=review, page=2)

    item = corrections.add(review, "finding", {"text": "was never asked what she knew"}, by=alice)

    assert list(item.passages.in_reading_order()) == [one, two]


def test_a_moved_item_keeps_its_place_when_all_places_are_counted_anew(review, alice):
    one, two, three = (found(text, review) for text in ("One", "Two", "Three"))
    corrections.move(three, after=one, by=alice)
    assert texts(review) == ["One", "Three", "Two"]

    for position, item in enumerate((one, two, three), start=100):
        Item.objects.filter(pk=item.pk).update(position=position)
    arrange(review)

    assert texts(review) == ["One", "Three", "Two"]


def test_a_later_reading_that_differs_from_a_person_is_listed_until_it_is_settled(review, alice):
    item = found("Nobody askd.", review)
    corrections.correct(item, {"text": "Nobody asked."}, by=alice)
    assert differences(review) == []

    read_again(item, "Nobody asked him.")
    (difference,) = differences(review)
    assert (difference.by_person, difference.by_machine) == ("Nobody asked.", "Nobody asked him.")

    keep(difference, review, by=alice)
    assert differences(review) == []
    assert fresh(item).text == "Nobody asked."


def test_a_later_reading_that_says_what_the_earlier_one_did_is_no_news(review, alice):
    item = found("Nobody askd.", review)
    corrections.correct(item, {"text": "Nobody asked."}, by=alice)

    read_again(item, "Nobody askd.")

    assert differences(review) == []


def test_themes_are_confirmed_rejected_added_and_put_back(review, alice):
    item = found("Nobody asked.", review)
    right, wrong = make_tagging("neglect", item=item), make_tagging("cme", item=item)

    decide_themes(item, {right.pk}, by=alice)
    added = add_theme(item, make_theme("escalation"), evidence="Nobody asked", valence="gap", by=alice)

    states = dict(item.taggings.values_list("theme__key", "state"))
    assert states == {"neglect": "confirmed", "cme": "rejected", "escalation": "confirmed"}
    for tagging in (wrong, added):
        tagging.refresh_from_db()
        put_theme_back(tagging, by=alice)
    states = dict(item.taggings.values_list("theme__key", "state"))
    assert states == {"neglect": "confirmed", "cme": TaggingState.SUGGESTED}


def test_a_theme_that_was_rejected_can_be_added_again(review, alice):
    item = found("Nobody asked.", review)
    tagging = make_tagging("neglect", item=item, state="rejected", machine_version=MACHINE)

    add_theme(item, tagging.theme, evidence="", valence="", by=alice)

    assert item.taggings.get().state == "confirmed"


def test_the_version_of_an_item_changes_with_what_is_seen_of_it(review, alice):
    item = found("Nobody asked.", review)
    before = corrections.version_of(item)
    assert corrections.version_of(fresh(item)) == before

    corrections.confirm([item], by=alice)
    after = corrections.version_of(fresh(item))
    make_tagging("neglect", item=item)

    assert len({before, after, corrections.version_of(fresh(item))}) == 3


def test_every_act_is_written_down(review, alice):
    one, two = found("One", review), found("Two", review)
    corrections.confirm([one, two], by=alice)
    corrections.uncheck(one, by=alice)
    corrections.reject(two, by=alice)

    deeds = list(HistoryEntry.objects.order_by("pk").values_list("act", flat=True))

    assert deeds == ["checked", "unchecked", "item_rejected"]
