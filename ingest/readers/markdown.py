"""Markdown → blocks; the same reading as plain text, which often holds Markdown too."""

from dataclasses import replace
from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.readers import text
from ingest.readers.progress import Progress


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a Markdown file's blocks. Raises NoText."""
    return replace(text.read(path, progress), format="markdown")
