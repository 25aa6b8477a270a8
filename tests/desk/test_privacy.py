"""The page of the privacy check: what was found, where it stands, fine or hidden; nobody else sees it."""

import pytest
from django.urls import reverse

from desk.gate import causes_against
from reviews.models import Decision, PrivateWords
from reviews.privacy.listing import look_again
from tests.factories import make_draft, make_passage

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(ambermoor):
    draft = make_draft(held_by=ambermoor, partnership=ambermoor)
    make_passage("The nurse, Jo Farrow, wrote to Ros Tarrant at 14 Mill Lane.", review=draft)
    look_again(draft)
    return draft


def page_of(draft):
    return reverse("desk:privacy", args=[draft.slug])


def test_each_is_listed_with_its_place(as_alice, draft):
    said = as_alice.get(page_of(draft)).content.decode()

    assert "3 to look at, 0 hidden" in said
    assert "The nurse, <mark>Jo Farrow</mark>, wrote to" in said


def test_what_is_not_looked_at_stands_against_publishing(as_alice, draft):
    causes = causes_against(draft)

    assert [(cause.words, cause.address) for cause in causes] == [
        ("3 possible names or other private words are not looked at", page_of(draft))
    ]


def test_decisions_are_saved_together(as_alice, alice, draft):
    one, other, _ = draft.private_words.order_by("words")

    as_alice.post(page_of(draft), {f"words-{one.pk}": "hidden", f"words-{other.pk}": "fine"})

    assert dict(draft.private_words.values_list("pk", "decision")) | {one.pk: "hidden", other.pk: "fine"} == dict(
        draft.private_words.values_list("pk", "decision")
    )
    assert draft.items.filter(text__contains="[hidden]").exists()


def test_what_is_left_can_be_found_fine_at_once(as_alice, draft):
    one = draft.private_words.first()

    as_alice.post(page_of(draft), {f"words-{one.pk}": "hidden", "rest_is_fine": "1"})

    assert sorted(draft.private_words.values_list("decision", flat=True)) == ["fine", "fine", "hidden"]
    assert causes_against(draft) == []


def test_an_editor_hides_words_that_no_machine_found(as_alice, draft):
    as_alice.post(reverse("desk:hide", args=[draft.slug]), {"words": "the  nurse"})

    assert PrivateWords.objects.get(decision=Decision.HIDDEN).words == "the nurse"
    assert draft.items.get().text.startswith("[hidden], Jo")


def test_words_that_are_not_there_are_told_so(as_alice, draft):
    said = as_alice.post(reverse("desk:hide", args=[draft.slug]), {"words": "the sailor"}).content.decode()

    assert "These words do not stand in this review" in said


@pytest.mark.parametrize("name", ["privacy", "hide", "look_again"])
def test_nobody_but_those_who_work_on_it_sees_or_decides(client, carol, bob, draft, name):
    for person, status in ((carol, 404), (bob, 403)):
        client.force_login(person)
        assert client.post(reverse(f"desk:{name}", args=[draft.slug]), {"words": "Jo Farrow"}).status_code == status
