"""Plain text → blocks; text scraped from a report often holds Markdown too, and is read the same way."""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.exceptions import NoText
from ingest.readers.progress import Progress
from ingest.scraped.decoding import decode
from ingest.scraped.reading import text_to_blocks


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a text file's blocks. Raises NoText."""
    blocks = tuple(text_to_blocks(decode(path.read_bytes())))
    if not blocks:
        raise NoText
    return ReadDocument("text", blocks)
