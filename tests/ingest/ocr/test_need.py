"""Which pages need text recognition, and whose words are taken."""

from dataclasses import replace

import pytest

from ingest.ocr.need import better_of, is_junk, is_only_picture, needs_ocr
from ingest.pages import Page, Rect, Word

PROSE = (
    "The health visitor saw the child at home and wrote down what she had seen, and that was not shared with anyone."
)
WELSH = "Mae'r adolygiad hwn yn ystyried sut y bu asiantaethau yn gweithio gyda'r teulu ac a oedd modd gwneud rhagor."
# What a font without a mapping gives: each letter put for another.
SHIFTED = "".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in PROSE)
ROTATED = "".join(chr((ord(letter) - 97 + 7) % 26 + 97) if letter.islower() else letter for letter in PROSE)


def page(text="", **values):
    words = tuple(
        Word(one, 50.0 + 30 * index, 90.0, 78.0 + 30 * index, 104.0, 100.0, 11.0)
        for index, one in enumerate(text.split())
    )
    return Page(1, 595.0, 842.0, words=words, **values)


def test_a_page_of_text_needs_none():
    assert not needs_ocr(page(PROSE))


def test_a_page_that_is_only_a_picture_needs_it():
    assert needs_ocr(page(picture_share=1.0))


def test_an_empty_page_needs_none():
    assert not needs_ocr(page())


def test_a_page_with_a_rule_and_no_words_needs_none():
    assert not needs_ocr(page(rules=(Rect(50, 50, 500, 51),)))


def test_a_page_whose_letters_are_drawn_as_outlines_needs_it():
    assert needs_ocr(page(rects=tuple(Rect(x, 50, x + 4, 58, (0, 0, 0)) for x in range(50, 500, 6))))


def test_a_scan_with_a_stamp_needs_it():
    assert needs_ocr(page("Page 3 of 12", picture_share=0.98))


def test_a_page_with_a_photograph_beside_its_text_needs_none():
    assert not needs_ocr(page(PROSE * 2, picture_share=0.7))


def test_what_was_recognised_before_the_file_came_is_taken():
    assert not needs_ocr(page(PROSE, picture_share=1.0, is_recognised=True))


@pytest.mark.parametrize("text", [SHIFTED * 2, ROTATED * 2, "\ue001\ue002 \ue003\ue004", "\ufffd\ufffd\ufffd \ufffd"])
def test_a_text_layer_without_meaning_is_junk(text):
    assert is_junk(text.split())


ODD_BUT_MEANT = {
    "Welsh": WELSH * 2,
    "Polish": "Matka powiedziała pracownikowi socjalnemu że dziecko nie chodzi do szkoły od kilku miesięcy " * 4,
    "Greek": "Η μητέρα είπε στον κοινωνικό λειτουργό ότι το παιδί δεν πηγαίνει στο σχολείο " * 4,
    "names": "Calderwick Council Children's Services Northmarch Police Wexbourne Hospitals Trust " * 5,
    "figures": "12.5 14 (3) 2019 2020 45% £3,000 " * 10,
    "abbreviations": "MASH LSCB CAMHS DSPP CSPR SCR IMR GP A&E NHS ICB LADO " * 5,
    "short": "xkcd",
    "bullets": "\uf0b7 " + PROSE,
}


@pytest.mark.parametrize("text", ODD_BUT_MEANT.values(), ids=ODD_BUT_MEANT)
def test_a_text_layer_in_other_words_is_none(text):
    assert not is_junk(text.split())


def test_recognised_words_take_the_place_of_junk():
    recognised = page(PROSE, is_recognised=True)

    assert better_of(page(ROTATED * 2), recognised).words == recognised.words


def test_a_cover_over_a_photograph_keeps_its_own_words():
    cover = page("Serious Case Review: Child L", picture_share=1.0)

    assert better_of(cover, page("Serious Case Reviow: Chlld L oo", is_recognised=True)) is cover


def test_junk_in_which_nothing_is_recognised_leaves_no_words():
    left = better_of(page(ROTATED * 2, picture_share=1.0), page(is_recognised=True))

    assert left.words == ()
    assert is_only_picture(left)


def test_a_recognised_page_has_the_size_that_the_file_says():
    recognised = replace(page(PROSE, is_recognised=True), width=842.3, height=594.8, quarters=1)

    placed = better_of(page(picture_share=1.0), recognised)

    assert (placed.width, placed.height) == (842.0, 595.0)
    assert placed.seen_size == (595.0, 842.0)


def test_a_page_whose_font_does_not_say_which_letters_it_draws_needs_it():
    assert needs_ocr(page("' ( ) )", unmapped=40))
    assert better_of(page("' ( ) )", unmapped=40), page("health", is_recognised=True)).words[0].text == "health"


def test_an_odd_sign_that_stands_for_nothing_does_no_harm():
    assert not needs_ocr(page(PROSE, unmapped=3))
