"""An editor checks what the machine found, item by item, with nothing but forms."""

import pytest
from django.urls import reverse

from reviews.models import Item, ItemState
from tests.desk.checking.conftest import act_page, by_machine, check_page
from tests.factories import make_finding, make_recommendation, make_tagging, make_theme

pytestmark = pytest.mark.django_db


def fresh(item):
    return Item.objects.get(pk=item.pk)


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize("name", ["check", "check_add", "check_facts", "check_themes", "check_differences"])
def test_only_who_may_work_on_a_review_checks_it(client, review, alice, bob, carol, name):
    address = reverse(f"desk:{name}", args=[review.slug])
    assert client.get(address).status_code == 302
    for person, status in ((bob, 403), (carol, 404), (alice, 200)):
        client.force_login(person)
        assert client.get(address).status_code == status


def test_nobody_else_changes_an_item(client, finding, bob, carol):
    for person, status in ((bob, 403), (carol, 404)):
        client.force_login(person)
        assert client.post(act_page(finding), {"act": "reject"}).status_code == status
    assert fresh(finding).state == ItemState.CURRENT


def test_the_doubtful_come_first_with_the_reason(as_alice, review, finding, doubtful):
    page = text_of(as_alice.get(check_page(review)))

    assert "Finding 2</h2>" in page
    assert "Doubtful: no number found" in page
    assert "2 left" in page


def test_the_place_is_marked_on_the_page_and_the_words_are_lit(as_alice, review, finding):
    page = text_of(as_alice.get(check_page(review, item=finding.anchor)))

    assert "Page 2 of 4" in page
    assert '<rect x="10" y="10" width="80" height="10">' in page
    assert "<mark>Nobody asked where Tam was.</mark>" in page


def test_a_document_without_pages_shows_the_text_around(as_alice, review, finding):
    review.documents.update(format="docx", page_sizes=[])
    finding.passages.set(review.items.of_kind("passage"))

    page = text_of(as_alice.get(check_page(review)))

    assert "<mark>Nobody asked where Tam was.</mark>" in page
    assert "<svg" not in page


def test_confirming_saves_what_was_typed_and_goes_on(send, review, finding, doubtful, alice):
    page = send(doubtful, "confirm", text="Nobody asked twice.")

    assert (fresh(doubtful).text, fresh(doubtful).checked_by) == ("Nobody asked twice.", alice)
    assert "Finding 2 confirmed. 1 left to check." in text_of(page)
    assert "Finding 1</h2>" in text_of(page)


def test_saving_alone_confirms_nothing(send, finding):
    send(finding, "save", label="1.1")

    assert (fresh(finding).label, fresh(finding).is_checked) == ("1.1", False)
    assert finding.taggings.get().is_suggested


def test_rejecting_hides_the_item_and_it_can_be_put_back(as_alice, send, review, finding):
    send(finding, "reject")
    assert fresh(finding).is_rejected
    assert "Finding 1</h2>" in text_of(as_alice.get(check_page(review, show="rejected")))

    send(finding, "restore", show="rejected")
    assert fresh(finding).state == ItemState.CURRENT


def test_themes_are_confirmed_with_the_item_and_unticked_ones_rejected(send, finding):
    make_tagging("cme", item=finding)
    kept = finding.taggings.get(theme__key="neglect").pk

    send(finding, "confirm", themes=[str(kept)], more=make_theme("escalation").pk, evidence="Nobody asked")

    states = dict(finding.taggings.values_list("theme__key", "state"))
    assert states == {"neglect": "confirmed", "cme": "rejected", "escalation": "confirmed"}


def test_a_rejected_theme_is_put_back(send, finding):
    send(finding, "save", themes=[])
    assert finding.taggings.get().state == "rejected"

    send(finding, f"theme_back {finding.taggings.get().pk}")

    assert finding.taggings.get().state == "suggested"


def test_what_stands_on_a_page_is_confirmed_by_one_press(send, review, finding, event, doubtful):
    page = send(finding, "confirm_page")

    assert fresh(finding).is_checked
    assert fresh(event).is_checked
    assert not fresh(doubtful).is_checked
    assert "Finding 1 and 1 more confirmed. 1 left to check." in text_of(page)


