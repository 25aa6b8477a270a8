"""Paragraphs parted into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extractors.events.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She was seen. He was not.", 2),
        ("Dr. Ash saw Mrs. Birch at St. Anne's, e.g. in May.", 1),
        ("They came at 14.05 with 2.5 mg. It was given.", 2),
        ("She said: “I am tired.” He left.", 2),
        ("(They went on to school.) The nurse agreed.", 2),
        ("Was she seen? She was! 21 May came.", 3),
        ("Father 2 left at No. 4 the key.", 1),
        ("no stop at the end", 1),
        ("", 0),
    ],
)
def test_a_stop_ends_a_sentence_and_an_abbreviation_does_not(text, count):
    assert len(sentences_of(text)) == count


@given(st.text(max_size=300))
def test_a_sentence_is_where_it_says_that_it_is(text):
    for sentence in sentences_of(text):
        assert text[sentence.start : sentence.end] == sentence.text
