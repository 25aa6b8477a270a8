import pytest
from django.urls import reverse

from reviews.models.document import DocumentFormat
from tests.factories import make_document, make_finding, make_passage, make_recommendation, make_review, make_user
from tests.reviews.pdfs import pdf_of

pytestmark = pytest.mark.usefixtures("public")


@pytest.fixture
def document(public):
    return make_document(make_review("Tam"), content=pdf_of("One", "Two", "Three"))


def at(name, document, *page):
    return reverse(name, args=[document.review.slug, document.pk, *page])


def test_the_places_on_a_page_are_links_with_names_in_the_picture(client, document):
    finding = make_finding("Found.", review=document.review, label="3", page=2, boxes=[[2, 72, 100, 272, 120]])

    page = client.get(at("source", document, 2)).content.decode()

    assert f'<a href="#place-{finding.anchor}"><title>Finding 3</title>' in page
    assert '<rect x="72" y="100" width="200" height="20">' in page
    assert 'viewBox="0 0 595.0 842.0"' in page
    assert "with 1 place marked" in page


def test_a_place_that_runs_over_the_page_is_marked_on_both(client, document):
    boxes = [[1, 72, 700, 272, 720], [2, 72, 50, 272, 70]]
    make_recommendation("Do.", review=document.review, page=1, boxes=boxes)

    assert client.get(at("source", document, 1)).content.decode().count("<rect ") == 1
    assert client.get(at("source", document, 2)).content.decode().count("<rect ") == 1
    assert client.get(at("source", document, 3)).content.decode().count("<rect ") == 0


def test_the_place_that_one_came_from_is_the_current_one_even_if_it_is_a_passage(client, document):
    make_finding("Found.", review=document.review, page=1, boxes=[[1, 1, 1, 2, 2]])
    passage = make_passage("Read.", review=document.review, page=1, boxes=[[1, 3, 3, 4, 4]])

    page = client.get(f"{at('source', document, 1)}?item={passage.anchor}").content.decode()

    assert page.count('aria-current="true"') == 1
    assert page.count("<rect ") == 2


def test_the_text_of_the_page_stands_below_its_picture(client, document):
    make_passage("On this page.", review=document.review, page=2)
    make_passage("On another.", review=document.review, page=3)

    page = client.get(at("source", document, 2)).content.decode()

    assert "On this page." in page
    assert "On another." not in page


def test_the_first_and_the_last_page_lead_no_further(client, document):
    first, last = (client.get(at("source", document, page)).content.decode() for page in (1, 3))

    assert 'rel="prev"' not in first
    assert 'rel="next"' not in last


@pytest.mark.parametrize("page", [0, 4, 10**30])
def test_a_page_that_is_not_there_is_not_found(client, document, page):
    assert client.get(at("source", document, page)).status_code == 404
    assert client.get(at("picture", document, page)).status_code == 404


def test_a_document_of_another_review_is_not_found_at_this_ones_address(client, document):
    other = make_review()

    assert client.get(reverse("source", args=[other.slug, document.pk, 1])).status_code == 404
    assert client.get(reverse("original", args=[other.slug, document.pk])).status_code == 404


def test_the_picture_is_a_picture_and_nothing_else(client, document):
    answer = client.get(at("picture", document, 1))

    assert answer["Content-Type"] == "image/webp"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer["Cache-Control"]
    assert b"".join(answer.streaming_content)[8:12] == b"WEBP"


def test_a_picture_that_cannot_be_drawn_is_not_found(client, public):
    broken = make_document(make_review(), content=b"no PDF")

    assert client.get(at("picture", broken, 1)).status_code == 404


def test_where_words_must_stay_hidden_the_file_is_not_given_and_the_page_says_so(client, public):
    hidden = make_document(make_review(), content=pdf_of("One"), is_offered=False)

    assert client.get(at("original", hidden)).status_code == 404
    assert "words of this document are hidden" in client.get(at("source", hidden, 1)).content.decode()


@pytest.mark.parametrize("form", DocumentFormat.values)
def test_the_original_is_saved_never_shown_by_the_browser(client, public, form):
    name = f'report "1" ü\r\nX-Odd: 1.{form}'
    document = make_document(make_review(), content=b"<script>alert(1)</script>", name=name, format=form)

    answer = client.get(at("original", document))

    assert answer["Content-Disposition"].startswith("attachment")
    assert "html" not in answer["Content-Type"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "X-Odd" not in answer.headers
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"


@pytest.mark.parametrize("size", [1, 20])
def test_a_page_asks_the_database_the_same_few_questions_whatever_is_on_it(
    client, document, size, django_assert_num_queries
):
    client.force_login(make_user())
    for _ in range(size):
        make_finding("Found.", review=document.review, page=1, boxes=[[1, 1, 1, 2, 2]], themes=["neglect"])
        make_passage("Read.", review=document.review, page=1)

    with django_assert_num_queries(8):
        client.get(at("source", document, 1))


def test_the_words_that_one_came_with_are_lit_and_go_on_to_the_next_page(client, document):
    make_passage("Two of them.", review=document.review, document=document, page=2)

    page = client.get(f"{at('source', document, 2)}?q=two").content.decode()

    assert page.count('<g class="lit" aria-hidden="true"><rect ') == 1
    assert "“two” is lit in 1 place on the picture." in page
    assert "<mark>Two</mark> of them." in page
    assert f'href="{at("source", document, 3)}?q=two"' in page
    assert "“ladybird” could not be found" in client.get(f"{at('source', document, 2)}?q=ladybird").content.decode()
