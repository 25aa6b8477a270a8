"""PDF → pages by pdfplumber: the measure for ingest.pdfium in the tests, and the way for files that PDFium refuses."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from ingest.exceptions import DamagedFile, NeedsPassword, TooManyPages
from ingest.pages import MAX_PAGES, Page, Rect, Table, Word, sound_size, without_repeats
from ingest.pdfium.shapes import MAX_SHAPES
from ingest.readers.progress import Progress


def read_pages(path: Path, progress: Progress | None = None) -> Iterator[Page]:
    """Yield the pages of a PDF, each closed behind it. Raises DamagedFile, NeedsPassword or TooManyPages."""
    with _open(path) as document:
        count = len(document.pages)
        if count > MAX_PAGES:
            raise TooManyPages
        if count == 0:
            raise DamagedFile
        broken = 0
        for page in document.pages:
            read = _read_page(page)
            broken += read is None
            yield read or Page(page.page_number, 595.0, 842.0)
            page.close()
            if progress:
                progress(page.page_number, count)
        if broken == count:
            raise DamagedFile


def _open(path: Path) -> Any:
    """Return the open document. Its pages are listed here, for that is where a broken tree of them shows."""
    try:
        document = pdfplumber.open(path)
        len(document.pages)
    except PdfminerException as error:
        reason = error.args[0] if error.args else error
        raise (NeedsPassword if isinstance(reason, PDFPasswordIncorrect) else DamagedFile) from error
    except MemoryError:
        raise
    except Exception as error:
        raise DamagedFile from error
    return document


def _read_page(page: Any) -> Page | None:
    """Return a page, None where pdfplumber cannot read it either, whatever it stumbles over."""
    try:
        return _page(page)
    except MemoryError:
        raise
    except Exception:
        return None


def _page(page: Any) -> Page:
    shapes = len(page.rects) + len(page.lines) + len(page.curves)
    width, height = float(page.width), float(page.height)
    covered = sum((image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images)
    return Page(
        page.page_number,
        width,
        height,
        words=without_repeats(_words(page)),
        rects=tuple(_rect(rect) for rect in page.rects),
        rules=tuple(_rect(line) for line in page.lines),
        tables=tuple(_table(table) for table in page.find_tables()) if shapes <= MAX_SHAPES else (),
        picture_share=min(covered / max(width * height, 1.0), 1.0),
    )


def _words(page: Any) -> Iterator[Word]:
    previous: Word | None = None
    for found in page.extract_words(use_text_flow=True, extra_attrs=["fontname", "size"], return_chars=True):
        if not found["upright"]:
            continue
        font, size = found["fontname"].casefold(), sound_size(found["size"])
        baseline = round(page.height - found["chars"][0]["matrix"][5], 1)
        is_joined = previous is not None and previous.is_followed_by(found["x0"], baseline, size)
        previous = Word.standing(
            found["text"],
            found["x0"],
            found["x1"],
            baseline,
            size,
            is_bold="bold" in font or "black" in font or "heavy" in font,
            is_italic="italic" in font or "oblique" in font,
            is_joined=is_joined,
        )
        yield previous


def _rect(shape: Any) -> Rect:
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
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return None


def _table(table: Any) -> Table:
    left, top, right, bottom = table.bbox
    rows = tuple(tuple(Rect(*cell) if cell else None for cell in row.cells) for row in table.rows)
    return Table(Rect(left, top, right, bottom), rows)
