"""What an item is about, and a whole review."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ingest.extractors.themes import Context, mentions, review_themes
from ingest.record import ThemeMention
from reviews.codebook import default_codebook

CODEBOOK = default_codebook()
SENTENCES = tomllib.loads(Path(__file__).with_name("theme_sentences.toml").read_text(encoding="utf-8"))
GOLD = Path(__file__).parents[5] / "shared" / "extraction" / "gold"
CORE = {theme.key for theme in CODEBOOK.themes if theme.is_core}


def themes_of(text: str, **context: Any) -> set[str]:
    return {mention.theme for mention in mentions(text, CODEBOOK, Context(**context))}


def mention(theme: str, text: str, **context: Any) -> ThemeMention:
    (found,) = [one for one in mentions(text, CODEBOOK, Context(**context)) if one.theme == theme]
    return found


def sentences(column: str) -> list[tuple[str, str]]:
    return [(theme, sentence) for theme, table in SENTENCES.items() for sentence in table[column]]


def test_every_theme_has_its_sentences():
    assert set(SENTENCES) == set(CODEBOOK.keys)


@pytest.mark.parametrize(("theme", "sentence"), sentences("about"))
def test_a_sentence_is_about_its_theme(theme, sentence):
    assert theme in themes_of(sentence)


@pytest.mark.parametrize(("theme", "sentence"), sentences("not_about"))
def test_a_sentence_that_only_has_its_words_is_not_about_it(theme, sentence):
    assert theme not in themes_of(sentence)


def test_a_weak_cue_needs_a_second():
    assert "neglect" not in themes_of("His clothes were dirty.")
    assert "neglect" in themes_of("His clothes were dirty and he had head lice.")


def test_a_weak_cue_is_enough_under_a_heading_that_names_the_theme():
    assert "neglect" in themes_of("His clothes were dirty.", headings=("Neglect",))


def test_a_heading_alone_makes_no_mention():
    assert "neglect" not in themes_of("The chair thanked the panel.", headings=("Neglect",))


def test_a_group_alone_makes_no_mention():
    text = "The service should train its managers to keep records."
    assert "disability" not in themes_of(text, group="Disabled Children’s Service")


def test_a_passing_word_in_a_long_story_is_no_theme():
    story = "The family moved in the spring and the school wrote to the new one. " * 20
    assert "neglect" in themes_of("Neglect was seen.")
    assert "neglect" not in themes_of(story + "Neglect was seen. " + story)


def test_the_evidence_is_the_words_as_printed():
    assert mention("cme", "He was often Missing\nEducation.").evidence == "Missing Education"


def test_the_weightier_theme_comes_first():
    text = "Neglect, poor home conditions, hunger and dental decay were met with one question about a threshold."
    assert mentions(text, CODEBOOK)[0].theme == "neglect"


def test_what_is_found_of_a_child_theme_is_found_of_its_parent():
    assert {"self_neglect", "neglect"} <= themes_of("She was self-neglecting and hoarding.")
    assert {"coercive_control", "domestic_abuse"} <= themes_of("His coercive control was not recognised.")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Neglect was not recognised.", "", "gap"),
        ("The health visitor’s response to neglect was timely and persistent.", "", "good_practice"),
        ("The neglect lasted from 2009 to 2011.", "", "context"),
        ("The board should review its neglect strategy.", "recommendation", "gap"),
        ("The teacher recorded the neglect she saw.", "good_practice", "good_practice"),
        ("The response to neglect was not effective.", "", "gap"),
    ],
)
def test_a_mention_says_whether_it_speaks_of_a_gap_or_of_good_practice(text, kind, expected):
    assert mention("neglect", text, kind=kind).valence == expected


def test_no_text_has_no_themes():
    assert mentions("", CODEBOOK) == ()
    assert review_themes([], [], CODEBOOK) == ()


def test_a_review_has_the_themes_that_much_of_it_speaks_of():
    items = [mentions("Neglect was not recognised.", CODEBOOK) for _ in range(6)]
    items += [mentions("The referral did not meet the threshold.", CODEBOOK) for _ in range(3)]
    found = review_themes(items, ["The neglect was known."], CODEBOOK)
    assert [one.theme for one in found][:2] == ["neglect", "thresholds"]
    assert found[0].valence == "gap"
    assert found[0].weight == round(2 / 3 * 6 / 9 + 1 / 3, 3)


def test_one_mention_makes_no_theme_of_a_review():
    assert review_themes([mentions("Neglect was not recognised.", CODEBOOK)], [], CODEBOOK) == ()


def gold_items() -> list[dict[str, Any]]:
    records = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(GOLD.glob("*.json"))]
    items = [item for record in records for item in (*record["recommendations"], *record["findings"])]
    return [item for item in items if item.get("core", True)]


@pytest.mark.skipif(not GOLD.is_dir(), reason="the checked answers are not beside the project")
def test_items_of_real_reviews_have_the_themes_that_careful_readers_gave_them():
    hit = claimed = wanted = 0
    for item in gold_items():
        found = themes_of(item["text"], group=item.get("group"), kind=item.get("kind", "recommendation")) & CORE
        given, allowed = set(item["themes"]), set(item.get("themes_ok", []))
        hit += len(found & given)
        claimed += len(found - (allowed - given))
        wanted += len(given)
    assert 2 * hit / (claimed + wanted) >= 0.95
