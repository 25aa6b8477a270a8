import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.words.syntax import AllOf, AnyOf, Near, Not, Phrase, Word, parse, words_in


def plain(asked):
    """What is asked for without places: words as they are, a star for a beginning, tuples for the rest."""
    match asked:
        case Word(text, is_prefix, _, _):
            return f"{text}*" if is_prefix else text
        case Phrase(words):
            return ("phrase", *map(plain, words))
        case Near(left, right, distance):
            return ("near", distance, plain(left), plain(right))
        case Not(part):
            return ("not", plain(part))
        case AllOf(parts):
            return ("all", *map(plain, parts))
        case AnyOf(parts):
            return ("any", *map(plain, parts))
    return None


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        # What asks for nothing.
        ("", None),
        (" - ", None),
        ('""', None),
        ("OR", None),
        ("NEAR", None),
        ("()", None),
        ("*", None),
        ("?!", None),
        # Words beside each other must all be there, in whatever case and between whatever marks.
        ("school neglect", ("all", "school", "neglect")),
        ("school, neglect.", ("all", "school", "neglect")),
        ("school AND neglect", ("all", "school", "neglect")),
        ("mother/father", "mother/father"),
        ("A&E", "A&E"),
        # OR binds less than standing beside each other.
        ("missing education OR neglect", ("any", ("all", "missing", "education"), "neglect")),
        ("a or b | c", ("any", "a", "b", "c")),
        ("(a OR b) c", ("all", ("any", "a", "b"), "c")),
        ("OR a OR OR b OR", ("any", "a", "b")),
        # Quotation marks of every shape; one that is not closed reaches to the end.
        ('"not brought" dental', ("all", ("phrase", "not", "brought"), "dental")),
        ("“not brought”", ("phrase", "not", "brought")),
        ('"not brought', ("phrase", "not", "brought")),
        # A minus before a word; one within a word or alone is none.
        ("school -letter", ("all", "school", ("not", "letter"))),
        ('-"not brought"', ("not", ("phrase", "not", "brought"))),
        ("NOT letter", ("not", "letter")),
        ("-(a OR b)", ("not", ("any", "a", "b"))),
        ("multi-agency", "multi-agency"),
        ("school - letter", ("all", "school", "letter")),
        # The beginning of a word, if it is long enough to mean something.
        ("negl*", "negl*"),
        ("ch*", "ch"),
        ('"child protect*"', ("phrase", "child", "protect*")),
        # Near, with the usual distance, another, or one that is too long to be meant.
        ("neglect NEAR dental", ("near", 10, "neglect", "dental")),
        ("neglect NEAR/5 dental", ("near", 5, "neglect", "dental")),
        ("neglect NEAR/0 dental", ("near", 1, "neglect", "dental")),
        ("neglect NEAR/999 dental", ("near", 50, "neglect", "dental")),
        ("a NEAR b NEAR c", ("all", ("near", 10, "a", "b"), ("near", 10, "b", "c"))),
        ('a NEAR "b c" d', ("all", ("near", 10, "a", ("phrase", "b", "c")), "d")),
        ("a NEAR (b OR c)", ("all", "a", ("any", "b", "c"))),
        ("a NEAR -b", ("all", "a", ("not", "b"))),
        ("near", "near"),
        # Brackets without their twins.
        ("(a b", ("all", "a", "b")),
        ("a) b", ("all", "a", "b")),
        (")(a", "a"),
    ],
)
def test_what_is_typed_asks_for(typed, asked):
    assert plain(parse(typed)) == asked


@given(st.text(alphabet=st.sampled_from('ab -"()*ORNEAR/5|NOT “”\x00é'), max_size=200))
def test_nothing_that_can_be_typed_is_an_error(typed):
    parse(typed)


@given(st.text(max_size=200))
def test_no_letter_at_all_is_an_error(typed):
    parse(typed)


def test_brackets_in_any_number_are_no_error():
    assert plain(parse("(" * 200 + "a")) == "a"


@given(
    st.lists(st.sampled_from(["neglect", '"not brought"', "-school", "OR", "negl*", "(", ")", "NEAR", ","]), max_size=9)
)
def test_each_word_says_where_it_was_typed(pieces):
    typed = " ".join(pieces)

    for word in words_in(parse(typed)):
        assert typed[word.start : word.end] == word.text
