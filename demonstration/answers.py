"""The known answers of a demonstration review, read from the marks in its own source."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typst

from demonstration.typesetting import SOURCES

Answer = dict[str, Any]

# The parts of a record that are lists of items, and the letter that the ids of each begin with.
ITEM_PARTS = {"recommendations": "r", "findings": "f", "timeline": "t", "actions": "a"}

# Parts without a number of the paragraph: an action is a row of a table.
WITHOUT_PARAGRAPH = {"actions", "recommendations"}


def answers(source: Path) -> Answer:
    """Return the record that a careful reader would make of the review at `source`, each item with its id and page.

    The form is that of the record of extraction, with the same keys beside (`core`, `themes_ok`, `..._also`,
    `timeline_not`, `notes`). Raises `ValueError` where the review marks no facts.
    """
    marks = _marks(source)
    record: Answer = {"review": _facts(marks, source)}
    for part, letter in ITEM_PARTS.items():
        record[part] = [_item(mark, part, f"{letter}{n}") for n, mark in enumerate(_of(marks, part), start=1)]
    themes = next(_of(marks, "themes"), {})
    record["themes"] = themes.get("themes", [])
    record["themes_ok"] = themes.get("themes_ok", [])
    record["timeline_not"] = [mark["text"] for mark in _of(marks, "timeline_not")]
    record["notes"] = [mark["text"] for mark in _of(marks, "notes")]
    return record


def _marks(source: Path) -> list[Answer]:
    """Return what the marks in the source say, in the order of the document."""
    found = typst.query(source, "<answer>", field="value", root=SOURCES, ignore_system_fonts=True)
    marks: list[Answer] = _on_one_line(json.loads(found))
    return marks


def _on_one_line(value: Any) -> Any:
    """Return the value with every text in it on one line: a source breaks its lines where it likes."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_on_one_line(part) for part in value]
    if isinstance(value, dict):
        return {name: _on_one_line(part) for name, part in value.items()}
    return value


def _of(marks: Iterable[Answer], sort: str) -> Iterator[Answer]:
    """Return the marks of one sort."""
    return (mark for mark in marks if mark["sort"] == sort)


def _facts(marks: list[Answer], source: Path) -> Answer:
    """Return the facts of the review without what only the mark needs."""
    facts = next(_of(marks, "review"), None)
    if facts is None:
        raise ValueError(f"{source.name} marks no facts: it needs #facts(...) before its first words")
    return {name: value for name, value in facts.items() if name not in ("sort", "page", "paragraph")}


def _item(mark: Answer, part: str, item_id: str) -> Answer:
    """Return one item of the record; empty lists of further answers are left out."""
    without = {"sort", "paragraph"} if part in WITHOUT_PARAGRAPH else {"sort"}
    kept = {name: value for name, value in mark.items() if name not in without}
    if not kept.get("themes_ok", True):
        del kept["themes_ok"]
    return {"id": item_id, **kept}
