"""Action plans written as lists: each recommendation followed by lines for its action, lead and timescale."""

from collections.abc import Sequence

from ingest.extractors.entries import Entry
from ingest.record import ExtractedAction


def listed_actions(entries: Sequence[Entry]) -> tuple[ExtractedAction, ...]:
    """Return the actions of plans written as lists."""
    return ()
