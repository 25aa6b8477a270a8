import pytest

from reviews.words.forms import IRREGULAR, other_forms


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("child", "children"), ("People", "person"), ("brought", "bring"), ("knives", "knife"), ("tooth", "teeth"),
        ("organise", "organize"), ("organisation", "organization"), ("recognized", "recognised"),
        ("behaviour", "behavior"), ("behavioral", "behavioural"), ("counselling", "counseling"),
        ("paediatrician", "pediatrician"),
        ("GPs", "gp"), ("gp", "gps"), ("CMEs", "cme"), ("LSCB", "lscbs"),
        ("practise", "practice"), ("judgement", "judgment"), ("mum", "mom"), ("programme", "program"),
    ],
)  # fmt: skip
def test_a_word_has_another_form(word, form):
    assert form in other_forms(word)


@pytest.mark.parametrize("word", ["school", "neglect", "mumps", "size", "wise", "", "123", "é"])
def test_a_word_without_another_form_has_none(word):
    assert other_forms(word) == frozenset()


def test_no_word_is_a_form_of_itself():
    assert all(word not in other_forms(word) for word in ("child", "behaviour", "organise"))


def test_an_irregular_form_stands_in_one_group():
    forms = IRREGULAR.replace("/", " ").split()

    assert sorted(set(forms)) == sorted(forms)
