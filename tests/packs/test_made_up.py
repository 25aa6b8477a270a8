"""“The reviews are made up” is said where all of them are, and never of a real one."""

import pytest

from packs.answering import answer_for
from packs.collecting import collect, quotation
from packs.exports.blocks import FICTIONAL
from packs.showing import show
from reviews.search import SearchParameters
from tests.factories import make_finding, make_partnership, make_review


@pytest.fixture
def made_up(db):
    review = make_review(partnership=make_partnership("Ambermoor Partners"), themes=["neglect"])
    return make_finding("Nobody asked where the child was.", review=review, themes=["neglect"])


@pytest.fixture
def real(db):
    held_by = make_partnership("Real Partners", is_fictional=False, source="https://partners.example/")
    review = make_review(partnership=held_by, themes=["neglect"])
    return make_finding("Nobody wrote it down.", review=review, themes=["neglect"])


def answer_says(user):
    blocks = answer_for(SearchParameters(values={"theme": ("neglect",)}), user).document.blocks
    return FICTIONAL in [block.text for block in blocks]


def test_a_pack_of_made_up_reviews_says_so(pack, alice, made_up):
    collect(pack, [quotation(made_up)], by=alice)

    assert show(pack, alice).content.is_fictional


def test_a_pack_with_a_real_review_does_not(pack, alice, made_up, real):
    collect(pack, [quotation(made_up), quotation(real)], by=alice)

    assert not show(pack, alice).content.is_fictional


def test_an_answer_says_so_of_made_up_reviews_only(alice, made_up):
    assert answer_says(alice)


def test_an_answer_with_a_real_review_does_not(alice, made_up, real):
    assert not answer_says(alice)
