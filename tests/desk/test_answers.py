"""The pages on which an editor says what a file is and sees what an edition changes."""

import pytest
from django.urls import reverse

from ingest.models import Intake, IntakeState, Reading
from reviews.models import Edition
from tests.factories import make_document, make_draft, make_finding, make_review
from tests.ingest.extracted import extracted

pytestmark = pytest.mark.django_db
CHANGES = {
    "new": [{"kind": "finding", "label": "F2", "after": "Housing was not asked."}],
    "gone": [], "changed": [], "same": 4, "confirmed": 1,
}  # fmt: skip


def waiting(review, state=IntakeState.ASKS, **fields):
    document = review.documents.first() or make_document(review)
    offer = {"kin": "edition", "document": document.pk, "role": "overview", "why": "About 90% is the same."}
    said = {"name": "later.pdf", "state": state, "offer": {**offer, "changes": CHANGES}, "sha256": "a" * 64}
    return Intake.objects.create(**{**said, **fields})


@pytest.fixture
def intake(alice, ambermoor):
    return waiting(make_draft(held_by=ambermoor), received_from=alice, held_by=ambermoor)


def page_of(intake):
    return reverse("desk:answer", args=[intake.pk])


def test_the_desk_lists_what_needs_an_answer(as_alice, intake):
    said = as_alice.get(reverse("desk:desk")).content.decode()

    assert "Needs your answer" in said
    assert page_of(intake) in said


def test_the_page_asks_what_the_file_is_and_offers_the_likeliest(as_alice, intake):
    said = as_alice.get(page_of(intake))

    assert said.context["form"]["what"].value() == "edition"
    assert "About 90% is the same." in said.content.decode()


def test_an_answer_lets_a_worker_go_on(as_alice, intake):
    as_alice.post(page_of(intake), {"what": "part", "role": "action_plan"})

    intake.refresh_from_db()
    assert intake.state == IntakeState.RECEIVED
    assert (intake.answer["as"], intake.answer["role"]) == ("part", "action_plan")


def test_no_answer_is_an_error_that_says_what_to_do(as_alice, intake):
    assert "Choose what this file is" in as_alice.post(page_of(intake), {}).content.decode()


def test_a_file_can_be_left_out(as_alice, intake):
    as_alice.post(page_of(intake), {"what": "leave"})

    intake.refresh_from_db()
    assert intake.state == IntakeState.REFUSED


def test_what_another_desk_holds_can_only_be_left_alone(as_alice, alice, carol):
    theirs = waiting(make_review(held_by=carol.partnerships.get()), received_from=alice)

    said = as_alice.get(page_of(theirs))
    as_alice.post(page_of(theirs), {"what": "edition"})

    theirs.refresh_from_db()
    assert [value for value, _ in said.context["form"].fields["what"].choices] == ["own", "leave"]
    assert theirs.state == IntakeState.ASKS


def test_carol_sees_nothing_of_what_waits_at_alices_desk(client, carol, intake):
    client.force_login(carol)

    assert client.get(page_of(intake)).status_code == 404
    assert intake.name not in client.get(reverse("desk:desk")).content.decode()


def test_what_would_change_for_readers_is_shown_before_it_does(as_alice, alice, ambermoor):
    held = waiting(make_review(held_by=ambermoor), IntakeState.HELD, received_from=alice, held_by=ambermoor)

    said = as_alice.get(page_of(held)).content.decode()
    as_alice.post(reverse("desk:put_in_place", args=[held.pk]))

    held.refresh_from_db()
    assert "1 new, 0 gone, 0 changed, 4 the same, of which 1 was confirmed" in said
    assert held.answer["go"] is True


def test_names_that_nobody_has_looked_at_are_told_before_readers_see_them(as_alice, alice, ambermoor):
    held = waiting(make_review(held_by=ambermoor), IntakeState.HELD, received_from=alice, held_by=ambermoor)
    reading = extracted(["The nurse, Jo Farrow, wrote in May.", "The nurse was asked."])
    Reading.objects.create(intake=held, packed=Reading.pack(reading))

    said = as_alice.get(page_of(held)).content.decode()

    assert "Nobody has looked at Jo Farrow" in said


def test_an_answered_file_leads_back_to_its_list(as_alice, intake):
    Intake.objects.update(state=IntakeState.DONE)

    assert as_alice.get(page_of(intake)).url == reverse("desk:intakes")


@pytest.fixture
def edition(ambermoor, settings):
    settings.PUBLIC_BROWSING = True
    review = make_review(held_by=ambermoor)
    old = make_document(review, name="first.pdf", gives_items=False)
    new = make_document(review, name="second.pdf")
    type(old).objects.filter(pk=old.pk).update(replaced_by=new)
    return Edition.objects.create(review=review, document=new, replaced=old, changes=CHANGES)


def test_editors_see_what_an_edition_changed_and_nobody_else_does(as_alice, client, carol, edition):
    address = reverse("desk:edition", args=[edition.pk])

    assert "Housing was not asked." in as_alice.get(address).content.decode()
    client.force_login(carol)
    assert client.get(address).status_code == 404


def test_readers_are_no_longer_offered_the_earlier_edition(client, as_alice, edition):
    review, old = edition.review, edition.replaced
    original = reverse("original", args=[review.slug, old.pk])
    picture = reverse("picture", args=[review.slug, old.pk, 1])

    assert b"".join(as_alice.get(original)) != b""
    as_alice.logout()
    assert "first.pdf" not in client.get(review.get_absolute_url()).content.decode()
    assert {client.get(original).status_code, client.get(picture).status_code} == {404}


def test_a_saved_link_to_a_page_of_the_earlier_edition_leads_to_the_item_now(client, edition):
    item = make_finding("Nobody asked.", review=edition.review, document=edition.document, page=2)
    saved = reverse("source", args=[edition.review.slug, edition.replaced.pk, 3])

    assert client.get(f"{saved}?item={item.anchor}").url == item.source_address
    assert client.get(saved).url == edition.review.get_absolute_url()
