"""Small numbers by which somebody could be known are kept back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviews.insight.suppression import Number, kept_back


def numbers(**counts):
    return {name: Number(count, count) for name, count in counts.items()}


def test_small_numbers_of_people_are_kept_back_and_none_is_not():
    assert kept_back(numbers(under_1=1, child=2, teenager=9, adult=0), is_personal=True) == {"under_1", "child"}


def test_where_one_could_be_worked_out_from_the_others_the_next_smallest_is_kept_back_too():
    assert kept_back(numbers(under_1=1, child=5, teenager=9), is_personal=True) == {"under_1", "child"}


def test_small_numbers_of_other_things_are_shown_where_every_review_is_open():
    assert kept_back(numbers(neglect=1, cme=9), is_personal=False) == set()


def test_small_numbers_to_which_a_review_that_is_not_open_adds_are_kept_back():
    mixed = {"neglect": Number(2, 1), "cme": Number(2, 2), "thresholds": Number(9, 5)}

    assert "neglect" in kept_back(mixed, is_personal=False)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(max_size=3), st.integers(0, 9), max_size=6))
def test_no_small_number_of_people_is_ever_shown(counts):
    given_numbers = {name: Number(count, count) for name, count in counts.items()}
    hidden = kept_back(given_numbers, is_personal=True)

    assert all(not 0 < count <= 2 for name, count in counts.items() if name not in hidden)
    assert len(hidden) != 1 or sum(1 for count in counts.values() if count) == 1


def test_where_all_that_is_kept_back_must_be_ones_the_next_smallest_is_kept_back_too():
    assert kept_back(numbers(under_1=1, child=1, teenager=5, adult=9), is_personal=True) == {
        "under_1",
        "child",
        "teenager",
    }


def test_a_number_of_people_that_differs_by_one_from_the_same_with_a_filter_less_is_kept_back():
    here, without = numbers(child=5, teenager=7, adult=9), numbers(child=6, teenager=7, adult=12)

    assert "child" in kept_back(here, is_personal=True, beside=[without])
    assert "adult" not in kept_back(here, is_personal=True, beside=[without])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4))
def test_no_two_pages_of_people_that_differ_by_one_filter_tell_of_one_or_two_of_them(counts):
    fewer = {name: Number(part, part) for name, (part, _) in counts.items()}
    more = {name: Number(part + rest, part + rest) for name, (part, rest) in counts.items()}

    hidden = kept_back(fewer, is_personal=True, beside=[more])

    shown = [name for name in counts if name not in hidden and fewer[name].count]
    assert all(not 0 < more[name].count - fewer[name].count <= 2 for name in shown)