def test_what_somebody_changed_meanwhile_is_not_confirmed_with_its_page(as_alice, review, finding, event):
    fields = {"act": "confirm_page", "with_it": f"{event.anchor}:as-it-was"}
    page = text_of(as_alice.get(check_page(review, item=finding.anchor)))
    seen = page.split('name="seen" value="')[1].split('"')[0]

    as_alice.post(act_page(finding), {**fields, "seen": seen, "text": finding.text, "kind": "finding", "label": "1",
                                      "item_kind": "finding"})  # fmt: skip

    assert fresh(finding).is_checked
    assert not fresh(event).is_checked


def test_an_event_is_dated_in_words(send, event):
    send(event, "save", date="spring 2020")

    assert (fresh(event).event.date, fresh(event).event.earliest.isoformat()) == ("2020-21", "2020-03-01")


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [({"text": " "}, "Enter the words of the review"), ({"date": "soon"}, "Enter a date, like 4 May 2021")],
)
def test_a_mistake_is_said_and_nothing_is_lost(send, event, changed, complaint):
    page = send(event, "confirm", **{"date_as_printed": "what I typed", **changed})

    assert page.status_code == 422
    assert complaint in text_of(page)
    assert "what I typed" in text_of(page)
    assert not fresh(event).is_checked


def test_the_kind_of_an_item_is_changed(send, review, finding):
    page = send(finding, "save", item_kind="recommendation")

    new = review.items.current().of_kind("recommendation").get()
    assert new.text == finding.text
    assert fresh(finding).superseded_by == new
    assert "It is now a recommendation. Look at it and confirm it." in text_of(page)


def test_a_finding_that_is_an_event_gets_a_date_to_correct(send, review, finding):
    send(finding, "save", item_kind="event")

    assert review.items.current().of_kind("event").get().event.date == "2021"


def test_an_item_is_split_where_the_editor_says(as_alice, review):
    item = by_machine(make_finding("Nobody asked. The nurse knew.", review=review))
    address = reverse("desk:check_split", args=[review.slug, item.anchor])
    page = text_of(as_alice.get(address))
    assert "“The nurse knew.”" in page
    seen = page.split('name="seen" value="')[1].split('"')[0]

    as_alice.post(address, {"at": "14", "seen": seen})

    texts = [one.text for one in review.items.current().of_kind("finding").in_reading_order()]
    assert texts == ["Nobody asked.", "The nurse knew."]


def test_items_are_joined_and_moved(send, review):
    one, two, three = (by_machine(make_finding(text, review=review)) for text in ("One.", "Two.", "Three."))
    send(three, "earlier")
    send(one, "join_after")

    texts = [item.text for item in review.items.current().of_kind("finding").in_reading_order()]
    assert texts == ["One.\nThree.", "Two."]
    send(two, "join_before")
    assert review.items.current().of_kind("finding").get().text == "One.\nThree.\nTwo."


def test_the_first_cannot_be_moved_up_nor_the_last_joined(send, review, finding):
    send(finding, "earlier")
    send(finding, "join_after")

    assert fresh(finding).text == "Nobody asked where Tam was."


def test_an_item_is_added_from_words_on_the_page(as_alice, review, alice):
    address = reverse("desk:check_add", args=[review.slug])
    page = text_of(as_alice.get(address, {"item_kind": "recommendation", "page": "2", "text": "asked where Tam was"}))
    assert ">\nasked where Tam was</textarea>" in page

    sent = {"item_kind": "recommendation", "page": "2", "text": "asked where Tam was", "addressee": "The board"}
    as_alice.post(address, sent)

    item = review.items.of_kind("recommendation").get()
    assert (item.page, item.boxes, item.checked_by) == (2, [[2, 10, 10, 90, 20]], alice)
    assert item.recommendation.addressee == "The board"


