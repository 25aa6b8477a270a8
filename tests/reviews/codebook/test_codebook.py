"""The codebook that every installation starts with."""

import re

import pytest

from ingest.extractors.themes.cues import cue
from reviews.codebook import CIRCUMSTANCE, PRACTICE, default_codebook
from reviews.codebook.document import FILE, document

CODEBOOK = default_codebook()
THEMES = {theme.key: theme for theme in CODEBOOK.themes}
FIRST_FIVE = ["neglect", "thresholds", "escalation", "disability", "cme"]
FOR_ADULTS = {"self_neglect", "mental_capacity", "organisational_abuse", "modern_slavery", "coercive_control"}
# Words that blame, or that turn a child into an abbreviation.
UNKIND = re.compile(
    r"\b(?:LAC|CSE|disguised compliance|hard[- ]to[- ]reach|promiscuous|victims?|perpetrators?|suffer\w*|illegal)\b"
)


def test_the_five_themes_of_the_start_come_first():
    core = [theme for theme in CODEBOOK.themes if theme.is_core]
    assert [theme.key for theme in core] == FIRST_FIVE
    assert [theme.position for theme in core] == [1, 2, 3, 4, 5]


def test_keys_labels_and_positions_are_unique():
    for values in zip(*((t.key, t.label.casefold(), t.position) for t in CODEBOOK.themes), strict=True):
        assert len(set(values)) == len(CODEBOOK.themes)


def test_there_are_themes_for_adults():
    assert {theme.key for theme in CODEBOOK.themes if theme.audience == "adults"} == FOR_ADULTS


@pytest.mark.parametrize("theme", CODEBOOK.themes, ids=lambda theme: theme.key)
def test_a_theme_says_what_it_is_and_what_it_is_not(theme):
    assert all((theme.label, theme.definition, theme.includes, theme.excludes, theme.grounding, theme.keywords))
    assert theme.about in (CIRCUMSTANCE, PRACTICE)
    assert theme.parent is None or theme.parent in THEMES
    assert re.fullmatch(r"[a-z_]+", theme.key)


@pytest.mark.parametrize("theme", CODEBOOK.themes, ids=lambda theme: theme.key)
def test_every_cue_can_be_read_and_stands_once(theme):
    for cues in (theme.cues, theme.weak_cues, theme.guards):
        assert len(set(cues)) == len(cues)
        for written in cues:
            cue(theme.key, written, 1.0)


@pytest.mark.parametrize("theme", CODEBOOK.themes, ids=lambda theme: theme.key)
def test_labels_and_definitions_put_the_child_first(theme):
    assert not UNKIND.search(f"{theme.label} {theme.definition} {theme.includes} {theme.excludes}")


def test_a_theme_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        CODEBOOK.theme("weather")


def test_the_codebook_is_read_once():
    assert default_codebook() is default_codebook()


def test_the_page_on_themes_is_in_step_with_the_codebook():
    assert FILE.read_text(encoding="utf-8") == document(CODEBOOK)
