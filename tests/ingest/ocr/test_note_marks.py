"""Note marks at the ends of words are told from figures that belong there."""

import cv2
import numpy as np
import pytest

from ingest.ocr.line_words import FoundWord, line_to_words
from ingest.ocr.note_marks import split_mark
from ingest.ocr.type_measures import measures_of
from tests.ingest.ocr.scans import printed


def raised(text, mark):
    """The last word of a line, with a small raised mark drawn behind it."""
    ink, line = printed(text + "   ")
    words = line_to_words(line, ink)
    word = words[-1]
    small = cv2.resize(printed(mark)[0].astype(np.uint8), None, fx=0.6, fy=0.6).astype(bool)
    written = np.argwhere(small)
    (top, left), (bottom, right) = written.min(axis=0), written.max(axis=0) + 1
    at, above = int(word.right) + 1, int(np.argwhere(ink)[:, 0].min())
    ink[above : above + bottom - top, at : at + right - left] |= small[top:bottom, left:right]
    middle = at + (right - left) / 2
    whole = FoundWord(word.text + mark, word.left, at + right - left, (*word.across, middle), (*word.others, None))
    return whole, ink, measures_of(words, ink)


def test_a_raised_figure_behind_a_word_is_its_note_mark():
    word, ink, measures = raised("as the guidance", "5")

    rest, mark = split_mark(word, ink, measures)

    assert mark
    assert (rest.text, mark.text) == ("guidance", "5")
    assert mark.left >= rest.right - 1


def test_a_mark_that_was_read_as_raised_needs_no_measuring():
    word = FoundWord("met³", 0, 40, (5, 15, 25, 35), (None,) * 4)

    rest, mark = split_mark(word, np.zeros((30, 40), dtype=bool), measures_of([word], np.ones((30, 40), dtype=bool)))

    assert mark
    assert (rest.text, mark.text) == ("met", "3")


@pytest.mark.parametrize("text", ["Sibling1", "B1", "Covid-19", "s47", "1.2", "2nd", "A4"])
def test_figures_on_the_line_belong_to_their_word(text):
    ink, line = printed(f"was told by {text}")
    words = line_to_words(line, ink)

    assert split_mark(words[-1], ink, measures_of(words, ink)) == (words[-1], None)
