"""A recognised line is cut into words where its ink has gaps."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from ingest.ocr.line_words import line_to_words
from tests.ingest.ocr.scans import printed


def test_words_end_where_their_ink_ends():
    ink, line = printed("the social worker called")

    words = line_to_words(line, ink)

    assert [word.text for word in words] == ["the", "social", "worker", "called"]
    for word in words:
        written = np.flatnonzero(ink[:, int(word.left) : int(word.right)].any(axis=0))
        assert written[0] == 0
        assert written[-1] == int(word.right) - int(word.left) - 1
    assert all(before.right < after.left for before, after in pairwise(words))


def test_a_space_that_recognition_swallowed_is_put_back():
    ink, line = printed("SERIOUS CASE REVIEW: CHILD")
    swallowed = line.text.index(" CHILD")
    without = replace(
        line,
        text=line.text[:swallowed] + line.text[swallowed + 1 :],
        across=line.across[:swallowed] + line.across[swallowed + 1 :],
        others=line.others[1:],
    )

    words = line_to_words(without, ink)

    assert [word.text for word in words] == ["SERIOUS", "CASE", "REVIEW:", "CHILD"]


@pytest.mark.parametrize("text", ["will be told", "it is in full", "multi-agency", "11 of 111", "www.example.org.uk"])
def test_letters_that_stand_apart_make_no_words(text):
    ink, line = printed(text)

    assert [word.text for word in line_to_words(line, ink)] == text.split()


def test_a_letterspaced_heading_stays_as_it_was_read():
    ink, line = printed("S U M M A R Y")
    closed = replace(line, text="SUMMARY", across=line.across[::2], others=line.others[::2])

    assert [word.text for word in line_to_words(closed, ink)] == ["SUMMARY"]


def test_dust_at_the_ends_of_a_line_is_no_part_of_its_words():
    ink, line = printed("neglect")
    ink[20:23, 1:4] = True

    (word,) = line_to_words(line, ink)

    assert word.left > 20


def test_the_dots_of_a_contents_line_are_a_word_of_their_own():
    ink, line = printed("Introduction.......3")

    assert [word.text for word in line_to_words(line, ink)] == ["Introduction", ".......", "3"]
