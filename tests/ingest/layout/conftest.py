"""Small pieces of pages for tests of single steps."""

import pytest

from ingest.layout.lines import line_of as line_of_words
from ingest.pages import Word


@pytest.fixture
def word_at():
    """Make a word whose left edge and middle height are given, in points."""

    def make(left, middle, text="word", size=10.0, **look):
        baseline = middle + 0.28 * size
        look = {"is_bold": False, "is_italic": False, "is_joined": False} | look
        return Word.standing(text, left, left + 0.5 * size * len(text), baseline, size, **look)

    return make


@pytest.fixture
def line_of():
    """Make a line of words on a baseline, half their size apart."""

    def make(text, left=50.0, baseline=100.0, size=10.0, page=1, **look):
        words = []
        look = {"is_bold": False, "is_italic": False, "is_joined": False} | look
        for part in text.split():
            right = left + 0.5 * size * len(part)
            words.append(Word.standing(part, left, right, baseline, size, **look))
            left = right + 0.3 * size
        return line_of_words(tuple(words), page)

    return make
