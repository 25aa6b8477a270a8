"""HTML → blocks."""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.exceptions import NoText
from ingest.hypertext.titles import titles_of
from ingest.hypertext.walking import blocks_of
from ingest.readers.progress import Progress


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return an HTML page's blocks. Raises NoText."""
    source = path.read_bytes()
    blocks = tuple(blocks_of(source))
    if not blocks:
        raise NoText
    return ReadDocument("html", blocks, running_lines=titles_of(source))
