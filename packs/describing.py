"""What a text describes, said before it is read out: suggested from its words, decided by the trainer."""

import tomllib
from dataclasses import dataclass
from functools import cache

from packs.bank import FOLDER
from packs.language import term_pattern

# Longer lists of what is described are no longer taken in.
MOST_NOTES = 3


@dataclass(frozen=True)
class Described:
    """A note on content, empty where none is called for, and whether the words may be skipped."""

    note: str = ""
    is_graphic: bool = False


def describe(text: str) -> Described:
    """Return what `text` describes: "Describes injuries and neglect"."""
    found = [(says, graphic) for says, graphic, words in _notes() if term_pattern(words).search(text)]
    things = list(dict.fromkeys(says.removeprefix("Describes ") for says, _ in found))[:MOST_NOTES]
    if not things:
        return Described()
    *first, last = things
    joined = f"{', '.join(first)} and {last}" if first else last
    return Described(f"Describes {joined}", any(graphic for _, graphic in found))


@cache
def _notes() -> tuple[tuple[str, bool, tuple[str, ...]], ...]:
    entries = tomllib.loads((FOLDER / "describes.toml").read_text(encoding="utf-8"))["note"]
    return tuple((entry["says"], entry["graphic"], tuple(entry["words"])) for entry in entries)
