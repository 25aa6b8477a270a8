"""Where words were recognised in pictures of pages, readers and editors are told, and where none could be."""

import pytest
from django.urls import reverse

from people.roles import Role
from tests.factories import make_document, make_review, make_user
from tests.reviews.pdfs import pdf_of

SENTENCE = "Its words were recognised in pictures of pages: a letter may be wrong here and there."
MISSING = "Pages that hold pictures but no words that could be read: 2, 5."


@pytest.fixture
def document(public):
    return make_document(make_review("Tam"), content=pdf_of("One"), pages=1)


def pages_of(client, document):
    addresses = (
        reverse("review", args=[document.review.slug]),
        reverse("source", args=[document.review.slug, document.pk, 1]),
        reverse("desk:review", args=[document.review.slug]),
    )
    client.force_login(make_user("Ada", role=Role.ADMINISTRATOR))
    return [client.get(address).content.decode() for address in addresses]


def test_the_review_the_page_and_the_desk_say_that_words_were_recognised(client, document):
    document.is_from_ocr, document.pages_without_text = True, [2, 5]
    document.save()

    for page in pages_of(client, document):
        assert f"{SENTENCE} {MISSING}" in page


def test_of_a_document_with_a_text_layer_nothing_is_said(client, document):
    for page in pages_of(client, document):
        assert "recognised in pictures" not in page


def test_of_many_pages_without_words_the_first_are_named(document):
    document.pages_without_text = list(range(1, 101))

    assert document.about_recognition.endswith("18, 19, 20 and others.")
