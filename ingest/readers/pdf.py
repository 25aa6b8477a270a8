"""PDF → blocks, page by page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException

from ingest.blocks import ReadDocument
from ingest.exceptions import DamagedFile, NeedsPassword, NotAPdf, NoTextLayer, TooManyPages
from ingest.layout.reading import pages_to_blocks
from ingest.pages import Page, Rect, Table, Word
from ingest.readers.progress import Progress

# Reports of this kind have some hundred pages; what has more than this is not one.
MAX_PAGES = 3000
# With more shapes than this a page is a drawing, and looking for tables in it takes minutes.
MAX_SHAPES = 4000


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return a PDF's blocks. Raises NotAPdf, DamagedFile, NeedsPassword, NoTextLayer or TooManyPages."""
    sizes: list[tuple[float, float]] = []
    words = 0

    def counted(pages: Iterator[Page]) -> Iterator[Page]:
        nonlocal words
        for page in pages:
            sizes.append((page.width, page.height))
            words += len(page.words)
            yield page

    blocks = tuple(pages_to_blocks(counted(read_pages(path, progress))))
    if not words:
        raise NoTextLayer
    return ReadDocument("pdf", blocks, tuple(sizes))


def read_pages(path: Path, progress: Progress | None = None) -> Iterator[Page]:
    """Yield the pages of a PDF one by one, each closed behind it."""
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise NotAPdf
    try:
        pdf = pdfplumber.open(path)
    except PdfminerException as error:
        reason = error.args[0] if error.args else error
        raise (NeedsPassword if isinstance(reason, PDFPasswordIncorrect) else DamagedFile) from error
    except PDFSyntaxError as error:
        raise DamagedFile from error
    with pdf:
        if len(pdf.pages) > MAX_PAGES:
            raise TooManyPages
        for page in pdf.pages:
            try:
                yield _page(page)
                if progress:
                    progress(page.page_number, len(pdf.pages))
            finally:
                page.close()


def _page(page: Any) -> Page:
    shapes = len(page.rects) + len(page.lines) + len(page.curves)
    left, top = page.bbox[0], page.bbox[1]
    return Page(
        page.page_number,
        float(page.width),
        float(page.height),
        words=tuple(_words(page)),
        rects=tuple(_rect(rect, left, top) for rect in page.rects),
        rules=tuple(_rect(line, left, top) for line in page.lines),
        tables=tuple(_table(table) for table in page.find_tables()) if shapes <= MAX_SHAPES else (),
        picture_share=sum((i["x1"] - i["x0"]) * (i["bottom"] - i["top"]) for i in page.images)
        / (page.width * page.height),
    )


def _words(page: Any) -> Iterator[Word]:
    previous = None
    for word in page.extract_words(use_text_flow=True, extra_attrs=["fontname", "size"], return_chars=True):
        if not word["upright"]:
            continue
        font, size = word["fontname"].lower(), round(word["size"], 1)
        baseline = page.height - word["chars"][0]["matrix"][5]
        joined = (
            previous is not None
            and -0.3 * size < word["x0"] - previous["x1"] < 0.15 * size
            and abs(previous["bottom"] - word["bottom"]) < size
        )
        yield Word(
            word["text"],
            word["x0"],
            word["top"],
            word["x1"],
            word["bottom"],
            round(baseline, 1),
            size,
            is_bold="bold" in font or "black" in font or "heavy" in font,
            is_italic="italic" in font or "oblique" in font,
            is_joined=joined,
        )
        previous = word


def _rect(shape: Any, left: float, top: float) -> Rect:
    colour = shape.get("non_stroking_color") if shape.get("fill") else None
    return Rect(shape["x0"], shape["top"], shape["x1"], shape["bottom"], _rgb(colour), bool(shape.get("stroke")))


def _rgb(colour: Any) -> tuple[float, float, float] | None:
    if not isinstance(colour, tuple | list) or not all(isinstance(value, int | float) for value in colour):
        return None
    if len(colour) == 1:
        return (colour[0],) * 3
    if len(colour) == 3:
        return (colour[0], colour[1], colour[2])
    if len(colour) == 4:
        cyan, magenta, yellow, black = colour
        return ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
    return None


def _table(table: Any) -> Table:
    left, top, right, bottom = table.bbox
    outline = Rect(left, top, right, bottom)
    rows = tuple(tuple(Rect(*cell) if cell else None for cell in row.cells) for row in table.rows)
    return Table(outline, rows)
