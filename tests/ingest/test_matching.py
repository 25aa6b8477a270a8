"""What is found again keeps its address."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.matching import Matchable, match


def item(text, label="", kind="finding"):
    return Matchable(kind, label, text)


def test_equal_texts_are_the_same_item():
    assert match([item("One"), item("Two")], [item("Two"), item("One")]) == {0: 1, 1: 0}


def test_case_spaces_and_punctuation_do_not_make_another_item():
    assert match([item("The board should act.")], [item("The  Board should act")]) == {0: 0}


def test_a_text_that_stands_twice_is_matched_in_order():
    assert match([item("Same"), item("Same")], [item("Same"), item("Same")]) == {0: 0, 1: 1}


def test_an_item_of_another_kind_is_another_item():
    assert match([item("The board should act", kind="finding")], [item("The board should act", kind="event")]) == {}


def test_a_mended_word_does_not_make_another_item():
    before = item("The partnership should review how schools and health visitors share their concems")
    after = item("The partnership should review how schools and health visitors share their concerns")

    assert match([before], [after]) == {0: 0}


def test_the_most_alike_is_chosen():
    known = [item("Schools should tell health visitors of absences early"), item("Schools should tell parents early")]
    found = [item("Schools should tell health visitors of all absences early")]

    assert match(known, found) == {0: 0}


def test_a_number_between_the_same_neighbours_carries_a_text_that_changed_much():
    known = [item("First and unchanged", "1"), item("Hospital staff should record injuries fully on arrival", "2")]
    found = [
        item("First and unchanged", "1"),
        item("Hospital staff should photograph injuries on arrival at once", "2"),
    ]

    assert match(known, found) == {0: 0, 1: 1}


def test_a_number_alone_is_not_enough():
    known = [item("Police should attend conferences", "4.2")]
    found = [item("Housing officers should visit homes together with nurses", "4.2")]

    assert match(known, found) == {}


def test_what_is_new_and_what_is_gone_stay_unmatched():
    assert match([item("Gone for good")], [item("Quite another thing entirely")]) == {}


texts = st.lists(st.text(alphabet="abc ", max_size=12), max_size=12)


@given(texts, texts)
def test_no_item_is_matched_twice(known, found):
    matched = match([item(text) for text in known], [item(text) for text in found])

    assert len(set(matched.values())) == len(matched)
    assert all(0 <= old < len(known) and 0 <= new < len(found) for new, old in matched.items())


@given(texts)
def test_reading_the_same_again_matches_everything(texts):
    items = [item(text) for text in texts]

    assert len(match(items, items)) == len(items)
