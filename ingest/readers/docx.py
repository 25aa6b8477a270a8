"""Word document → blocks. Macros in it are never run, for nothing but its text is looked at."""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.exceptions import NotADocx, NoText
from ingest.readers.progress import Progress
from ingest.word.archive import Archive
from ingest.word.body import read_body
from ingest.word.running import running_lines_of


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a Word document's blocks. Raises DamagedFile, NeedsPassword, NotADocx, NoText or TooLarge."""
    with Archive(path) as archive:
        if archive.part("document") is None:
            raise NotADocx
        blocks = read_body(archive)
        running = running_lines_of(archive)
    if not blocks:
        raise NoText
    return ReadDocument("docx", tuple(blocks), running_lines=running)
