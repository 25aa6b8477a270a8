"""A quotation is the review's own words, and no cut goes unmarked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.quoting import OMISSION, NotTheWords, checksum, shorten, stands_in

TEXT = (
    "The school wrote to the council in March. Nobody answered, and the school wrote again. "
    "The nurse asked where the child was."
)


@pytest.mark.parametrize(
    ("wanted", "quoted"),
    [
        ("The school wrote to the council in March.", "The school wrote to the council in March."),
        ("The school wrote in March.", "The school wrote […] in March."),
        ("the school wrote again.", "[…] the school wrote again."),
        ("[T]he school wrote again.", "[T]he school wrote again."),
        ("The school wrote to the council", "The school wrote to the council […]"),
        ("The school wrote ... The nurse asked", "The school wrote […] The nurse asked […]"),
        ("Nobody answered, [the letter] and the school wrote again.",
         "Nobody answered, [the letter] and the school wrote again."),
        ("  Nobody\nanswered, ", "Nobody answered, […]"),
    ],
)  # fmt: skip
def test_words_left_out_are_marked(wanted, quoted):
    assert shorten(TEXT, wanted) == quoted


def test_the_whole_text_needs_no_words_of_its_own():
    assert shorten(TEXT, f"  {TEXT} ") == ""


@pytest.mark.parametrize(
    "wanted", ["The school rang the council.", "in March. The school", "", "   ", "[…]", "[all mine]"]
)
def test_words_that_the_review_does_not_have_are_refused(wanted):
    with pytest.raises(NotTheWords):
        shorten(TEXT, wanted)


def test_the_words_that_are_not_there_are_named():
    with pytest.raises(NotTheWords, match="school rang the council"):
        shorten(TEXT, "The school rang the council.")


def test_a_run_that_stands_whole_later_is_not_broken_up():
    assert shorten("the school waited and waited. the school wrote.", "the school wrote.") == "the school wrote."


@pytest.mark.parametrize(
    "wanted", ["The school wrote in March.", "[T]he school wrote again.", "The nurse [they] asked"]
)
def test_a_quotation_stands_in_its_text_until_the_words_change(wanted):
    quoted = shorten(TEXT, wanted)

    assert stands_in(quoted, TEXT)
    assert not stands_in(quoted, TEXT.replace("wrote", "rang").replace("asked", "rang"))


def test_quoting_a_quotation_again_changes_nothing():
    quoted = shorten(TEXT, "school wrote in March. The nurse")

    assert shorten(TEXT, quoted) == quoted


def test_a_checksum_does_not_see_how_lines_fall():
    assert checksum("The  school\nwrote") == checksum("The school wrote")
    assert checksum("The school wrote") != checksum("The school rang")


words = st.lists(
    st.sampled_from(["the", "school", "wrote", "again.", "nurse", "and", "[sic]", "…"]), min_size=1, max_size=25
)


@given(text=words, data=st.data())
def test_any_selection_of_words_can_be_quoted_and_stands(text, data):
    chosen = [word for word in text if data.draw(st.booleans())]
    real = [word for word in chosen if word not in {"…", "[sic]"}]
    if not real:
        return
    quoted = shorten(" ".join(text), " ".join(chosen))

    assert quoted == "" or stands_in(quoted, " ".join(text))
    left = [word for word in quoted.split() if word != OMISSION and word != "[sic]"]
    assert not quoted or left == real


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_input_is_an_accident(original, wanted):
    try:
        quoted = shorten(original, wanted)
    except NotTheWords:
        return
    assert not quoted or stands_in(quoted, original)
