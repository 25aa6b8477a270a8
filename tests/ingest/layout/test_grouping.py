"""Where lines close together begin a new paragraph: indents, codes that count on, words in bold."""

import pytest

from ingest.layout.lines import line_of as line_of_words
from ingest.layout.paragraphs import column_of, group_lines

FULL = "were all asked what they had seen of the family over that long and very hard winter"


def _groups(lines):
    return [" ".join(line.text for line in group) for group in group_lines(column_of(lines, 10.0))]


@pytest.fixture
def column(line_of):
    """Make lines one below the other from (text, left) or a text at the margin."""

    def make(*texts):
        places = [(text, 50.0) if isinstance(text, str) else text for text in texts]
        return [line_of(text, left=left, baseline=100.0 + 12 * n) for n, (text, left) in enumerate(places)]

    return make


def test_an_indent_after_a_numbered_paragraph_that_does_not_hang_is_a_new_one(column):
    lines = column(f"8.1 They {FULL}", f"and {FULL}.", (f"Finding {FULL}", 67.0), FULL)

    assert len(_groups(lines)) == 2


def test_the_second_line_of_a_hanging_paragraph_is_no_new_one(column):
    lines = column(f"8.1 They {FULL}.", (f"And {FULL}", 68.0), (FULL, 68.0))

    assert len(_groups(lines)) == 1


def test_a_code_that_counts_on_begins_a_paragraph(column):
    lines = column(f"R7 They {FULL}", f"and {FULL}.", f"R8 Schools {FULL}")

    assert [text[:2] for text in _groups(lines)] == ["R7", "R8"]


def test_a_code_within_a_sentence_begins_none(column):
    assert len(_groups(column(f"R7 They {FULL}", f"R8 and {FULL}."))) == 1


def test_words_in_bold_after_a_line_that_ended_early_begin_a_paragraph(column, line_of):
    above = column(f"(c) They {FULL}", "and agreed.")
    bold = line_of("Recommendation", left=50.0, baseline=124.0, is_bold=True)
    rest = line_of("The Board should ask", left=bold.right + 3, baseline=124.0)

    groups = _groups([*above, line_of_words((*bold.words, *rest.words), 1)])

    assert groups[-1] == "Recommendation The Board should ask"
