"""Findings set as tables: a column of findings, learning or good practice, or a form's row of that name."""

from collections.abc import Iterator

from ingest.extractors.drafts import Draft
from ingest.extractors.entries import Entry


def tabled(entry: Entry) -> Iterator[Draft]:
    """Yield the findings of a table."""
    yield from ()
