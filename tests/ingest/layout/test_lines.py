"""What stands on one line, and what it says."""

from ingest.layout.lines import fragments_to_lines, line_of, words_to_fragments, words_to_text
from ingest.pages import Word


def _word(text, left, baseline=100.0, size=10.0, *, is_joined=False, is_bold=False):
    right = left + 0.5 * size * len(text)
    return Word.standing(text, left, right, baseline, size, is_bold=is_bold, is_italic=False, is_joined=is_joined)


def test_words_with_a_wide_gap_are_two_fragments_of_one_line():
    words = [_word("4.1", 50), _word("The", 100), _word("child", 120)]

    fragments = words_to_fragments(words, 1)

    assert [fragment.text for fragment in fragments] == ["4.1", "The child"]
    assert [line.text for line in fragments_to_lines(fragments)] == ["4.1 The child"]


def test_a_raised_mark_belongs_to_its_line_and_is_not_said():
    line = line_of((_word("seen", 50), _word("12", 70, 96.5, 6, is_joined=True), _word("twice", 80)), 1)

    assert line.text == "seen twice"
    assert line.marks == ("12",)


def test_raised_letters_of_an_ordinal_are_said():
    line = line_of((_word("2", 50), _word("nd", 55, 96.5, 6, is_joined=True), _word("May", 70)), 1)

    assert line.text == "2nd May"


def test_a_line_is_bold_where_all_but_its_mark_is():
    line = line_of((_word("Finding", 50, is_bold=True), _word("3", 86, 96.5, 6, is_joined=True)), 1)

    assert line.is_bold


def test_slanting_words_that_stand_a_little_lower_are_on_the_line():
    words = [_word("the", 50), _word("policy", 70, 101.7), _word("should", 105)]

    assert [line.text for line in fragments_to_lines(words_to_fragments(words, 1))] == ["the policy should"]


def test_letters_set_wide_are_closed_up():
    lefts = [50, 62, 74, 86, 98, 122, 134]

    assert words_to_text([_word(letter, left) for letter, left in zip("KEYSTOP", lefts, strict=True)]) == "KEYST OP"
