"""The search page: what a result shows and where it leads, filters that leave out, other names, better spelling."""

import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import escape

from reviews.models import SynonymGroup
from reviews.search.blocks import bring_up_to_date
from tests.factories import (
    make_document,
    make_draft,
    make_event,
    make_finding,
    make_passage,
    make_recommendation,
    make_review,
)

pytestmark = pytest.mark.usefixtures("public")


@pytest.fixture
def tam(public):
    review = make_review("Tam – Ambermoor, LCSPR", slug="tam", published="2021-05", themes=["neglect"])
    document = make_document(review, pages=9)
    here: dict[str, Any] = {"review": review, "document": document}
    paragraph = make_passage("The school wrote, and <nobody> read it.", label="3.7", page=4, **here)
    finding = make_finding("The school was not heard.", themes=["neglect"], page=4, **here)
    finding.passages.add(paragraph)
    make_passage("Neglect of teeth.", label="3.8", page=5, **here)
    return review


def get(client, address, **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def test_a_result_shows_its_words_marked_with_theme_review_area_year_paragraph_and_page(client, tam):
    page = get(client, "/search/", q="school")
    card = page[page.index("card__title") :]

    facts = ("<li>Ambermoor</li>", "Published May 2021", "Paragraph 3.7", "Page 4")
    for shown in ("<mark>school</mark>", "Tam – Ambermoor, LCSPR", "Neglect", *facts):
        assert shown in card


def test_a_result_opens_at_its_very_paragraph_with_the_hits_marked(client, tam):
    paragraph = tam.items.get(label="3.7")
    page = get(client, "/search/", q="school")

    address = f"/reviews/tam/text/?at={paragraph.anchor}&q=school#{paragraph.fragment}"
    assert f'href="{escape(address)}"' in page
    opened = client.get(address).content.decode()
    assert f'id="{paragraph.fragment}"' in opened
    assert "The <mark>school</mark> wrote, and &lt;nobody&gt; read it." in opened
    assert "is marked in 1 paragraph of the text" in opened


def test_a_review_without_the_words_says_so_and_one_that_nobody_searched_says_nothing(client, tam):
    assert "stands in no paragraph of the text" in get(client, "/reviews/tam/", q="ladybird")
    assert "<mark>" not in get(client, "/reviews/tam/")
    assert "marks-h" not in get(client, "/reviews/tam/", q="the")


def test_marking_words_asks_the_database_the_same_few_questions_however_long_the_review_is(
    client, tam, django_assert_num_queries
):
    client.get("/reviews/tam/?q=school")  # what the process keeps in memory is read
    with django_assert_num_queries(8):
        client.get("/reviews/tam/?q=school")
    for number in range(20):
        make_passage(f"The school wrote {number}.", review=tam, document=tam.documents.get())
    client.get("/reviews/tam/?q=school")
    with django_assert_num_queries(8):
        client.get("/reviews/tam/?q=school")


def test_a_value_that_is_left_out_is_told_by_a_chip_and_counted_without(client, tam):
    make_finding("The school rang.", review=make_review("Amara", area="Northolm"))
    page = get(client, "/search/", q="school", not_area="Northolm")

    assert "1 finding" in page
    assert "not Area: Northolm" in page
    assert re.search(r'name="not_area" value="Northolm" checked', page)
    assert re.search(r'name="area" value="Ambermoor">', page)


def test_what_is_not_stated_can_be_chosen_and_left_out(client, tam):
    make_finding("The school rang.", review=make_review("Amara", area=""))

    assert "Area: Not stated" in get(client, "/search/", q="school", area="not-stated")
    assert "1 finding" in get(client, "/search/", q="school", not_area="not-stated")


def test_other_names_that_were_looked_for_are_told_and_can_be_left(client, tam):
    SynonymGroup.objects.create().take(["dentition", "teeth"])
    page = get(client, "/search/", q="dentition", show="passages")

    assert "“dentition” also finds: teeth." in page
    assert "1 passage<" in page
    assert "?q=%22dentition%22&amp;show=passages" in page


def test_a_misspelt_word_is_offered_its_correction_with_every_filter_kept(client, tam):
    bring_up_to_date()
    page = get(client, "/search/", q="scholo", area="Ambermoor", show="passages")

    meant = r'Did you mean <a href="/search/\?q=school&amp;show=passages&amp;area=Ambermoor"[^>]*>school</a>\?'
    assert re.search(meant, page)


def test_a_drafts_words_are_in_no_row_count_facet_or_suggestion(client, tam):
    draft = make_draft(display_name="Quetzal", area="Quetzalshire")
    for make in (make_finding, make_recommendation, make_event, make_passage):
        make("The quetzal flew to school.", review=draft, themes=["escalation"])
    bring_up_to_date()
    for show in ("reviews", "findings", "recommendations", "events", "passages"):
        for query in ({"q": "quetzal"}, {"q": "school"}, {"q": "quetzla"}, {}):
            page = get(client, "/search/", show=show, **query).lower()
            assert "quetzalshire" not in page
            assert "quetzal flew" not in page
            assert ">quetzal<" not in page
    assert "quetzalshire" not in get(client, "/search/filters/area/").lower()


def test_all_values_of_a_filter_stand_on_a_page_that_keeps_the_rest_of_the_search(client, tam):
    for number in range(60):
        make_finding("The school rang.", review=make_review(area=f"{chr(65 + number % 26)}ton {number}"))
    page = get(client, "/search/", q="school", kind="lcspr", area="Ambermoor")
    assert 'href="/search/filters/area/?q=school&amp;kind=lcspr&amp;area=Ambermoor"' in page

    every = get(client, "/search/filters/area/", q="school", kind="lcspr", area="Ambermoor")
    assert every.count('type="checkbox" name="area"') == 61
    assert '<input type="hidden" name="kind" value="lcspr">' in every
    assert re.search(r'name="area" value="Ambermoor" checked', every)


def test_values_can_be_found_by_their_letters_and_those_in_use_stay(client, tam):
    for name in ("Northolm", "Wexbourne"):
        make_finding("The school rang.", review=make_review(area=name))
    page = get(client, "/search/filters/area/", area="Ambermoor", find="wex")

    assert "Wexbourne" in page
    assert 'value="Ambermoor" checked' in page
    assert "Northolm" not in page
    assert "Nothing here is called this" in get(client, "/search/filters/area/", find="zzz")


def test_a_filter_that_is_not_there_is_not_found(client, db):
    assert client.get(reverse("values", args=["nothing"])).status_code == 404


def test_a_result_leads_in_one_click_to_the_picture_of_its_page_with_the_words_lit(client, tam):
    finding = tam.items.of_kind("finding").get()
    document = tam.documents.get()
    page = get(client, "/search/", q='school -"in time"')

    assert f"/reviews/tam/{document.pk}/source/4/?item={finding.anchor}&amp;q=school+-%22in+time%22" in page


def test_a_year_and_all_after_it_can_be_asked_for_and_what_came_before_left_out(client, tam):
    for name, year in (("Amara", "2017"), ("Bryony", "2019"), ("Undated", "")):
        make_finding("The school rang.", review=make_review(name, published=year))

    page = get(client, "/search/", q="school", since="2019")

    assert "2 findings" in page
    assert "Earliest year published: 2019 or later" in page
    assert "1 finding" in get(client, "/search/", q="school", since="2020")
    assert "2 findings" in get(client, "/search/", q="school", not_since="2019")


def test_a_search_without_an_answer_says_how_many_rows_of_other_kinds_there_are(client, tam):
    make_finding("The nursery rang.", review=tam)

    page = get(client, "/search/", q="nursery", show="recommendations")

    assert "1 review</a>, <a" in page
    assert "1 finding</a>" in page
