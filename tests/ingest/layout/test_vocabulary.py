"""Which hyphens at line ends are the author's own."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.layout.vocabulary import Vocabulary


def test_a_line_end_that_leaves_no_word_shows_that_words_are_broken():
    vocabulary = Vocabulary(["the profes-\nsional met the commu-\nnity and the evi-\ndence of ab-\nsence"])

    assert vocabulary.is_one_word("ab", "sence")


def test_prefixes_keep_their_hyphen_before_a_word_of_the_document():
    vocabulary = Vocabulary(["the profes-\nsional met the commu-\nnity and the evi-\ndence of engagement"])

    assert not vocabulary.is_one_word("non", "engagement")


def test_a_capital_after_the_hyphen_keeps_it():
    assert not Vocabulary().is_one_word("NHS", "England")


@given(st.text(alphabet="abcdefg", min_size=1), st.text(alphabet="abcdefg", min_size=1))
def test_what_the_document_writes_as_one_word_is_one(first, second):
    words = f"zzz-\nyyy qqq-\nxxx vvv-\nwww {first}{second} {first}{second}"

    assert Vocabulary([words]).is_one_word(first, second)


def test_a_frequent_word_that_never_stands_before_a_stop_ends_no_sentence():
    vocabulary = Vocabulary(["She told the school, and the school told the police."] * 20)

    assert vocabulary.ends_no_sentence("the")
    assert not vocabulary.ends_no_sentence("school")
    assert not vocabulary.ends_no_sentence("and")
