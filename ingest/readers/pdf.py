"""PDF → blocks, page by page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest import pdfium, reference_pages
from ingest.blocks import ReadDocument
from ingest.exceptions import DamagedFile, NotAPdf, NoTextLayer
from ingest.layout.reading import pages_to_blocks
from ingest.pages import Page
from ingest.readers.progress import Progress


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a PDF's blocks.

    Raises NotAPdf, DamagedFile, NeedsPassword, TooManyPages, or NoTextLayer where it holds only pictures of pages.
    """
    seen = _Seen()
    blocks = tuple(pages_to_blocks(seen.watch(read_pages(path, progress))))
    if not seen.words:
        raise NoTextLayer
    return ReadDocument("pdf", blocks, tuple(seen.sizes))


def read_pages(path: Path, progress: Progress | None = None) -> Iterator[Page]:
    """Yield a PDF's pages: by PDFium, or by pdfplumber where PDFium refuses the file."""
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise NotAPdf
    try:
        yield from pdfium.read_pages(path, progress)
    except DamagedFile:
        yield from reference_pages.read_pages(path, progress)


@dataclass
class _Seen:
    """What the pages that went by were like."""

    sizes: list[tuple[float, float]] = field(default_factory=list)
    words: int = 0

    def watch(self, pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            self.sizes.append(page.seen_size)
            self.words += len(page.words)
            yield page
