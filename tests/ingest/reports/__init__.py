"""Thirty-two fictional reports as boards of the four nations laid them out over twenty years, with their known answers.

`files/` has them as PDF, Word, HTML and scraped text; no person, place, body or event in them is real. `answers/` has
what a careful reader finds in each, in the form of a record: items with `core` false may be left out, `NAME_also`
holds other answers that are as right.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").iterdir())
# Two texts are of one item where so many of their words are the same.
ALIKE = 0.75


def answers_of(file: Path) -> dict[str, Any]:
    """Return the known answers for a file."""
    answers: dict[str, Any] = json.loads((HERE / "answers" / f"{file.stem}.json").read_text(encoding="utf-8"))
    return answers


def missed(found: list[dict[str, Any]], answers: list[dict[str, Any]]) -> list[str]:
    """Return the texts of the answers that nothing found is like."""
    return [item["text"] for item in answers if item["core"] and not any(_is_alike(item, other) for other in found)]


def invented(found: list[dict[str, Any]], answers: list[dict[str, Any]]) -> list[str]:
    """Return the texts of what was found that is like no answer."""
    return [item["text"] for item in found if not any(_is_alike(item, answer) for answer in answers)]


def _is_alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if not _dates(one) & _dates(other):
        return False
    words, others = _words(one["text"]), _words(other["text"])
    # An event may be answered by the clause that tells it, and found as its sentence; its date is the same then.
    whole = min if one.get("date") else max
    return (words & others).total() >= ALIKE * whole(words.total(), others.total())


def is_title(found: str, answers: dict[str, Any]) -> bool:
    """Return whether a title is one of the answers but for a few words: the lines of a cover join in several ways."""
    return any(_is_alike({"text": found}, {"text": title}) for title in (answers["title"], *answers["title_also"]))


def _dates(item: dict[str, Any]) -> set[str | None]:
    return {item.get("date"), *item.get("date_also", ())}


def _words(text: str) -> Counter[str]:
    return Counter("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())
