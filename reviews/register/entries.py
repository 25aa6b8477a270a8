"""The register as it lies in its files: areas, the bodies that publish reviews with their names, and agencies.

It knows neither Django nor a database. docs/register.md says where each row comes from.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Area:
    """An authority with social care: its nation and region as keys, and the years in which it came and went."""

    name: str
    nation: str
    region: str
    type: str
    aliases: tuple[str, ...]
    first_year: int | None
    last_year: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a body has or had.

    `basis` is "page" where the name stands on the page that is its source, "described" where the page says that
    there is such a body and the name is its usual form, "law" where the law at the source says so.
    """

    name: str
    first_year: int | None = None
    last_year: int | None = None
    basis: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """One board, partnership, committee or panel, whatever it has been called; `covers` are the areas it works for."""

    key: str
    name: str
    kind: str
    area: str
    covers: tuple[str, ...]
    region: str
    nation: str
    source: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """A kind of agency with the names that reviews have for it, in the language of cues.

    `general_aliases` ("the Trust", "the Board") name it only where nothing more exact is named.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    general_aliases: tuple[str, ...] = ()


@cache
def areas() -> tuple[Area, ...]:
    """Return every area, former ones too."""
    return tuple(
        Area(
            row["name"], row["nation"], row["region"], row["type"], _parts(row["aliases"]),
            _year(row["first_year"]), _year(row["last_year"]), row["source"],
        )
        for row in _rows("areas.csv")
    )  # fmt: skip


@cache
def bodies() -> tuple[Body, ...]:
    """Return every body with its names, the one that it is shown by first."""
    names: dict[str, list[Name]] = {}
    for row in _rows("partnership_names.csv"):
        name = Name(row["name"], _year(row["first_year"]), _year(row["last_year"]), row["basis"], row["source"])
        names.setdefault(row["key"], []).append(name)
    return tuple(
        Body(
            row["key"], row["name"], row["kind"], row["area"], _parts(row["covers"]),
            row["region"], row["nation"], row["source"], tuple(names[row["key"]]),
        )
        for row in _rows("partnerships.csv")
    )  # fmt: skip


@cache
def agencies() -> tuple[AgencyEntry, ...]:
    """Return every kind of agency."""
    return tuple(
        AgencyEntry(row["key"], row["name"], _parts(row["aliases"]), _parts(row["general_aliases"]))
        for row in _rows("agencies.csv")
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _year(cell: str) -> int | None:
    return int(cell) if cell else None
