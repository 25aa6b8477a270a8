"""The pages of a PDF one by one, each closed behind it, so that memory does not grow with their number."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.exceptions import DamagedFile, NeedsPassword, TooManyPages
from ingest.pages import MAX_PAGES, Page, Word, without_repeats
from ingest.pdfium.placing import Placing, placing_of
from ingest.pdfium.shapes import Shapes, shapes_of
from ingest.pdfium.words import Style, main_direction, text_of, unmapped_in, words_of
from ingest.readers.progress import Progress
from ingest.ruled_tables import tables_and_frames


def read_pages(path: Path, progress: Progress | None = None) -> Iterator[Page]:
    """Yield the pages of a PDF. Raises DamagedFile, NeedsPassword or TooManyPages."""
    document = _open(path)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise TooManyPages
        if count == 0:
            raise DamagedFile
        for index in range(count):
            yield _read_page(document, index)
            if progress:
                progress(index + 1, count)
    finally:
        document.close()


def _open(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise NeedsPassword from error
        raise DamagedFile from error


def _read_page(document: Any, index: int) -> Page:
    """Return a page, an empty one where PDFium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(index + 1, 595.0, 842.0)
    try:
        placing, (styled, unmapped) = placing_of(page), _styled_words(page)
        turn = main_direction(styled)
        if turn:
            # The text runs up or down the page, as a wide table does on an upright page: read the page turned, for
            # only upright text comes in its order.
            pdfium.FPDFPage_SetRotation(page, (placing.quarters - turn) % 4)
            placing, (styled, unmapped) = placing_of(page), _styled_words(page)
        words = without_repeats(_upright(styled, placing))
        found = _put_together(index + 1, placing, words, shapes_of(page, placing), turn)
        return replace(found, is_recognised=_is_hidden(styled), unmapped=unmapped)
    finally:
        pdfium.FPDF_ClosePage(page)


def _styled_words(page: Any) -> tuple[list[tuple[Word, Style]], int]:
    """Return a page's words with their styles, and how many of its characters stand for nothing."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return [], 0
    try:
        text = text_of(text_page)
        return list(words_of(text_page, text, placing_of(page))), unmapped_in(text)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _is_hidden(styled: list[tuple[Word, Style]]) -> bool:
    """Return whether most words are not drawn: text recognition laid them under the picture of the page."""
    return sum(style.is_invisible for _, style in styled) > 0.5 * len(styled)


def _upright(styled: list[tuple[Word, Style]], placing: Placing) -> Iterator[Word]:
    width, height = placing.size
    for word, style in styled:
        across, down = word.centre
        if style.quarters == 0 and 0 <= across <= width and 0 <= down <= height:
            yield word


def _put_together(number: int, placing: Placing, words: tuple[Word, ...], shapes: Shapes, turn: int) -> Page:
    width, height = placing.size
    tables, frames = ((), ()) if shapes.is_drawing else tables_and_frames(shapes.edges)
    return Page(
        number,
        width,
        height,
        words=words,
        rects=tuple(shapes.rects),
        rules=tuple(shapes.lines),
        tables=tables,
        picture_share=min(shapes.picture_area / max(width * height, 1.0), 1.0),
        quarters=turn,
        frames=frames,
    )
