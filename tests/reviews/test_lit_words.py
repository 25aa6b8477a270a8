"""The words that a reader came with are lit on the picture of a page, where they stand."""

import pytest

from reviews.lit_words import lit_words, words_on
from reviews.pictures import PictureError
from tests.factories import make_document, make_review
from tests.reviews.pdfs import pdf_of

pytestmark = pytest.mark.django_db


def document_of(*pages, **fields):
    return make_document(make_review(), content=pdf_of(*pages), pages=len(pages), **fields)


def test_the_words_of_a_page_are_read_with_their_places():
    first, second = words_on(document_of("One school"), 1)

    assert (first.text, second.text) == ("One", "school")
    assert 71 <= first.left < first.right < second.left
    assert 70 < first.top < 101 < first.bottom < 112


def test_every_form_of_a_word_is_lit_and_nothing_else():
    lit = lit_words(document_of("Schools and a school rang"), 1, "school")

    assert len(lit) == 2
    assert lit[0].left < lit[1].left
    assert 70 < lit[0].width < 110


def test_a_phrase_is_lit_as_one():
    (lit,) = lit_words(document_of("was not brought"), 1, '"was not brought"')

    assert lit.width > 150


@pytest.mark.parametrize("words", ["", "ladybird", "the", "-school"])
def test_what_asks_for_nothing_on_the_page_lights_nothing(words):
    assert lit_words(document_of("One school"), 1, words) == []


def test_words_are_read_once(monkeypatch):
    document = document_of("One school")
    words = words_on(document, 1)
    monkeypatch.setattr("reviews.lit_words.said_by", None)

    assert words_on(document, 1) == words


def test_nothing_is_lit_where_words_must_stay_hidden():
    document = document_of("One school")
    document.is_offered = False

    assert lit_words(document, 1, "school") == []


def test_a_file_that_cannot_be_read_lights_nothing():
    document = make_document(make_review(), content=b"no PDF", pages=1)

    with pytest.raises(PictureError):
        words_on(document, 1)
    assert lit_words(document, 1, "school") == []
