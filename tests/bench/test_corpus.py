"""The made-up corpus: as large as is asked for, the same for the same seed, with words that fall off as in texts."""

from collections import Counter

from bench.corpus import Maker
from bench.questions import questions
from bench.vocabulary import vocabulary


def test_there_are_as_many_passages_as_asked_for_and_the_other_items_in_proportion():
    reviews = list(Maker().reviews(3_000))

    kinds = Counter(item.kind for review in reviews for item in review.items)
    assert kinds["passage"] == 3_000
    assert 50 < kinds["finding"] < kinds["event"] < 500


def test_the_same_seed_makes_the_same_corpus():
    assert list(Maker(3).reviews(300)) == list(Maker(3).reviews(300))


def test_a_common_word_stands_in_most_passages_and_a_rare_one_in_few():
    rarest = str(vocabulary().words[-1])
    passages = [item.text.lower() for review in Maker().reviews(2_000) for item in review.items]

    assert sum("child" in text for text in passages) > len(passages) / 3
    assert sum(rarest in text for text in passages) < 5


def test_every_class_of_question_is_asked():
    assert {asked.sort for asked in questions()} == {
        "a common word", "a rare word", "three words", "a phrase", "the beginning of a word", "a word without another",
        "filters only", "filters and words", "a deep page",
    }  # fmt: skip
