"""What a question means, with a dictionary made for the tests: it takes the ending off, and knows common words."""

import pytest

from reviews.words.meaning import Close, Either, Every, Lexeme, Never, Reading, Run, SynonymGroup, Widening, understand
from reviews.words.syntax import parse

COMMON = {"the", "was", "not", "did", "of"}
CME = SynonymGroup(("CME", "children missing education", "missing from education"))
WNB = SynonymGroup(("WNB", "was not brought"))


class Dictionary(dict[str, Reading]):
    """Reads any word: in lower case, parts apart, without a plural's s."""

    def __missing__(self, word: str) -> Reading:
        parts = tuple(word.casefold().replace("/", " ").replace("-", " ").split())
        return Reading(tuple(part.removesuffix("s") for part in parts), word.casefold() in COMMON, parts)

    def __contains__(self, word: object) -> bool:
        return True


def understood(typed, *groups):
    return understand(parse(typed), Dictionary(), groups)


def run(*places):
    return Run(tuple(frozenset(Lexeme(word) for word in place.split("|")) for place in places))


def test_words_beside_each_other_must_all_be_there():
    assert understood("schools plan").meaning == Every((run("school"), run("plan")))


def test_a_word_is_looked_for_in_all_its_forms():
    assert understood("organise").meaning == run("organise|organize")


def test_a_common_word_alone_means_nothing():
    assert understood("the").meaning is None
    assert understood("the school").meaning == run("school")
    assert understood("-the").meaning is None


def test_a_common_word_in_quotation_marks_counts():
    assert understood('"the school"').meaning == run("the", "school")
    assert understood('"the"').meaning == run("the")


def test_a_word_made_of_parts_is_a_phrase():
    assert understood("multi-agency").meaning == run("multi", "agency")


def test_a_beginning_finds_what_begins_so_and_the_word_itself():
    assert understood("schools*").meaning == Run((frozenset({Lexeme("school"), Lexeme("schools", is_prefix=True)}),))


def test_an_abbreviation_finds_what_it_stands_for():
    meaning = understood("CME", CME).meaning

    assert meaning == Either(
        (run("cme"), run("child|children", "missing", "education"), run("missing", "from", "education"))
    )


def test_words_that_name_something_find_its_other_names_and_still_all_words_anywhere():
    meaning = understood("children missing education", CME).meaning

    assert isinstance(meaning, Either)
    assert meaning.parts[0] == Every((run("child|children"), run("missing"), run("education")))
    assert meaning.parts[1] == run("cme")


def test_words_in_quotation_marks_are_looked_for_as_they_stand():
    understood_phrase = understood('"children missing education"', CME)

    assert understood_phrase.meaning == run("child|children", "missing", "education")
    assert understood_phrase.widened == ()


def test_common_words_that_name_something_together_are_looked_for_together():
    assert understood("was not brought", WNB).meaning == Either((run("brought|bring"), run("wnb")))
    only_common = SynonymGroup(("DN", "did not"))
    assert understood("did not", only_common).meaning == Either((run("did", "not"), run("dn")))


def test_the_longest_name_counts():
    short = SynonymGroup(("education", "schooling"))

    assert understood("missing from education", short, CME).widened[0].typed == "missing from education"


def test_what_must_not_be_there_must_not_be_there_under_any_name():
    found = understood("school -CME", CME)

    assert isinstance(found.meaning, Every)
    assert isinstance(found.meaning.parts[1], Never)
    assert isinstance(found.meaning.parts[1].part, Either)
    assert found.widened == ()


def test_near_takes_every_name_of_a_word():
    meaning = understood("CME NEAR/3 school", CME).meaning

    assert meaning == Close(
        (run("cme"), run("child|children", "missing", "education"), run("missing", "from", "education")),
        (run("school"),),
        3,
    )


def test_what_was_widened_is_told():
    assert understood("school CME", CME).widened == (
        Widening("CME", ("children missing education", "missing from education")),
    )


@pytest.mark.parametrize("typed", ["", "-", "the of", '""', "the OR of"])
def test_what_asks_for_nothing_means_nothing(typed):
    assert understood(typed).meaning is None
