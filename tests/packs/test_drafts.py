"""A draft of a ready-made shape, filled from themes or a search in one step."""

import pytest
from django.urls import reverse

from packs.models import EntryKind, OwnQuestion, Pack, Shape
from tests.factories import make_draft, make_event, make_finding, make_recommendation, make_review, make_theme

BOTH = ["neglect", "cme"]


def add_review(number, themes=BOTH, **fields):
    review = make_review(f"Child {number} – Ambermoor, LCSPR", themes=themes, **fields)
    here = {"review": review, "themes": themes}
    make_finding(f"School {number} took her name off the roll, and nobody asked where she was taught then.", **here)
    make_recommendation(f"Recommendation of review {number}: ask where each child is within ten days.", **here)
    for month in range(1, 7):
        make_event(f"Visit {month} of review {number}.", review=review, date=f"2020-0{month}-01")
    return review


@pytest.fixture
def five(db):
    make_theme("neglect", "Neglect")
    make_theme("cme", "Children missing education")
    return [add_review(number) for number in range(1, 6)]


def make(client, **fields):
    wanted = {"name": "Neglect", "shape": "workshop", "audience": "school", "fill": "filled", "match": "all",
              "themes": BOTH, **fields}  # fmt: skip
    answer = client.post(reverse("packs:new"), wanted, follow=True)
    return Pack.objects.latest("pk"), answer.content.decode()


def test_a_workshop_has_sixty_minutes_a_hidden_ending_and_findings_of_many_reviews(as_alice, five):
    pack, page = make(as_alice)
    entries = list(pack.entries.in_order())
    told = next(entry for entry in entries if entry.kind == EntryKind.TIMELINE)

    assert sum(entry.minutes or 0 for entry in entries) == 60
    assert told.options["hidden_from"]
    assert len({entry.review for entry in entries if entry.kind == EntryKind.QUOTATION}) >= 4
    assert {"aim", "question", "help", "evaluation"} <= {entry.kind for entry in entries}
    assert "This is a draft" in page


@pytest.mark.parametrize("shape", [shape for shape in Shape.values if shape != "free"])
def test_every_shape_can_be_filled_for_every_audience(as_alice, five, shape):
    pack, _ = make(as_alice, shape=shape, audience="police", nation="wales")

    assert pack.entries.filter(kind__in=["quotation", "review"]).exists()
    assert as_alice.get(pack.get_absolute_url()).status_code == 200


def test_questions_for_the_audience_come_first(as_alice, five):
    def questions(audience):
        pack, _ = make(as_alice, audience=audience)
        return set(pack.entries.filter(kind="question").values_list("text", flat=True))

    assert questions("school") != questions("police")


def test_where_too_few_reviews_have_all_themes_others_are_drawn_on_and_the_page_says_so(as_alice, five):
    for review in five[2:]:
        review.taggings.filter(theme__key="cme").delete()
    pack, page = make(as_alice)

    assert "Only 2 reviews have all of these themes" in page
    assert pack.entries.filter(kind="quotation").values("review").distinct().count() >= 4


def test_a_draft_takes_nothing_from_reviews_that_its_maker_may_not_see(as_alice, db):
    make_theme("neglect")
    review = make_draft()
    for key in BOTH:
        review.taggings.create(theme=make_theme(key), machine_version="tests")
    make_finding("Nobody asked where she was, for a year and a day in all.", review=review, themes=BOTH)
    pack, page = make(as_alice)

    assert not pack.entries.filter(item__isnull=False).exists()
    assert "No review says anything on this yet" in page or "Only" in page or "No review has" in page


def test_a_search_leads_to_a_draft_with_its_words_and_filters(as_alice, five):
    page = as_alice.get(reverse("packs:new") + "?q=roll&theme=neglect&area=ambermoor").content.decode()

    assert 'value="roll"' in page
    assert 'value="Neglect and roll"' in page


def test_an_empty_pack_can_be_made(as_alice, five):
    pack, _ = make(as_alice, fill="empty", themes=[])

    assert not pack.entries.exists()


def test_a_pack_needs_a_name(as_alice, five):
    page = as_alice.post(reverse("packs:new"), {"name": "", "shape": "workshop", "audience": "mixed"}).content.decode()

    assert "Enter a name, like" in page
    assert not Pack.objects.exists()


def test_questions_of_the_bank_and_own_ones_are_added_and_kept(as_alice, pack, alice, five):
    address = reverse("packs:questions", args=[pack.key]) + "?theme=neglect"
    page = as_alice.get(address).content.decode()
    first = page.split('name="chosen" value="')[1].split('"')[0].replace("&#x27;", "'")
    as_alice.post(address, {"chosen": first, "own": "Who saw her?", "keep": "on"})

    assert list(pack.entries.values_list("text", flat=True)) == [first, "Who saw her?"]
    assert OwnQuestion.objects.get().owner == alice
    assert "Who saw her?" in as_alice.get(address).content.decode()


def test_own_questions_are_nobody_elses(client, pack, alice, bob, five):
    OwnQuestion.objects.create(owner=alice, text="Who saw her?")
    theirs = Pack.objects.create(name="Bob’s", owner=bob)
    client.force_login(bob)

    assert "Who saw her?" not in client.get(reverse("packs:questions", args=[theirs.key])).content.decode()


def test_no_question_at_all_is_an_error(as_alice, pack, five):
    page = as_alice.post(reverse("packs:questions", args=[pack.key]) + "?theme=neglect", {}).content.decode()

    assert "Choose a question, or write one" in page


def test_name_and_purpose_can_be_changed_and_changed_back(as_alice, pack):
    address = reverse("packs:settings", args=[pack.key])
    as_alice.post(address, {"name": "Another", "shape": "handout", "audience": "police", "nation": "wales"})
    pack.refresh_from_db()
    assert (pack.name, pack.shape, pack.audience, pack.nation) == ("Another", "handout", "police", "wales")

    as_alice.post(reverse("packs:undo", args=[pack.key, pack.changes.newest_first().first().number]))
    pack.refresh_from_db()
    assert pack.name == "Neglect in the early years"
