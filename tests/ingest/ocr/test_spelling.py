"""Doubtful letters are decided by the words that the document surely has."""

from ingest.ocr.line_words import FoundWord
from ingest.ocr.spelling import Spelling


def word(text, **others):
    """A word; `others` say what the letter at a place might be instead (at3="e")."""
    doubts = tuple(others.get(f"at{index}") for index in range(len(text)))
    return FoundWord(text, 0, 10, tuple(range(len(text))), doubts)


def spelling(*known):
    memory = Spelling()
    memory.learn(map(word, known))
    return memory


def test_a_doubtful_word_becomes_the_word_that_the_document_has():
    assert spelling("reviews").mended(word("revicws", at4="e")).text == "reviews"


def test_a_word_that_the_document_has_stays_however_doubtful():
    assert spelling("care", "cure").mended(word("cure", at1="a")).text == "cure"


def test_a_doubtful_word_that_the_document_has_neither_way_stays_as_it_was_read():
    assert spelling("other").mended(word("Wexboume", at6="rn")).text == "Wexboume"


def test_a_letter_that_is_sure_is_never_changed():
    assert spelling("reviews").mended(word("revicws")).text == "revicws"


def test_a_doubtful_accent_is_dust():
    assert spelling().mended(word("lęarning", at1="e")).text == "learning"


def test_a_sure_accent_stays():
    assert spelling().mended(word("Siân")).text == "Siân"


def test_doubtful_words_teach_nothing():
    memory = spelling()
    memory.learn([word("revicws", at4="e")])

    assert memory.mended(word("reviews", at4="c")).text == "reviews"
    assert not memory.known
