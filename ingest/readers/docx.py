"""Word document → blocks.

Nothing in it is run. One with macros is refused all the same: the original is offered to readers, who would open it.
"""

from pathlib import Path

from ingest.blocks import ReadDocument
from ingest.exceptions import HasMacros, NotADocx, NoText
from ingest.readers.progress import Progress
from ingest.word.archive import Archive
from ingest.word.body import read_body
from ingest.word.running import running_lines_of


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a Word document's blocks. Raises DamagedFile, HasMacros, NeedsPassword, NotADocx, NoText or TooLarge."""
    with Archive(path) as archive:
        if archive.part("document") is None:
            raise NotADocx
        if archive.has_macros:
            raise HasMacros
        blocks = read_body(archive)
        running = running_lines_of(archive)
    if not blocks:
        raise NoText
    return ReadDocument("docx", tuple(blocks), running_lines=running)
