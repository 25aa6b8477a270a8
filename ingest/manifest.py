"""Manifests: a CSV file with a row of facts for each file that is sent with it (docs/editors.md lists the columns)."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from reviews.models import DocumentRole, Nation, Partnership, ReviewKind, Visibility
from reviews.partial_dates import PartialDate, PartialDateError

MOST_ROWS = 2000
# Britain writes the day first, and spreadsheets rewrite dates so: 4/5/2021.
BRITISH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class BadManifest(Exception):
    """This list of facts cannot be used; the message says why."""


@dataclass(frozen=True)
class Manifest:
    """What a manifest says: facts by their column, by a file’s name in lower case; `file` keeps the name as given."""

    given: dict[str, dict[str, Any]] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


def read_manifest(data: bytes) -> Manifest:
    """Return what the CSV says; a value that cannot be used is left out and complained of. Raises BadManifest."""
    given: dict[str, dict[str, Any]] = {}
    complaints: list[str] = []
    for number, row in _rows(_decoded(data)):
        name = row.pop("file", "")
        if not name:
            complaints.append(f"Row {number}: it names no file.")
            continue
        facts: dict[str, Any] = {"file": name}
        for column, value in row.items():
            try:
                facts[column] = COLUMNS[column](value)
            except ValueError as error:
                complaints.append(f"Row {number}, {column}: {error}")
        given[name.lower()] = facts
    return Manifest(given, tuple(complaints))


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row that says anything, with its number as a spreadsheet counts, its empty cells left out."""
    rows = _cells(text)
    heading = _heading(next(rows, []))
    for number, cells in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise BadManifest(f"The list of facts has more than {MOST_ROWS:,} rows. Split it.")
        row = {name: cell.strip() for name, cell in zip(heading, cells, strict=False) if name and cell.strip()}
        if row:
            yield number, row


def _cells(text: str) -> Iterator[list[str]]:
    """Give the cells of each row. Raises BadManifest for what is no CSV."""
    try:
        yield from csv.reader(io.StringIO(text, newline=""), _dialect(text))
    except csv.Error as failure:
        raise BadManifest("The list of facts is damaged: save it again as CSV (UTF-8).") from failure


def _dialect(text: str) -> type[csv.Dialect]:
    """Return how the cells are parted: by commas, semicolons or tabs, whichever the heading has most of."""
    first = text.partition("\n")[0]
    parted = max(",;\t", key=first.count)

    class Parted(csv.excel):
        delimiter = parted

    return Parted


def _heading(cells: list[str]) -> list[str]:
    heading = [re.sub(r"[\s_-]+", " ", cell).strip().lower() for cell in cells]
    if "file" not in heading:
        raise BadManifest("The list of facts needs a column called “file” that names each file.")
    unknown = [name for name in heading if name and name != "file" and name not in COLUMNS]
    if unknown:
        raise BadManifest(f"The list of facts has a column “{unknown[0]}”. It can have: {', '.join(COLUMNS)}.")
    return heading


def _decoded(data: bytes) -> str:
    """Return the text: UTF-8 as spreadsheets save it with a mark, else the code page of Windows in western Europe."""
    for encoding in ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise BadManifest("The list of facts is not plain text: save it as CSV (UTF-8).")


def _words(longest: int) -> Callable[[str], str]:
    def read(value: str) -> str:
        if len(value) > longest:
            raise ValueError(f"it has more than {longest} letters.")
        return value

    return read


def _one_of(choices: Any) -> Callable[[str], str]:
    """Return a reader that takes a choice by its value or by what it is called, with or without its short form."""

    def read(value: str) -> str:
        for choice in choices:
            called = {choice.value, choice.label, choice.label.partition(" (")[0], getattr(choice, "short", "")}
            if value.lower() in {name.lower() for name in called}:
                return str(choice.value)
        raise ValueError(f"“{value}” is not one of: {', '.join(choice.value for choice in choices)}.")

    return read


def _date(value: str) -> str:
    """Return a date in EDTF: 2021-05-04, 2021-05, 2021, or 4/5/2021 as spreadsheets write it."""
    if british := BRITISH_DAY.fullmatch(value):
        day, month, year = british.groups()
        value = f"{year}-{int(month):02}-{int(day):02}"
    try:
        return PartialDate(value).edtf
    except PartialDateError:
        raise ValueError(f"“{value}” is not a date. Write 2021-05-04, 2021-05 or 2021.") from None


def _day(value: str) -> str:
    date = _date(value)
    if not A_DAY.fullmatch(date):
        raise ValueError(f"“{value}” is not one day. Write 2021-05-04.")
    return date


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or len(value) > 500:
        raise ValueError(f"“{value[:60]}” is not an address. It begins with https://.")
    return value


def _partnership(value: str) -> str:
    found = Partnership.objects.filter(key=value.lower()).first() or Partnership.objects.find(value)
    if found is None:
        raise ValueError(f"“{value}” is not in the register of partnerships, or several are called so.")
    return found.key


def _authors(value: str) -> list[str]:
    return [author.strip()[:150] for author in value.split(";") if author.strip()]


COLUMNS: dict[str, Callable[[str], Any]] = {
    "review": _words(200),
    "role": _one_of(DocumentRole),
    "title": _words(500),
    "kind": _one_of(ReviewKind),
    "subject": _words(120),
    "area": _words(120),
    "nation": _one_of(Nation),
    "partnership": _partnership,
    "authors": _authors,
    "published": _date,
    "incident": _date,
    "source": _address,
    "fetched": _day,
    "licence": _words(200),
    "visibility": _one_of(Visibility),
}
