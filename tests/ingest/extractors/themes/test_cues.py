"""The language of cues, and finding them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extractors.themes.cues import CueIndex, cue, folded
from reviews.codebook import default_codebook


def found(written: str, text: str) -> list[str]:
    """The parts of `text` that the cue matches."""
    return [text[hit.start : hit.end] for hit in CueIndex.of([cue("theme", written, 1.0)]).hits(folded(text))]


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("threshold", "Thresholds and the threshold’s meaning", ["Thresholds", "threshold’s"]),
        ("policy", "two policies, one policy", ["policies", "policy"]),
        ("neglect*", "neglectful and neglected", ["neglectful", "neglected"]),
        ("CME", "The CME officer came.", ["CME"]),
        ("step down", "a step-down meeting", ["step-down"]),
        ("step down", "step\ndown", ["step\ndown"]),
        ("(case|file) closed", "the file closed itself", ["file closed"]),
        ("basic (care)? need", "basic needs and basic care needs", ["basic needs", "basic care needs"]),
        ("at (the|their|own)* home", "at their own home", ["at their own home"]),
        ("referral .. rejected", "the referral was twice rejected", ["referral was twice rejected"]),
        ("first ... last", "first a b c d e f g h last", ["first a b c d e f g h last"]),
    ],
)
def test_a_cue_finds_the_forms_of_its_words(written, text, expected):
    assert found(written, text) == expected


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("neglect", "neglectful"),
        ("CME", "cme, Cme"),
        ("referral .. rejected", "The referral came. It was rejected."),
        ("referral .. rejected", "referral one two three four five six rejected"),
        ("-(drug|alcohol) abuse", "drug abuse and alcohol abuse"),
        ("SEN", "SENT"),
    ],
)
def test_a_cue_finds_nothing_else(written, text):
    assert found(written, text) == []


@pytest.mark.parametrize("written", ["", "..", "a ..", ".. a", "a (b", "a )", "(a|)", "a|b"])
def test_what_is_not_in_the_language_is_refused(written):
    with pytest.raises(ValueError, match=r"cue|phrase|bracket"):
        cue("theme", written, 1.0)


def test_of_two_cues_on_the_same_words_the_weightier_is_kept():
    index = CueIndex.of([cue("a", "home", 0.5), cue("a", "home conditions", 1.0), cue("b", "home", 0.5)])
    assert [(hit.cue.theme, hit.cue.weight) for hit in index.hits("poor home conditions")] == [("a", 1.0), ("b", 0.5)]


def test_folding_keeps_every_character_in_its_place():
    text = "step–down, the child’s “voice”"
    assert len(folded(text)) == len(text)


CODEBOOK_CUES = [written for theme in default_codebook().themes for written in (*theme.cues, *theme.weak_cues)]
NEEDY = [one for one in (cue("theme", written, 1.0) for written in CODEBOOK_CUES) if one.needs]
QUICK, PLAIN = CueIndex.of(NEEDY), CueIndex.of([replace(one, needs=frozenset()) for one in NEEDY])


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(CODEBOOK_CUES), min_size=1, max_size=4),
    st.lists(st.sampled_from(["the", "of", "her", "neglect", "policies", "was", "Child", "—", "."]), max_size=6),
)
def test_cues_that_are_passed_by_are_not_in_the_text(chosen, words):
    text = " ".join([*(re.sub(r"[()|?*]|\.\.+", " ", written) for written in chosen), *words])
    places = [[(hit.start, hit.end, hit.cue.written) for hit in index.hits(folded(text))] for index in (QUICK, PLAIN)]
    assert places[0] == places[1]
