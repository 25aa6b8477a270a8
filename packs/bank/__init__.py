"""What is shipped for trainers: questions and aims by theme, advice on language, short forms explained, helplines.

Plain data files, read once. No database, no Django.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
QUESTION_FILES = ("questions_children.toml", "questions_families.toml")
# The audiences that have a question of their own; "mixed" is asked everyone's and then each of these.
AUDIENCES = ("school", "health", "police", "social_work")


@dataclass(frozen=True)
class Question:
    """A question for discussion on a theme; `audience` is empty where it is for any room."""

    theme: str
    text: str
    audience: str = ""


@dataclass(frozen=True)
class ThemeQuestions:
    """What is shipped on one theme: its learning aim and its questions."""

    theme: str
    aim: str
    questions: tuple[Question, ...]

    def for_audience(self, audience: str) -> tuple[Question, ...]:
        """Return the questions for a room: its own first, then everyone's; a mixed room's own ones come last."""
        everyone = tuple(one for one in self.questions if not one.audience)
        own = tuple(one for one in self.questions if one.audience == audience)
        others = tuple(one for one in self.questions if one.audience) if audience not in AUDIENCES else ()
        return own + everyone + others


@dataclass(frozen=True)
class Advice:
    """Terms that the field now avoids, what to say instead, and why."""

    terms: tuple[str, ...]
    instead: str
    why: str
    source: str


@dataclass(frozen=True)
class Explained:
    """A short form or a word of one agency in one sentence, and the audiences that need no help with it."""

    terms: tuple[str, ...]
    means: str
    known_to: frozenset[str]


@dataclass(frozen=True)
class HelpLine:
    """Where people can turn. `nation` is empty where it answers anywhere in the United Kingdom."""

    name: str
    number: str
    what: str
    nation: str = ""


@cache
def questions() -> dict[str, ThemeQuestions]:
    """Return what is shipped on each theme, by the theme's key."""
    entries = [entry for name in QUESTION_FILES for entry in _read(name)["theme"]]
    return {entry["key"]: _theme_questions(entry) for entry in entries}


@cache
def language_advice() -> tuple[Advice, ...]:
    """Return every advice on language."""
    return tuple(
        Advice(tuple(entry["terms"]), entry["instead"], entry["why"], entry["from"])
        for entry in _read("language.toml")["advice"]
    )


@cache
def explained_words() -> tuple[Explained, ...]:
    """Return every short form that is explained."""
    return tuple(
        Explained(tuple(entry["terms"]), entry["means"], frozenset(entry["known_to"]))
        for entry in _read("jargon.toml")["word"]
    )


def help_lines(nation: str) -> tuple[HelpLine, ...]:
    """Return the helplines of a nation, before them those of the whole United Kingdom."""
    return tuple(line for line in _help_lines() if line.nation in ("", nation))


@cache
def _help_lines() -> tuple[HelpLine, ...]:
    return tuple(HelpLine(**entry) for entry in _read("helplines.toml")["line"])


def _theme_questions(entry: dict[str, Any]) -> ThemeQuestions:
    key = entry["key"]
    everyone = [Question(key, text) for text in entry["everyone"]]
    own = [Question(key, entry[audience], audience) for audience in AUDIENCES]
    return ThemeQuestions(key, entry["aim"], (*everyone, *own))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
