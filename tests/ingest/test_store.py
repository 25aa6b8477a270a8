"""What was read becomes a review, once; reading again keeps addresses and what people said."""

from dataclasses import replace

import pytest

from ingest.models import Intake
from ingest.record import ExtractedFinding
from ingest.store import store
from people.models import User
from reviews import claims
from reviews.models import Document, Item, ItemKind, ItemState, Partnership, Review, ReviewState, Tagging, Theme
from tests.ingest.extracted import PARAGRAPHS, extracted, facts

pytestmark = pytest.mark.django_db
KINDS = {"passage": 40, "finding": 2, "recommendation": 1, "action": 1, "event": 1}


def intake(name="tam.pdf", **values):
    return Intake.objects.create(name=name, size=10, sha256=name.ljust(64, "0"), file=f"documents/{name}", **values)


def stored(review=None, name="tam.pdf", **values):
    document, _ = store(review or extracted(), intake(name, **values))
    return document


def test_everything_that_was_found_has_its_row():
    review = stored().review

    assert review.items.counts_by_kind() == KINDS
    assert (review.display_name, review.slug) == ("Child Tam – Ambermoor, LCSPR", "child-tam-ambermoor-lcspr")
    assert (review.published_earliest.isoformat(), review.published_latest.isoformat()) == ("2021-05-01", "2021-05-31")
    assert review.people.get().sex == "male"


def test_a_review_without_a_title_is_called_as_its_file_is():
    assert stored(extracted(facts=facts(title="", subject=None, area=None))).review.title == "tam.pdf"


def test_a_new_review_is_a_draft():
    assert stored().review.state == ReviewState.DRAFT


def test_it_is_published_at_once_where_that_was_asked_for():
    assert stored(publish=True).review.state == ReviewState.PUBLISHED


def test_each_kind_keeps_what_is_peculiar_to_it():
    review = stored().review
    items = {item.kind: item for item in review.items.order_by("-position")}

    assert items["recommendation"].recommendation.addressee == "The partnership"
    assert items["event"].event.earliest.isoformat() == "2019-03-01"
    assert items["action"].action.lead == "Head of Service"
    assert review.items.filter(finding__kind="good_practice").count() == 1
    assert items["recommendation"].passages.get().label == "1.3"


def test_themes_are_suggested_with_their_evidence():
    Theme.objects.get_or_create(key="neglect", defaults={"label": "Neglect", "definition": "-", "position": 999})

    review = stored().review

    tagging = Tagging.objects.get(item__kind=ItemKind.RECOMMENDATION)
    assert (tagging.theme.key, tagging.state, tagging.evidence) == ("neglect", "suggested", "chronic neglect")
    assert review.taggings.get().valence == "gap"


def test_the_same_text_in_another_format_is_another_document_of_the_same_review():
    first = stored(publish=True)

    second = stored(extracted(read_from="text"), "tam.txt", publish=True)

    assert second.review == first.review
    assert not second.gives_items
    assert Item.objects.counts_by_kind() == KINDS


def test_a_format_that_keeps_more_of_the_layout_takes_over_and_addresses_stay():
    first = stored(extracted(read_from="text"), "tam.txt")
    addresses = set(Item.objects.values_list("anchor", flat=True))

    second = stored(extracted(read_from="pdf"), "tam.pdf")

    first.refresh_from_db()
    assert (first.gives_items, second.gives_items) == (False, True)
    assert set(Item.objects.values_list("anchor", flat=True)) == addresses
    assert set(Item.objects.values_list("document", flat=True)) == {second.pk}


def test_another_review_with_the_same_name_gets_another_address():
    stored()

    other = stored(extracted([f"Chapter {number}: an old man fell." for number in range(40)]), "other.pdf")

    assert other.review.slug == "child-tam-ambermoor-lcspr-2"


def test_another_partnerships_unpublished_review_is_not_given_away():
    ours = Partnership.objects.create(key="ours", name="Ours", area="A", kind="children", is_fictional=True)
    theirs = Partnership.objects.create(key="theirs", name="Theirs", area="B", kind="children", is_fictional=True)
    first = stored(held_by=theirs)

    second = stored(extracted(read_from="text"), "tam.txt", held_by=ours)

    assert second.review != first.review


@pytest.fixture
def editor():
    return User.objects.create_user("editor@crossread.example")


def read_again(document, review):
    """Store a later reading of the same text, as a better format does."""
    Document.objects.filter(pk=document.pk).update(format="text")
    return stored(replace(review, machine="test 2"), "again.pdf")


def test_reading_again_keeps_what_a_person_said(editor):
    document = stored()
    finding = Item.objects.get(label="F1")
    claims.person_says(target=finding, person=editor, values={"text": "Absence was not seen as neglect."})

    read_again(document, extracted())

    finding.refresh_from_db()
    assert finding.text == "Absence was not seen as neglect."


def test_reading_again_keeps_a_fact_that_a_person_gave(editor):
    document = stored()
    claims.person_says(target=document.review, person=editor, values={"subject": "Tam"})

    read_again(document, extracted(facts=facts(subject="Child T", authors=())))

    review = Review.objects.get()
    assert (review.subject, review.authors, review.fields_by_people) == ("Tam", [], ["subject"])


def test_what_is_no_longer_found_is_superseded_and_keeps_its_address():
    document = stored()
    gone = Item.objects.get(label="F1")

    read_again(document, extracted(findings=(ExtractedFinding("A wholly different lesson about housing."),)))

    gone.refresh_from_db()
    assert gone.state == ItemState.SUPERSEDED


def test_what_was_rejected_stays_rejected():
    document = stored()
    Item.objects.filter(label="F1").update(state=ItemState.REJECTED)

    read_again(document, extracted())

    assert Item.objects.get(label="F1").state == ItemState.REJECTED


def test_only_the_last_reading_speaks_for_the_machine():
    document = stored()

    read_again(document, extracted())

    standing = Item.objects.get(label="F1").claims.standing()
    assert [claim.machine_version for claim in standing] == ["test 2"]


def test_the_number_of_queries_does_not_grow_with_the_paragraphs(django_assert_max_num_queries):
    many = extracted(
        [f"{paragraph} And more was said in round {turn}." for turn in range(10) for paragraph in PARAGRAPHS]
    )

    with django_assert_max_num_queries(60):
        stored(many)
