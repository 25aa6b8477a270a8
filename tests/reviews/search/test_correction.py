"""A mis-spelt word is offered the nearest word of what the visitor may see."""

import pytest
from django.contrib.auth.models import AnonymousUser

from reviews.models import VocabularyWord
from reviews.search.blocks import bring_up_to_date
from reviews.search.correction import correction
from reviews.search.question import question_of
from tests.factories import make_draft, make_finding, make_review, make_withdrawn

pytestmark = pytest.mark.usefixtures("public")
CHARLIE = AnonymousUser()


@pytest.fixture(autouse=True)
def words(public):
    make_finding("Neglect was named at school; safeguarding partners met the children's midwife.", review=make_review())
    make_finding("Quetzalia was never named.", review=make_draft())
    make_finding("Quetzalib was never named.", review=make_withdrawn())
    bring_up_to_date()


def meant(typed):
    return correction(question_of(typed), CHARLIE)


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("neglact", "neglect"),
        ("negelct", "neglect"),
        ("Safegaurding", "safeguarding"),
        ("scholo neglect", "school neglect"),
        ('"neglact was" OR -midwfe', '"neglect was" OR -midwife'),
        ("schoool NEAR/3 neglact", "school NEAR/3 neglect"),
    ],
)
def test_a_misspelt_word_is_replaced_where_it_stands(typed, better):
    assert meant(typed) == better


@pytest.mark.parametrize(
    "typed", ["", "school", "schools", "child", "neglected", "xylophonists", "negl*", "4.2", "zzz", "nothing", "the"]
)
def test_nothing_is_offered_for_words_that_stand_somewhere_or_are_like_none(typed):
    assert meant(typed) == ""


def test_words_of_drafts_and_of_withdrawn_reviews_are_offered_to_nobody():
    assert VocabularyWord.objects.filter(word="quetzalia").exists()
    assert meant("quetzalis") == ""


def test_words_that_an_item_no_longer_has_are_not_offered():
    VocabularyWord.objects.create(word="neglex", lexeme="neglect", trigrams=[" ne", "neg", "egl", "gle", "lex"])

    assert meant("neglexx") == "neglect"


def test_learning_words_twice_does_no_harm():
    before = VocabularyWord.objects.count()
    make_finding("The ladybird.", review=make_review())
    bring_up_to_date()
    bring_up_to_date()

    assert VocabularyWord.objects.count() == before + 1
