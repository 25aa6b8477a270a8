"""One fact of many reviews is changed at once: seen before, undone as one."""

import html
import re
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from reviews import claims
from reviews.models import BulkChange, Claim, Review, Visibility
from tests.factories import make_finding, make_partnership, make_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(ambermoor):
    reviews = [make_review(f"Review {letter}", held_by=ambermoor, licence="") for letter in "ABC"]
    for review in reviews:
        Claim.objects.create(review=review, machine_version="machine", values={"nation": "england"})
    return reviews


def address(field):
    return f"{reverse('desk:bulk')}?field={field}"


def change(client, field, value, reviews):
    said = {"value": value, "reviews": [review.pk for review in reviews]}
    return client.post(address(field), {**said, "change": "1"})


def values(reviews, field):
    return list(Review.objects.filter(pk__in=[one.pk for one in reviews]).order_by("pk").values_list(field, flat=True))


def test_what_would_change_is_shown_and_nothing_is_changed(as_alice, three):
    said = as_alice.post(address("licence"), {"value": "OGL 3.0", "reviews": [three[0].pk, three[1].pk]})

    assert [(one.before, one.after) for one in said.context["differences"]] == [("nothing", "OGL 3.0")] * 2
    assert values(three, "licence") == ["", "", ""]


@pytest.mark.parametrize(("field", "value"), [("licence", "OGL 3.0"), ("nation", "wales"), ("visibility", "signed_in")])
def test_a_change_is_made_and_undone_as_one(as_alice, three, field, value):
    before = values(three, field)

    change(as_alice, field, value, three[:2])
    assert values(three, field) == [value, value, before[2]]

    as_alice.post(reverse("desk:undo_bulk", args=[BulkChange.objects.get().pk]))
    assert values(three, field) == before


def test_a_partnership_is_put_back_too(as_alice, three, ambermoor):
    Review.objects.update(partnership=ambermoor)
    other = make_partnership("Northolm Partnership")

    change(as_alice, "partnership", other.pk, three)
    assert values(three, "partnership") == [other.pk] * 3

    as_alice.post(reverse("desk:undo_bulk", args=[BulkChange.objects.get().pk]))
    assert values(three, "partnership") == [ambermoor.pk] * 3


def test_what_somebody_changed_since_is_left_alone_by_undoing(as_alice, alice, three):
    change(as_alice, "nation", "wales", three)
    claims.person_says(target=Review.objects.get(pk=three[0].pk), person=alice, values={"nation": "scotland"})

    said = as_alice.post(reverse("desk:undo_bulk", args=[BulkChange.objects.get().pk]), follow=True).content.decode()

    assert values(three, "nation")[0] == "scotland"
    assert "Undone in 2 reviews. 1 had been changed since" in said


def test_a_fact_is_then_a_persons_word(as_alice, alice, three):
    change(as_alice, "nation", "wales", three[:1])

    assert Review.objects.get(pk=three[0].pk).fields_by_people == ["nation"]


def test_only_what_one_works_on_can_be_changed(as_alice, three, carol):
    theirs = make_review("Theirs", held_by=carol.partnerships.get())

    said = change(as_alice, "licence", "OGL 3.0", [theirs])

    assert said.status_code == 200
    assert values([theirs], "licence") == [""]
    assert "Theirs" not in as_alice.get(address("licence")).content.decode()


def test_what_no_partnership_holds_cannot_be_kept_to_one(as_alice, alice):
    review = make_review(created_by=alice, held_by=None)

    change(as_alice, "visibility", Visibility.PARTNERSHIP, [review])

    assert values([review], "visibility") == ["everyone"]


def test_a_change_of_others_cannot_be_undone_by_everybody(as_alice, client, carol, three):
    change(as_alice, "licence", "OGL 3.0", three)
    client.force_login(carol)

    assert client.post(reverse("desk:undo_bulk", args=[BulkChange.objects.get().pk])).status_code == 404


def test_choosing_nothing_says_so(as_alice, three):
    assert "Choose at least one review" in as_alice.post(address("licence"), {"value": "x"}).content.decode()


def offered(page):
    return [review.display_name for review in page.context["form"].listed]


def test_a_change_is_begun_from_what_a_search_found(as_alice, three):
    make_finding("Nobody asked about the ladybird.", review=three[1])
    page = as_alice.get("/search/", {"q": "ladybird", "show": "findings"}).content.decode()
    (address,) = re.findall(r'href="(/desk/bulk/[^"]+)"', page)

    begun = as_alice.get(html.unescape(address))

    assert offered(begun) == [three[1].display_name]
    assert begun.context["form"]["every"].value() is True


def test_readers_are_not_offered_to_change_what_they_found(client, bob, three):
    client.force_login(bob)

    assert "/desk/bulk/" not in client.get("/search/", {"show": "reviews"}).content.decode()


def test_a_change_is_begun_from_reviews_picked_at_the_desk(as_alice, three, carol):
    theirs = make_review("Theirs", held_by=carol.partnerships.get())
    desk = as_alice.get(reverse("desk:desk")).content.decode()
    assert f'name="pick" value="{three[0].pk}"' in desk

    begun = as_alice.get(reverse("desk:bulk"), {"pick": [three[0].pk, three[2].pk, theirs.pk, "x"]})

    assert offered(begun) == [three[0].display_name, three[2].display_name]


def test_what_was_picked_stays_picked_while_the_fact_is_chosen_and_changed(as_alice, three):
    picked = {"pick": [three[0].pk], "field": "licence"}
    address = f"{reverse('desk:bulk')}?{urlencode(picked, doseq=True)}"
    assert 'type="hidden" name="pick"' in as_alice.get(address).content.decode()

    as_alice.post(address, {"value": "OGL 3.0", "every": "on", "change": "1"})

    assert values(three, "licence") == ["OGL 3.0", "", ""]
