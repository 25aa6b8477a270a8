"""HTML → blocks."""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.exceptions import NoText
from ingest.hypertext.walking import blocks_of
from ingest.readers.progress import Progress


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return an HTML page's blocks. Raises NoText."""
    blocks = tuple(blocks_of(path.read_bytes()))
    if not blocks:
        raise NoText
    return ReadDocument("html", blocks)
