"""On the picture of a page the words of an item are marked, not the whole paragraph that they are part of."""

import pytest

from desk.checking.own_words import own_words_marked
from tests.factories import make_document, make_draft, make_finding
from tests.reviews.pdfs import pdf_of

pytestmark = pytest.mark.django_db
PARAGRAPH = [1, 70.0, 70.0, 500.0, 120.0]


def marked(text, *, page="The school rang. Nobody asked why.", boxes=(PARAGRAPH,)):
    """The rectangles of a finding with this text, on a page that reads so."""
    review = make_draft()
    document = make_document(review, content=pdf_of(page), pages=1)
    item = make_finding(text, review=review, document=document, page=1, boxes=list(boxes))
    places = [{"item": item, "boxes": item.boxes_on(1), "is_wanted": True}]
    return own_words_marked(places, document, 1)[0]["boxes"]


def test_a_sentence_of_a_paragraph_is_marked_alone():
    ((left, _, width, _),) = marked("Nobody asked why.")
    ((first_left, _, first_width, _),) = marked("The school rang.")

    assert first_left + first_width <= left
    assert width < 300


def test_breaks_and_signs_between_the_words_do_not_matter():
    assert marked("The  school, rang\nNobody asked – why")


def test_of_words_that_stand_twice_those_of_its_paragraph_are_marked():
    page = "Ask again. Write it down. Ask again."
    ((whole_left, _, whole_width, _),) = marked(page, page=page)
    second_half = [1, whole_left + whole_width / 2, 0, whole_left + whole_width + 5, 500]

    ((left, _, _, _),) = marked("Ask again.", page=page, boxes=[second_half])

    assert left > whole_left + whole_width / 2


def test_words_that_do_not_stand_on_the_page_leave_the_paragraph_marked():
    assert marked("Something that an editor wrote.") == [[70.0, 70.0, 430.0, 50.0]]


def test_an_item_that_goes_on_over_the_page_keeps_its_paragraph():
    on_two = [PARAGRAPH, [2, 70.0, 70.0, 500.0, 90.0]]

    assert marked("Nobody asked why.", boxes=on_two) == [[70.0, 70.0, 430.0, 50.0]]
