"""An answer to put before a board: quotations with their citations, numbers, and nothing that is hidden."""

import io
import re

import docx
import pytest
from pypdfium2 import PdfDocument

from packs.answering import LONGEST_QUOTATION, answer_for, quoted
from people.roles import Role
from reviews.search import SearchParameters
from tests.factories import (
    make_draft,
    make_finding,
    make_partnership,
    make_passage,
    make_recommendation,
    make_review,
    make_user,
)

BOARD = "Ambermoor Safeguarding Children Partnership"
FOUND = "The school wrote to the council about neglect, and nobody asked where the child was living or with whom."
ASKED = "The council should ask the school each term where every child is, and write down who last saw the child."
GOOD = "The school nurse asked about neglect at once, wrote the answer down, and rang again on the next morning."


@pytest.fixture(autouse=True)
def public(settings, db):
    settings.PUBLIC_BROWSING = True
    settings.SITE_URL = "https://crossread.example"


def fill(number=1, partnership=None):
    for place in range(number):
        review = make_review(
            f"Child {place}", subject=f"Child {place}", partnership=partnership, published=str(2015 + place),
            themes=["neglect"],
        )  # fmt: skip
        finding = make_finding(f"{FOUND} {place}.", review=review, label="3", page=12, themes=["neglect"])
        finding.passages.add(make_passage("The school wrote.", review=review, label="4.2"))
        make_recommendation(f"{ASKED} {place}.", review=review, addressee="The council", themes=["neglect"])
        make_finding(f"{GOOD} {place}.", review=review, finding_kind="good_practice", themes=["neglect"])


def test_an_answer_has_what_was_found_recommended_and_done_well_each_with_its_citation(client):
    fill(2, make_partnership(BOARD))

    page = client.get("/packs/answer/?theme=neglect").content.decode()

    for words in (FOUND, ASKED, GOOD):
        assert words in page
    assert f"{BOARD} (2015), Child 0, finding 3, para 4.2, p. 12" in page
    assert "For The council" in page
    assert "2015: 1, 2016: 1" in page


def test_every_sentence_under_the_three_headings_is_a_quotation(client):
    fill(3)
    blocks = answer_for(SearchParameters(values={"theme": ("neglect",)}), make_user()).document.blocks
    begin, end = (
        next(place for place, block in enumerate(blocks) if block.text == title)
        for title in ("What reviews found", "What is not covered")
    )

    told = [block for block in blocks[begin:end] if block.kind not in {"heading", "table"}]

    assert told
    assert all(block.kind == "quotation" and block.citation for block in told)
    assert all(any(block.text.startswith(words) for words in (FOUND, ASKED, GOOD)) for block in told)


def test_it_comes_as_a_word_document_and_as_a_pdf_that_say_the_same(client):
    fill(2)

    word = docx.Document(io.BytesIO(client.get("/packs/answer/answer.docx?theme=neglect").content))
    pdf = PdfDocument(client.get("/packs/answer/answer.pdf?theme=neglect").content)

    written = "\n".join(paragraph.text for paragraph in word.paragraphs)
    printed = re.sub(r"\s+", " ", "".join(page.get_textpage().get_text_range() for page in pdf))
    for words in ("What reviews found", "nobody asked where the child was living", "What is not covered"):
        assert words in written
        assert words in printed
    pdf.close()


def test_a_wide_question_is_answered_on_two_pages(client):
    fill(12)

    with PdfDocument(client.get("/packs/answer/answer.pdf?theme=neglect").content) as pdf:
        assert len(pdf) <= 2


@pytest.mark.parametrize("sentences", [1, 3, 40])
def test_a_long_text_is_quoted_by_its_first_whole_sentences(sentences):
    text = " ".join(f"Sentence {place} of the review says one thing more." for place in range(sentences))

    words = quoted(text)

    assert text.startswith(words)
    assert words.endswith(".")
    assert len(words) <= max(LONGEST_QUOTATION, 60)


def test_a_question_that_nothing_answers_says_what_to_do_next(client):
    page = client.get("/packs/answer/?q=dirigible").content.decode()

    assert "No finding, recommendation or good practice answers this" in page
    assert "/coverage/" in page
    assert client.get("/packs/answer/answer.pdf?q=dirigible").status_code == 200


def test_the_search_and_a_theme_lead_to_their_answer(client):
    fill(1)

    assert "/packs/answer/?q=school&amp;theme=neglect" in client.get("/search/?q=school&theme=neglect").content.decode()
    assert "/packs/answer/?within=item&amp;theme=neglect" in client.get("/themes/neglect/").content.decode()


@pytest.mark.parametrize("ending", ["", "answer.docx", "answer.pdf"])
def test_a_draft_is_in_no_answer_even_for_whoever_works_on_it(client, ending):
    draft = make_draft(subject="Hidden", area="Hiddenham", themes=["neglect"])
    make_finding(FOUND, review=draft, themes=["neglect"])
    make_recommendation(ASKED, review=draft, themes=["neglect"])
    client.force_login(make_user(role=Role.ADMINISTRATOR))

    answer = client.get(f"/packs/answer/{ending}?theme=neglect")

    assert answer.status_code == 200
    if ending == "answer.docx":
        told = "\n".join(one.text for one in docx.Document(io.BytesIO(answer.content)).paragraphs)
    elif ending == "answer.pdf":
        with PdfDocument(answer.content) as pdf:
            told = "".join(page.get_textpage().get_text_range() for page in pdf)
    else:
        told = answer.content.decode()
    assert "nobody asked" not in told
    assert "Hidden" not in told


@pytest.mark.parametrize("size", [2, 12])
def test_an_answer_asks_the_database_the_same_few_questions(client, size, django_assert_num_queries):
    client.force_login(make_user())
    fill(size)

    with django_assert_num_queries(25):
        assert client.get("/packs/answer/?q=school&theme=neglect").status_code == 200