def test_one_field_is_put_back(send, finding):
    send(finding, "confirm", label="9", text="Other words.")
    send(finding, "put_back text")

    assert (fresh(finding).label, fresh(finding).text) == ("9", "Nobody asked where Tam was.")
    assert not fresh(finding).is_checked


def test_who_said_what_is_told(send, finding):
    page = text_of(send(finding, "save", text="Other words."))

    assert "Alice, " in page
    assert "Machine, version" in page


def test_an_unknown_act_changes_nothing(send, finding):
    send(finding, "publish")

    assert fresh(finding).state == ItemState.CURRENT


def test_when_all_is_checked_the_page_leads_on(send, review, finding):
    page = text_of(send(finding, "confirm"))

    assert "Everything that was found is checked." in page
    assert reverse("desk:review", args=[review.slug]) in page


def test_the_facts_are_corrected_and_confirmed_together(as_alice, review):
    address = reverse("desk:check_facts", args=[review.slug])
    sent = {"title": review.title, "kind": "scr", "published": "May 2020", "subject": "Child T", "nation": "england",
            "area": "Ambermoor", "authors": "Jo Writer\nAsh Reader"}  # fmt: skip

    as_alice.post(address, {**sent, "act": "save"})

    review.refresh_from_db()
    assert (review.kind, review.published, review.subject) == ("scr", "2020-05", "Child T")
    assert review.authors == ["Jo Writer", "Ash Reader"]
    assert {"title", "period", "outcome"} <= set(review.fields_by_people)
    as_alice.post(address, {"act": "put_back subject"})
    review.refresh_from_db()
    assert review.subject == "Tam"


def test_a_fact_leads_to_its_words(as_alice, review):
    review.evidence = {"subject": {"words": "where Tam was", "page": 2, "item": ""}}
    review.save()
    address = reverse("desk:check_facts", args=[review.slug])
    assert "?page=2&amp;words=where+Tam+was#beside" in text_of(as_alice.get(address))

    assert "<mark>where Tam was</mark>" in text_of(as_alice.get(address, {"page": "2", "words": "where Tam was"}))


def test_the_words_of_a_theme_and_a_printed_date_light_up(as_alice, review, finding, event):
    finding.taggings.update(evidence="where Tam; nobody")
    page = text_of(as_alice.get(check_page(review, item=finding.anchor)))
    assert f"?item={finding.anchor}&amp;words=where+Tam%3B+nobody#checking" in page
    assert f"?item={event.anchor}&amp;words=4+March+2019" in text_of(
        as_alice.get(check_page(review, item=event.anchor))
    )

    page = text_of(as_alice.get(check_page(review, item=finding.anchor, words="where Tam; nobody")))
    assert "Nobody asked <mark>where Tam</mark> was." in page


def test_the_themes_of_the_review_are_decided_on(as_alice, review):
    make_tagging("neglect", review=review)
    wrong = make_tagging("cme", review=review)
    address = reverse("desk:check_themes", args=[review.slug])
    shown = [str(pk) for pk in review.taggings.values_list("pk", flat=True)]

    as_alice.post(address, {"themes_shown": shown, "themes": [one for one in shown if one != str(wrong.pk)]})
    assert dict(review.taggings.values_list("theme__key", "state")) == {"neglect": "confirmed", "cme": "rejected"}

    as_alice.post(address, {"act": f"theme_back {wrong.pk}"})
    assert review.taggings.get(theme__key="cme").is_suggested


def test_a_tab_shows_one_kind_only(as_alice, review, finding, doubtful):
    recommendation = by_machine(make_recommendation("Ask.", review=review, label="7"))

    page = text_of(as_alice.get(check_page(review, show="recommendation")))

    assert "Recommendation 7</h2>" in page
    assert "1 of 1" in page
    assert recommendation.anchor in page


def test_the_page_asks_the_database_a_fixed_number_of_times(as_alice, review, finding, django_assert_max_num_queries):
    as_alice.get(check_page(review))
    for number in range(30):
        by_machine(make_finding(f"Finding number {number}.", review=review, page=2, themes=["neglect"]))

    with django_assert_max_num_queries(120):
        as_alice.get(check_page(review))
