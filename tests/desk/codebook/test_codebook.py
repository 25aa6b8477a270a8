"""Administrators edit the codebook: what a change would tag is shown first, then everything is tagged again."""

import pytest
from django.urls import reverse

from ingest import tasks
from ingest.retagging import tag_again
from reviews.models import HistoryEntry, Tagging, Theme
from reviews.theme_decisions import decide_themes
from tests.factories import make_action, make_event, make_finding, make_passage, make_recommendation, make_review
from tests.factories import make_theme as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_themes():
    """Only the themes that a test makes."""
    Theme.objects.update(parent=None)
    Theme.objects.all().delete()


@pytest.fixture
def queued(monkeypatch):
    """The names of what was queued."""
    names: list[str] = []
    monkeypatch.setattr(tasks.tag_everything_again, "defer", lambda: names.append("tag_everything_again"))
    return names


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def theme():
    return make("hunger", "Hunger", cues=["hungry"])


@pytest.fixture
def review():
    review = make_review()
    make_finding("The child was hungry.", review=review)
    make_finding("The child was thin and cold.", review=review)
    return review


def send(client, theme, act, **changed):
    given = {"label": theme.label, "definition": theme.definition, "about": "circumstance", "audience": "children",
             "share": "0.05", "cues": "\n".join(theme.cues)}  # fmt: skip
    page = client.get(reverse("desk:theme", args=[theme.key])).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    return client.post(reverse("desk:theme", args=[theme.key]), {"seen": seen, **given, **changed, "act": act})


@pytest.mark.parametrize("name", ["codebook", "new_theme", "theme", "agreement"])
def test_only_administrators_see_it(client, alice, ada, theme, name):
    address = reverse(f"desk:{name}", args=[theme.key] if name in {"theme", "agreement"} else [])
    for person, status in ((alice, 403), (ada, 200)):
        client.force_login(person)
        assert client.get(address).status_code == status


def test_it_shows_first_what_a_change_of_cues_would_tag(as_ada, theme, review):
    page = send(as_ada, theme, "preview", cues="thin").content.decode()

    assert "Among 2 items, 1 would be tagged anew and 1 no longer; 0 stay as they are" in page
    assert "by “thin”" in page
    theme.refresh_from_db()
    assert theme.cues == ["hungry"]


def test_saving_changes_the_theme_and_tags_nothing_yet(as_ada, theme, review, queued):
    send(as_ada, theme, "save", cues="hungry\n thin \nhungry", definition="Too little to eat.")

    theme.refresh_from_db()
    assert (theme.cues, theme.definition) == (["hungry", "thin"], "Too little to eat.")
    assert queued == []
    assert HistoryEntry.objects.get(act="codebook").details["fields"] == ["cues", "definition"]


def test_everything_is_tagged_again_in_the_background(as_ada, theme, review, queued, alice):
    tag_again(review, Theme.objects.as_codebook())
    send(as_ada, theme, "save_and_tag", cues="thin")
    assert queued == ["tag_everything_again"]

    tasks.tag_everything_again()

    assert [tagging.item.text for tagging in Tagging.objects.all() if tagging.item] == ["The child was thin and cold."]


def test_the_page_says_how_far_tagging_everything_again_is(as_ada, theme, review, monkeypatch):
    said = []
    monkeypatch.setattr("desk.codebook.views.is_tagging_again", lambda: True)
    monkeypatch.setattr(tasks, "tag_again", lambda *_: said.append(as_ada.get(reverse("desk:codebook"))))
    assert "it waits to begin" in as_ada.get(reverse("desk:codebook")).content.decode()

    tasks.tag_everything_again()

    assert "Everything is being tagged again: 0 of 1 review." in said[0].content.decode()
    assert tasks.how_far_tagging_is() == (0, 0)


def test_what_people_decided_stays_when_all_is_tagged_again(theme, review, alice):
    tag_again(review, Theme.objects.as_codebook())
    item = review.items.get(text="The child was hungry.")
    decide_themes(item, set(), by=alice)

    tag_again(review, Theme.objects.as_codebook())

    assert item.taggings.get().state == "rejected"


def test_every_kind_of_item_is_tagged_as_when_it_was_first_read(theme, review):
    part = make("thinness", "Thinness", cues=["thin"], parent=theme)
    under = make_passage("It was cold.", review=review, heading="1 The child › 1.2 A hungry child")
    finding = make_finding("Nobody asked about a thin child.", review=review)
    finding.passages.add(under)
    make_recommendation("Ask whether a child is hungry.", review=review, group="Hungry children")
    make_action("x", review=review, columns={"steps": "Feed the hungry.", "recommendation": ""})
    make_event("He was hungry.", review=review)

    tag_again(review, Theme.objects.as_codebook())

    tagged = set(Tagging.objects.filter(item__isnull=False).values_list("item__kind", "theme__key"))
    assert {("recommendation", "hunger"), ("action", "hunger"), ("event", "hunger"), ("finding", part.key)} <= tagged
    assert ("finding", "hunger") in tagged
    assert review.taggings.filter(theme=theme).exists()


def test_a_cue_that_could_find_nothing_is_refused_by_its_words(as_ada, theme):
    page = send(as_ada, theme, "save", cues="hungry\n(thin")

    assert page.status_code == 422
    assert "“(thin” is not written as a cue is." in page.content.decode()


def test_who_saves_over_another_is_told_first(as_ada, theme):
    answer = send(as_ada, theme, "save", seen="as it was", definition="Mine.")
    assert answer.status_code == 422
    assert "Somebody changed this theme meanwhile." in answer.content.decode()
    assert "Mine." in answer.content.decode()
    seen = answer.content.decode().split('name="seen" value="')[1].split('"')[0]

    assert send(as_ada, theme, "save", seen=seen, definition="Mine.").status_code == 302


def test_a_theme_cannot_be_a_part_of_itself_or_of_a_part(as_ada, theme):
    part = make("thinness", "Thinness", parent=theme)

    for parent in (theme, part):
        assert send(as_ada, theme, "save", parent=parent.pk).status_code == 422


def test_a_new_theme_is_the_last(as_ada, theme, review):
    given = {"label": "Cold", "key": "cold", "definition": "No heating.", "about": "circumstance",
             "audience": "children", "share": "0.05", "cues": "cold"}  # fmt: skip
    page = as_ada.post(reverse("desk:new_theme"), {**given, "act": "preview"}).content.decode()
    assert "1 would be tagged anew and 0 no longer" in page

    as_ada.post(reverse("desk:new_theme"), {**given, "act": "save"})

    assert list(Theme.objects.in_order().values_list("key", flat=True)) == ["hunger", "cold"]


def test_everything_is_tagged_again_by_one_button(as_ada, theme, queued):
    page = as_ada.post(reverse("desk:codebook"), follow=True).content.decode()

    assert queued == ["tag_everything_again"]
    assert "Everything is being tagged again." in page


def test_the_agreement_on_a_theme_has_its_page(as_ada, theme):
    page = as_ada.get(reverse("desk:agreement", args=[theme.key])).content.decode()

    assert "Machine and editors on Hunger" in page
    assert "not known yet" in page
