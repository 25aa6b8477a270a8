"""What a fact was read from is kept with it."""

import pytest

from ingest.record import ExtractedFacts, ExtractedPassage, ExtractedReview
from ingest.store.evidence import passage_with, write_evidence
from tests.factories import make_document, make_passage, make_review

PASSAGES = (
    ExtractedPassage("paragraph", "Published by the partnership.", page=1),
    ExtractedPassage("paragraph", "Tam died on\n4 May 2021.", number="1.1", page=1),
    ExtractedPassage("paragraph", "Tam died on 4 May 2021.", page=2),
)


def read(words, page):
    facts = ExtractedFacts(title="Tam", evidence={"incident": (words, page)})
    return ExtractedReview(facts=facts, passages=PASSAGES)


@pytest.mark.parametrize(
    ("words", "page", "index"),
    [("Tam died on 4 May 2021", 1, 1), ("tam  died on 4 May 2021", 2, 2), ("1.1 Tam died", 1, 1), ("Nobody", 1, -1)],
)
def test_the_words_of_a_fact_are_found_on_their_page_however_they_are_spaced(words, page, index):
    assert passage_with(read(words, page), words, page) == index


@pytest.mark.django_db
def test_a_fact_leads_to_the_passage_that_it_was_read_in():
    review = make_review()
    document = make_document(review)
    stored = [make_passage(p.text, review=review, document=document, position=n) for n, p in enumerate(PASSAGES)]

    write_evidence(review, document, read("Tam died on 4 May 2021.", 1))

    review.refresh_from_db()
    assert review.evidence == {"incident": {"words": "Tam died on 4 May 2021.", "page": 1, "item": stored[1].anchor}}
