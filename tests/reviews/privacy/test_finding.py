"""Words that may tell who somebody is; every person and place here is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.privacy.finding import PrivateKind, is_nhs_number, private_words

# Ordinary words in small letters tell that they are nobody's name.
REST = "The hospital wrote to the school and to the authority; the worker and the child went to the nursery."


def found(text, kind=None):
    return [one.words for one in private_words([text, REST]) if kind is None or one.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "The Local Authority held a Strategy Discussion with Calderwick Hospital.",
        "Working Together was followed. The Designated Doctor from the Health Board agreed.",
        "In March 2019 Child T went to Northolm Primary School on a Monday.",
        "They rang Childline on 0800 1111 or 0300 123 4567.",
        "Section 47 enquiries took 4 of 10 days; see paragraph 3.2.1.",
        "The incident was on 4 May 2012.",
    ],
)
def test_what_tells_nobody_who_somebody_is_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The author is Jo Farrow.", "name", "Jo Farrow"),
        ("Mrs Tarrant said that she had asked.", "name", "Tarrant"),
        ("A letter from Dr J. Marsh-Hale was read.", "name", "J. Marsh-Hale"),
        ("Her neighbour, Siobhan O’Dell, rang.", "name", "Siobhan O’Dell"),
        ("He was born on 4 May 2012.", "birth", "4 May 2012"),
        ("Date of birth: 04/05/2012", "birth", "04/05/2012"),
        ("The family lived at 14 Mill Lane then.", "address", "14 Mill Lane"),
        ("They moved to ZE9 4QX in June.", "address", "ZE9 4QX"),
        ("Ring 07700 900123 after six.", "telephone", "07700 900123"),
        ("Ring (020) 7946 0958.", "telephone", "(020) 7946 0958"),
        ("NHS number 943 476 5919.", "nhs_number", "943 476 5919"),
        ("Write to jo.farrow@crossread.example now.", "email", "jo.farrow@crossread.example"),
    ],
)
def test_what_may_tell_is_found_as_it_stands(text, kind, words):
    assert words in found(text, PrivateKind(kind))


def test_words_are_listed_once_with_how_often_they_stand():
    assert [(one.words, one.count) for one in private_words(["Jo Farrow wrote.", "JO", "Then Jo Farrow rang."])] == [
        ("Jo Farrow", 2)
    ]


def test_a_number_of_ten_figures_is_an_nhs_number_only_with_its_check_figure():
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5918")


@given(st.text(max_size=300))
def test_any_text_is_read_to_its_end(text):
    for one in private_words([text]):
        assert one.words.strip()
