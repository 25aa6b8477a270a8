import pytest

from reviews.models import ItemState
from tests.factories import make_document, make_finding, make_passage, make_review

pytestmark = pytest.mark.usefixtures("public")


def test_an_items_address_shows_it_with_the_way_to_its_page(client):
    finding = make_finding("Nobody asked.", review=make_review("Tam"), label="3", page=2)

    answer = client.get(finding.get_absolute_url())
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "Nobody asked." in page
    assert f"/source/2/?item={finding.anchor}" in page


def test_what_a_later_reading_replaced_still_answers_and_says_by_what(client):
    review = make_review()
    now = make_finding("Nobody asked him.", review=review, label="3")
    before = make_finding("Nobody asked.", review=review, state=ItemState.SUPERSEDED, superseded_by=now)

    answer = client.get(before.get_absolute_url())
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "Nobody asked." in page
    assert now.get_absolute_url() in page


def test_what_an_editor_rejected_says_so_and_no_more(client):
    rejected = make_finding("A page header.", review=make_review(), state=ItemState.REJECTED)

    answer = client.get(rejected.get_absolute_url())

    assert answer.status_code == 410
    assert "not a finding" in answer.content.decode()
    assert "A page header." not in answer.content.decode()


def test_where_a_file_has_no_pages_the_way_leads_to_the_paragraph(client):
    review = make_review()
    document = make_document(review, format="docx", page_sizes=[])
    passage = make_passage("Words.", review=review, document=document, page=None)
    finding = make_finding("Words.", review=review, document=document, page=None)
    finding.passages.add(passage)

    page = client.get(finding.get_absolute_url()).content.decode()

    assert passage.place_in_review in page


def test_an_address_that_never_was_is_not_found(client):
    assert client.get("/items/nothing/").status_code == 404
