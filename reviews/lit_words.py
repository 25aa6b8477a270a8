"""Where the words that a reader came with stand on the picture of a page."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from django.conf import settings

from reviews.marks import marker_for
from reviews.models import Document
from reviews.pictures import PictureError, drawing, keep, said_by

# A hyphen at a line's end parts a word: both halves are lit where the whole is asked for. PDFium says 2 for it.
HYPHENS = "-\u00ad\u2010\x02"


@dataclass(frozen=True)
class PageWord:
    """A word of a page and its box in points, from the page's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Lit:
    """A stretch of one line to light: left, top, width, height in points."""

    left: float
    top: float
    width: float
    height: float


def lit_words(document: Document, page: int, words: str) -> list[Lit]:
    """Return what to light on a page; nothing where its words are only in a picture or cannot be read."""
    # Where words are hidden, their places are too.
    if not words or not document.shows_pages or not document.is_offered:
        return []
    try:
        standing = words_on(document, page)
    except PictureError:
        return []
    return list(_lit(standing, words))


def words_on(document: Document, page: int) -> list[PageWord]:
    """Return the words of a page, read now if they have not been. Raises PictureError."""
    kept = settings.VAR_DIR / "pictures" / document.sha256 / f"{page}.words.json"
    if not kept.exists():
        with drawing:
            keep(said_by("reviews.read_words", Path(document.file.path), page), kept)
    return [PageWord(*word) for word in json.loads(kept.read_text())]


def _lit(standing: Sequence[PageWord], words: str) -> Iterator[Lit]:
    text, begins = "", []
    for word in standing:
        begins.append(len(text))
        # What a hyphen parts is joined as it is read.
        text += word.text.rstrip(HYPHENS) if _is_parted(word.text) else f"{word.text} "
    marker = marker_for(words, [text])
    for span in marker.spans(text) if marker else ():
        found = [
            word
            for begin, word in zip(begins, standing, strict=True)
            if begin < span.end and begin + len(word.text) > span.start
        ]
        for _, on_line in groupby(found, key=lambda word: round(word.bottom)):
            yield _around(list(on_line))


def _is_parted(written: str) -> bool:
    return len(written) > 1 and written[-1] in HYPHENS


def _around(words: Sequence[PageWord]) -> Lit:
    left, top = min(word.left for word in words), min(word.top for word in words)
    right, bottom = max(word.right for word in words), max(word.bottom for word in words)
    return Lit(round(left, 1), round(top, 1), round(right - left, 1), round(bottom - top, 1))
