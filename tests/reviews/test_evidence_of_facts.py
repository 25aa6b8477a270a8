"""A fact leads to its words, as long as they stand there."""

import pytest

from reviews.evidence import anchors_in, sources_of
from tests.factories import make_document, make_passage, make_review

pytestmark = pytest.mark.django_db


def sources(review):
    passages = {passage.anchor: passage for passage in review.items.text_passages()}
    return sources_of(review, list(review.documents.all()), passages)


def with_evidence(words, passage_text, **document):
    review = make_review()
    passage = make_passage(passage_text, review=review, document=make_document(review, **document), page=2, label="1.4")
    review.evidence = {"published": {"words": words, "page": 2, "item": passage.anchor}}
    return review, passage


def test_a_fact_leads_to_the_page_that_it_was_read_on():
    review, passage = with_evidence("May 2021", "Published in  May 2021 by us.")

    source = sources(review)["published"]

    assert source.name == "page 2"
    assert source.address.endswith(f"/source/2/?item={passage.anchor}")


def test_where_no_pages_are_shown_it_leads_to_the_paragraph():
    review, passage = with_evidence("May 2021", "May 2021", format="docx", pages=0)

    source = sources(review)["published"]

    assert source.name == "paragraph 1.4"
    assert source.address == passage.place_in_review


def test_words_that_no_longer_stand_in_the_passage_are_no_source():
    review, _ = with_evidence("May 2021", "Published in ████.")

    assert sources(review) == {}


def test_evidence_without_a_passage_is_no_source():
    review = make_review(evidence={"title": {"words": "Review", "page": 1, "item": ""}})

    assert anchors_in(review) == []
    assert sources(review) == {}
