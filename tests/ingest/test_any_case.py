"""A pattern for any case finds what re.IGNORECASE finds."""

import re
import string

from hypothesis import example, given
from hypothesis import strategies as st

from ingest.any_case import any_case

PATTERN = r"\b(?:Serious\s+case|SCRs?|the\s+Review|nurse\S{2,}|[A-F]\d)\b|^\W*Had\b"
TEXTS = st.text(alphabet=string.ascii_letters + string.digits + " .’-\n", max_size=60)
WORDS = st.lists(st.sampled_from(["serious CASE", "Scr", "the review", "NURSEry", "b7", "HAD", "x", "."]), max_size=6)


@given(st.one_of(TEXTS, WORDS.map(" ".join)))
@example("— Had it been")
def test_it_finds_the_places_that_ignoring_case_finds(text):
    found, expected = any_case(PATTERN).search(text), re.search(PATTERN, text, re.IGNORECASE)

    assert (found and found.span()) == (expected and expected.span())


def test_escapes_keep_their_meaning():
    assert any_case(r"^\S+\s\D+$").match("One two")
    assert not any_case(r"^\S+\s\D+$").match("One 2")
