"""Fictional pieces of reviews as they are laid out in many places, each with the items that it holds.

A file holds layouts, each written so:

@@ what the layout is, as a sentence
markup of an outline (see `tests.ingest.extractors.outlines`)
@ recommendations
label | group | addressee | text
@ findings
kind | label | text
@ actions
agency | label | recommendation | steps | lead | timescale | outcome | measure

A part that is not named holds nothing. "-" is nothing, "*" anything; a line that begins with "?" may be found or not.
"""

from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PARTS = {
    "recommendations": ("label", "group", "addressee", "text"),
    "findings": ("kind", "label", "text"),
    "actions": ("agency", "label", "recommendation", "steps", "lead", "timescale", "outcome", "measure"),
}


@dataclass(frozen=True)
class Wanted:
    """An item as a careful reader would give it; `is_free` where it may be left out."""

    values: dict[str, str]
    is_free: bool


@dataclass
class Layout:
    """A piece of a review and what is found in it."""

    name: str
    file: str
    markup: list[str] = field(default_factory=list)
    items: dict[str, list[Wanted]] = field(default_factory=lambda: {part: [] for part in PARTS})


def layouts() -> list[Layout]:
    """Return all layouts of all files."""
    return [layout for file in sorted(HERE.glob("*.txt")) for layout in _read(file)]


def _read(file: Path) -> list[Layout]:
    found: list[Layout] = []
    part = ""
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line.startswith("@@ "):
            found.append(Layout(line[3:], file.stem))
            part = ""
        elif line.startswith("@ "):
            part = line[2:].strip()
        elif part and line.strip():
            found[-1].items[part].append(_wanted(line, PARTS[part]))
        elif found and not part:
            found[-1].markup.append(line)
    return found


def _wanted(line: str, names: tuple[str, ...]) -> Wanted:
    cells = [cell.strip() for cell in line.removeprefix("?").split(" | ")]
    cells += ["-"] * (len(names) - len(cells))
    return Wanted(dict(zip(names, cells, strict=True)), line.startswith("?"))


def differences(found: list[dict[str, str | None]], wanted: list[Wanted]) -> list[str]:
    """Return in words what was missed, what was invented and what differs."""
    told: list[str] = []
    left = list(found)
    for one in wanted:
        key = "text" if "text" in one.values else "recommendation"
        twin = next((item for item in left if (item[key] or "-") == one.values[key]), None)
        if twin is None:
            told += [] if one.is_free else [f"missed: {one.values[key]}"]
            continue
        left.remove(twin)
        told += [
            f"{name} is {twin[name]!r} and should be {value!r}: {one.values[key][:50]}"
            for name, value in one.values.items()
            if value != "*" and (twin[name] or "-") != value and not one.is_free
        ]
    return told + [f"invented: {item.get('text') or item.get('recommendation')}" for item in left]
