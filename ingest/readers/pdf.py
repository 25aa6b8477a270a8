"""PDF → blocks, page by page."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from ingest import pdfium
from ingest.blocks import ReadDocument
from ingest.exceptions import DamagedFile, NotAPdf, NoText, NoTextLayer, TookTooLong
from ingest.layout.profile import Profile
from ingest.layout.reading import pages_to_blocks
from ingest.ocr.need import better_of, is_only_picture, needs_ocr
from ingest.pages import Page
from ingest.readers.pictures import FOREVER, NeedsRecognition, Pictures
from ingest.readers.progress import Progress

if TYPE_CHECKING:
    from ingest.ocr.recogniser import Recogniser


def read(
    path: Path,
    progress: Progress | None = None,
    pictures: Pictures = Pictures.RECOGNISED,
    until: float = FOREVER,
) -> ReadDocument:
    """Return a PDF's blocks; `until` is when no more pages are begun to be recognised, but the first.

    Raises NotAPdf, DamagedFile, NeedsPassword, TooManyPages, NoText, or NoTextLayer where pages are only pictures and
    nothing is recognised in them (TookTooLong where that was for want of time); where pictures are to be announced,
    NeedsRecognition.
    """
    seen = _Seen()
    if pictures is Pictures.ANNOUNCED:
        pages = _announced(path, progress)
    elif pictures is Pictures.RECOGNISED:
        pages = _recognised(read_pages(path, progress), path, until)
    else:
        pages = read_pages(path, progress)
    profile = Profile()
    blocks = tuple(pages_to_blocks(seen.watch(pages), profile))
    if not seen.words:
        if seen.pictures and monotonic() >= until:
            raise TookTooLong
        raise NoTextLayer if seen.pictures else NoText
    if not blocks:
        # Nothing but running headers, page numbers and the like.
        raise NoText
    without_text = tuple(seen.pictures)
    running = tuple(profile.running_texts.values())
    return ReadDocument("pdf", blocks, tuple(seen.sizes), seen.is_from_ocr, without_text, running)


def _announced(path: Path, progress: Progress | None) -> Iterator[Page]:
    """Yield the pages up to the first that needs text recognition. Raises NeedsRecognition after the last page."""
    needing = 0

    def tell(page: int, of: int) -> None:
        # Where pages need recognition all are gone through again, and it is then that progress counts.
        if progress and not needing:
            progress(page, of)

    for page in read_pages(path, tell):
        needing += needs_ocr(page)
        if not needing:
            yield page
    if needing:
        raise NeedsRecognition(needing)


def _recognised(pages: Iterator[Page], path: Path, until: float) -> Iterator[Page]:
    """Yield the pages, those that need it with the words of their pictures, as far as there is time."""
    with ExitStack() as stack:
        recogniser = None
        for page in pages:
            if needs_ocr(page) and (recogniser is None or monotonic() < until):
                recogniser = recogniser or stack.enter_context(_recogniser(path))
                yield better_of(page, recogniser.page(page.number))
            else:
                yield page


def _recogniser(path: Path) -> "closing[Recogniser]":
    """Return what recognises the pages of a file: loading it takes a second, and most files have no need of it."""
    from ingest.ocr.recogniser import Recogniser

    return closing(Recogniser(path))


def read_pages(path: Path, progress: Progress | None = None) -> Iterator[Page]:
    """Yield a PDF's pages: by PDFium, or by pdfplumber where PDFium refuses the file."""
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise NotAPdf
    try:
        yield from pdfium.read_pages(path, progress)
    except DamagedFile:
        # Imported only here, for it brings much that is seldom needed.
        from ingest import reference_pages

        yield from reference_pages.read_pages(path, progress)


@dataclass
class _Seen:
    """What the pages that went by were like: `pictures` are the numbers of those whose words are missing."""

    sizes: list[tuple[float, float]] = field(default_factory=list)
    words: int = 0
    is_from_ocr: bool = False
    pictures: list[int] = field(default_factory=list)

    def watch(self, pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            self.sizes.append(page.seen_size)
            self.words += len(page.words)
            self.is_from_ocr = self.is_from_ocr or (page.is_recognised and bool(page.words))
            if is_only_picture(page):
                self.pictures.append(page.number)
            yield page
