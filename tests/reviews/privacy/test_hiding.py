"""Hidden words are hidden everywhere, and can be shown again; editors keep the original."""

import json

import pytest
from django.urls import reverse
from PIL import Image

from people.roles import Role
from reviews import claims
from reviews.models import Claim, Decision, HistoryEntry, Item, PrivateWords, Review
from reviews.models.likeness import Likeness
from reviews.pictures import picture_of
from reviews.privacy.listing import NotInTheText, decide, hide, look_again
from reviews.publishing import publish
from tests.factories import (
    make_document,
    make_event,
    make_partnership,
    make_passage,
    make_person,
    make_recommendation,
    make_review,
    make_tagging,
    make_user,
)
from tests.reviews.pdfs import pdf_of

pytestmark = pytest.mark.django_db
NAME = "Jo Farrow"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT, settings.VAR_DIR = tmp_path / "files", tmp_path
    settings.PUBLIC_BROWSING = True


@pytest.fixture
def desk():
    return make_partnership()


@pytest.fixture
def alice(desk):
    return make_user("Alice", role=Role.EDITOR, of=[desk])


@pytest.fixture
def review(desk):
    """A review in every part of which the name stands."""
    review = make_review("Tam – Ambermoor", title=f"Review by {NAME}", held_by=desk, authors=[NAME],
                         evidence={"title": {"words": f"By {NAME}", "page": 1}})  # fmt: skip
    make_document(review, content=pdf_of(f"The nurse, {NAME}, wrote twice."), pages=1, name=f"{NAME}.pdf")
    passage = make_passage(f"The nurse, {NAME}, wrote twice.", review=review, heading=f"What {NAME} did",
                           rows=[[NAME, "wrote"]], boxes=[[1, 60, 70, 500, 130]])  # fmt: skip
    make_tagging("neglect", item=passage, evidence=f"{NAME}, wrote")
    make_recommendation(f"{NAME.upper()} should be asked again.", review=review, addressee=NAME)
    make_event("On 4 May 2012 the child was born.", review=review, date="2012-05-04", printed="4 May 2012")
    make_person(review, NAME)
    return review


@pytest.fixture
def reader(client):
    return client


def everything_of(client, review):
    """What a reader can get hold of."""
    document = review.documents.get()
    pages = [
        review.get_absolute_url(),
        reverse("source", args=[review.slug, document.pk, 1]),
        *(item.get_absolute_url() for item in review.items.all()),
        *(f"/search/?q=nurse+asked&show={kind}" for kind in ("reviews", "passages", "recommendations")),
        "/reviews/",
    ]
    return "\n".join(client.get(page).content.decode() for page in pages).casefold()


def test_hidden_words_are_on_no_page_that_a_reader_gets(reader, review, alice):
    assert NAME.casefold() in everything_of(reader, review)

    hide(review, NAME, by=alice)

    said = everything_of(reader, review)
    assert NAME.casefold() not in said
    assert "[hidden]" in said


def test_nobody_finds_a_review_by_words_that_are_hidden(reader, review, alice):
    found = f'/search/?q="{NAME}"&show=passages'
    assert review.get_absolute_url() in reader.get(found).content.decode()

    hide(review, NAME, by=alice)

    assert review.get_absolute_url() not in reader.get(found).content.decode()


def test_the_rows_that_lists_packs_and_exports_read_hold_no_hidden_words(review, alice):
    hide(review, NAME, by=alice)

    shown = [*Item.objects.values_list("text", "heading", "label"), *Review.objects.values_list("title", "authors")]
    shown += [tuple(item.passage.rows) for item in review.items.text_passages()]
    shown += list(Item.objects.values_list("taggings__evidence", "recommendation__addressee", "review__people__name"))
    assert NAME.casefold() not in json.dumps(shown).casefold()


def test_the_file_is_kept_for_editors_and_the_pages_without_the_words_are_for_readers(client, review, alice):
    hide(review, NAME, by=alice)
    document = review.documents.get()
    original = reverse("original", args=[review.slug, document.pk])

    assert client.get(original).status_code == 404
    assert f"{NAME}.pdf" not in client.get(review.get_absolute_url()).content.decode()
    client.force_login(alice)
    assert b"".join(client.get(original)).startswith(b"%PDF")


