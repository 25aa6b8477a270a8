"""What a child that reads a document says, line by line: a small JSON object, a tab, and a payload.

A record comes in parts of some hundred items, so that neither side has a long one in memory twice.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, get_type_hints

import msgspec

from ingest.record import ExtractedReview

# What grows with the length of a document.
LONG_FIELDS = ("passages", "recommendations", "findings", "timeline", "actions")
ITEMS_AT_ONCE = 200
_TYPES = get_type_hints(ExtractedReview)


def message_line(message: dict[str, Any], payload: bytes = b"") -> bytes:
    """Return one line of the child's speech."""
    return json.dumps(message).encode() + b"\t" + payload + b"\n"


def record_lines(review: ExtractedReview) -> Iterator[bytes]:
    """Yield the lines that tell a record: its long fields in parts, then the rest of it."""
    for name in LONG_FIELDS:
        items = getattr(review, name)
        for start in range(0, len(items), ITEMS_AT_ONCE):
            payload = msgspec.json.encode(items[start : start + ITEMS_AT_ONCE])
            yield message_line({"is": "part", "of": name}, payload)
    nothing: dict[str, Any] = dict.fromkeys(LONG_FIELDS, ())
    yield message_line({"is": "record"}, msgspec.json.encode(replace(review, **nothing)))


@dataclass
class Hearing:
    """A record as it is heard. `parts` are the items so far, by field."""

    parts: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    def add(self, name: str, payload: bytes) -> None:
        """Take in a part of a long field."""
        self.parts[name] += msgspec.json.decode(payload, type=_TYPES[name])

    def whole(self, payload: bytes) -> ExtractedReview:
        """Return the record, now that its rest has come."""
        rest = msgspec.json.decode(payload, type=ExtractedReview)
        parts: dict[str, Any] = {name: tuple(items) for name, items in self.parts.items()}
        return replace(rest, **parts)
