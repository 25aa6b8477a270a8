"""Words broken over lines are mended as the document's own words show; texts come out plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.hyphens import join_lines, plain
from ingest.layout.vocabulary import Vocabulary

BREAKS_WORDS = ["the evi-", "dence of the exploita-", "tion was a safe-", "guarding matter; the commu-", "nity knew"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["an assess-", "ment of need"], "an assessment of need"),
        (["an assess\u00ad", "ment of need"], "an assessment of need"),
        (["an assess\ufffe", "ment of need"], "an assessment of need"),
        (["the non-", "engagement of"], "the non-engagement of"),
        (["a sixteen-", "year-old"], "a sixteen-year-old"),
        (["the NHS-", "England"], "the NHS-England"),
        (["and/", "or"], "and/or"),
        (["2015-", "2016"], "2015-2016"),
        (["on the", "Monday"], "on the Monday"),
    ],
)
def test_lines_are_joined_without_other_knowledge(lines, expected):
    assert join_lines(lines) == expected


def test_a_hyphenated_word_that_the_document_has_elsewhere_keeps_its_hyphen():
    vocabulary = Vocabulary(["\n".join([*BREAKS_WORDS, "multi-agency work", "a multi-", "agency plan"])])

    assert join_lines(["a multi-", "agency plan"], vocabulary) == "a multi-agency plan"


def test_a_word_that_the_document_has_elsewhere_as_one_is_mended_to_it():
    vocabulary = Vocabulary(["\n".join([*BREAKS_WORDS, "safeguarding matters", "of safe-", "guarding"])])

    assert join_lines(["of safe-", "guarding"], vocabulary) == "of safeguarding"


def test_two_words_that_the_document_has_apart_keep_their_hyphen():
    vocabulary = Vocabulary(["\n".join([*BREAKS_WORDS, "the early part of those years", "the early-", "years team"])])

    assert join_lines(["the early-", "years team"], vocabulary) == "the early-years team"


def test_a_document_that_breaks_no_words_keeps_every_hyphen():
    vocabulary = Vocabulary(["open minds\nwere open-\nminded and multi-\nagency and well-\nmeant"])

    assert join_lines(["not open-", "minded"], vocabulary) == "not open-minded"


@given(st.lists(st.text(alphabet="abc d,.", min_size=1), min_size=1))
def test_joining_lines_without_hyphens_loses_no_word(lines):
    assert join_lines(lines).split() == " ".join(lines).split()


@given(st.text())
def test_plain_text_has_no_unseen_signs_and_stays_as_it_is(text):
    once = plain(text)

    assert plain(once) == once
    assert not set(once) & set("\u00ad\u200b\ufeff\ufb01")
