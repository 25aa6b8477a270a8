"""Other names of the same thing that every installation begins with. Knows neither Django nor a database."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GROUPS = Path(__file__).with_name("groups.txt")


@dataclass(frozen=True)
class NamedGroup:
    """Terms that mean the same, and what administrators should know of them."""

    terms: tuple[str, ...]
    note: str = ""


def shipped_groups() -> list[NamedGroup]:
    """Return the groups of the file, in its order."""
    return list(groups_in(GROUPS.read_text()))


def groups_in(written: str) -> Iterator[NamedGroup]:
    """Yield the groups of a text: one to a line, terms apart by ";", a note after "|"; lines with "#" are headings."""
    for line in written.splitlines():
        terms, _, note = line.partition("|")
        if line.strip() and not line.startswith("#"):
            yield NamedGroup(tuple(filter(None, map(str.strip, terms.split(";")))), note.strip())
