"""The codebook: each theme with its definition and the words that reviews use for it.

It is data (`themes.toml`) and knows neither Django nor a database, so that reading a review needs none.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

THEMES_FILE = Path(__file__).with_name("themes.toml")

CIRCUMSTANCE = "circumstance"
PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme.

    `about` is "circumstance" where the theme is something that may be absent ("no evidence of neglect") and
    "practice" where its absence is what a review speaks of ("no challenge"). `cues`, `weak_cues` and `guards` are
    written in the language that `reviews.codebook.cue_language` explains. `share` is how much of a review must
    speak of the theme before the whole review is said to: more for what nearly every review mentions. `parent` is
    the theme that this one is a part of. `keywords` are the same subject in other vocabularies, `grounding` names.
    """

    key: str
    label: str
    definition: str
    includes: str
    excludes: str
    about: str
    audience: str
    position: int
    cues: tuple[str, ...]
    weak_cues: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    parent: str | None = None
    is_core: bool = False
    share: float = 0.05
    grounding: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Codebook:
    """All themes in their order. One codebook is equal to itself only, so that what is made of it can be kept."""

    themes: tuple[Theme, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all themes, in their order."""
        return tuple(theme.key for theme in self.themes)

    def theme(self, key: str) -> Theme:
        """Return the theme with this key. Raises KeyError where there is none."""
        for theme in self.themes:
            if theme.key == key:
                return theme
        raise KeyError(key)


@cache
def default_codebook() -> Codebook:
    """Return the codebook that every installation starts with."""
    tables = tomllib.loads(THEMES_FILE.read_text(encoding="utf-8"))["theme"]
    return Codebook(tuple(_theme(table, position) for position, table in enumerate(tables, start=1)))


def _theme(table: dict[str, Any], position: int) -> Theme:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    return Theme(position=position, **values)
