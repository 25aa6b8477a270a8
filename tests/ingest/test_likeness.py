"""The same text in another format is recognised; another review is not."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.likeness import SAME_TEXT, SKETCH_SIZE, resemblance, sketch_of

STORY = [
    f"Paragraph {number}: the health visitor called on family {number * 7} and wrote down what child {number} said"
    for number in range(120)
]
OTHER = [f"Section {number}: adult {number} was admitted to ward {number * 3} after a fall" for number in range(120)]


def test_a_text_is_like_itself():
    assert resemblance(sketch_of(STORY), sketch_of(STORY)) == 1


def test_another_text_is_not_like_it():
    assert resemblance(sketch_of(STORY), sketch_of(OTHER)) < 0.05


def test_other_line_breaks_case_and_punctuation_do_not_matter():
    rescraped = " ".join(STORY).upper().replace(":", " –").split("VISITOR")

    assert resemblance(sketch_of(STORY), sketch_of(["visitor".join(rescraped)])) == 1


def test_a_text_with_a_tenth_of_its_paragraphs_missing_is_still_the_same():
    assert resemblance(sketch_of(STORY), sketch_of(STORY[12:])) > SAME_TEXT


def test_a_short_part_of_a_text_is_not_the_same_text():
    assert resemblance(sketch_of(STORY), sketch_of(STORY[:25])) < SAME_TEXT


def test_no_text_is_like_nothing():
    assert resemblance(sketch_of([]), sketch_of(STORY)) == 0
    assert resemblance(sketch_of([]), sketch_of([])) == 0


@given(st.lists(st.text()))
def test_every_text_has_a_sketch_of_ascending_numbers(texts):
    sketch = sketch_of(texts)

    assert sketch == sorted(set(sketch))
    assert len(sketch) <= SKETCH_SIZE
    assert all(-(2**63) <= number < 2**63 for number in sketch)
