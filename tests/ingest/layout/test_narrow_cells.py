"""Words that a narrow column broke over its lines are whole again, and two words stay two."""

import pytest

from ingest.layout.narrow_cells import texts_of_cell
from ingest.layout.vocabulary import Vocabulary
from ingest.pages import Rect

KNOWN = Vocabulary(["Each recommendation is for adults. Safeguarding is for all; safeguarding training is for adults."])


@pytest.mark.parametrize(
    ("lines", "width", "expected"),
    [
        (["Recommen", "dation"], 44, ["Recommendation"]),
        (["Commissione", "r"], 59, ["Commissioner"]),
        (["Safeguarding", "adults"], 64, ["Safeguarding", "adults"]),
        (["Recommen", "dation"], 90, ["Recommen", "dation"]),
        (["Commissione", "to"], 59, ["Commissione", "to"]),
    ],
)
def test_a_word_is_put_together_where_it_filled_its_column(line_of, lines, width, expected):
    set_lines = [line_of(text, baseline=100.0 + 12 * n) for n, text in enumerate(lines)]

    assert texts_of_cell(set_lines, Rect(48, 80, 50 + width, 140), KNOWN) == expected
