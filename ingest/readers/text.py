"""Plain text → blocks; text scraped from a report often holds Markdown too, and is read the same way."""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.exceptions import NoText
from ingest.readers.progress import Progress
from ingest.scraped.decoding import decode
from ingest.scraped.furniture import furniture_of
from ingest.scraped.lines import lines_of
from ingest.scraped.reading import text_to_blocks


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a text file's blocks. Raises NoText."""
    source = decode(path.read_bytes())
    blocks = tuple(text_to_blocks(source))
    if not blocks:
        raise NoText
    return ReadDocument("text", blocks, running_lines=furniture_of(lines_of(source)))