def black(path):
    """How much of a picture is black, from 0 to 1."""
    picture = Image.open(path).convert("L")
    return sum(picture.histogram()[:8]) / (picture.width * picture.height)


def test_the_words_are_blacked_out_in_the_picture_of_the_page(review, alice):
    document = review.documents.get()
    before = black(picture_of(document, 1))

    hide(review, NAME, by=alice)

    assert before + 0.002 < black(picture_of(document, 1)) < before + 0.05
    assert black(picture_of(document, 1, with_hidden_words=True)) == before


def test_where_the_letters_cannot_be_read_the_whole_paragraph_is_blacked_out(review, alice):
    scan = make_document(review, content=pdf_of(""), pages=1, role="action_plan")
    make_passage(f"{NAME} wrote.", review=review, document=scan, boxes=[[1, 50, 50, 550, 450]])

    hide(review, NAME, by=alice)

    assert 0.38 < black(picture_of(scan, 1)) < 0.45


def test_where_not_even_the_paragraph_has_a_place_the_whole_page_is_black(review, alice):
    scan = make_document(review, content=pdf_of(""), pages=1, role="action_plan")
    make_passage(f"{NAME} wrote.", review=review, document=scan)

    hide(review, NAME, by=alice)

    assert black(picture_of(scan, 1)) > 0.99


def test_a_date_of_birth_that_is_hidden_leaves_its_year_on_the_timeline(review, alice):
    hide(review, "4 May 2012", by=alice)
    event = review.items.get(kind="event").event
    assert (event.date, event.date_as_printed) == ("2012", "[hidden]")

    decide(review, {review.private_words.get(words="4 May 2012").pk: Decision.FINE}, by=alice)

    event.refresh_from_db()
    assert (event.date, event.date_as_printed) == ("2012-05-04", "4 May 2012")


def test_what_is_shown_again_stands_as_it_stood(review, alice):
    before = list(review.items.order_by("pk").values_list("text", "heading", "recommendation__addressee"))
    hidden = hide(review, NAME, by=alice)

    decide(review, {hidden.pk: Decision.FINE}, by=alice)

    review.refresh_from_db()
    assert list(review.items.order_by("pk").values_list("text", "heading", "recommendation__addressee")) == before
    assert (review.title, review.authors, review.people.get().name) == (f"Review by {NAME}", [NAME], NAME)
    assert review.documents.get().is_offered


def test_what_a_person_writes_later_is_hidden_too(review, alice):
    hide(review, NAME, by=alice)
    item = review.items.get(kind="recommendation")
    Claim.objects.create(item=item, machine_version="m", values={"text": "Ask again."})

    claims.person_says(target=item, person=alice, values={"text": f"Ask {NAME} again."})

    item.refresh_from_db()
    assert item.text == "Ask [hidden] again."
    assert claims.values_of(item)["text"] == f"Ask {NAME} again."


def test_hidden_words_are_not_named_as_what_two_items_have_in_common(review, alice):
    item, other = review.items.all()[:2]
    likeness = Likeness.objects.create(item=item, other=other, score=0.5, words=["farrow", "nurse"])

    hide(review, NAME, by=alice)

    likeness.refresh_from_db()
    assert likeness.words == ["nurse"]


def test_words_that_do_not_stand_in_the_review_cannot_be_hidden(review, alice):
    with pytest.raises(NotInTheText):
        hide(review, "Nobody Here", by=alice)


def test_hidden_words_are_never_written_into_the_history(review, alice):
    hide(review, NAME, by=alice)
    publish(Review.objects.get(), by=alice)

    written = json.dumps(list(HistoryEntry.objects.values("review_name", "about", "details")))
    assert NAME not in written
    assert HistoryEntry.objects.filter(act="hid").get().details == {"count": 1}


def test_looking_again_lists_what_is_new_and_keeps_what_was_decided(review, alice):
    hidden = hide(review, NAME, by=alice)
    make_passage("Her aunt, Ros Tarrant, rang.", review=review)

    look_again(review)

    assert PrivateWords.objects.get(pk=hidden.pk).is_hidden
    assert review.private_words.open().get().words == "Ros Tarrant"
