"""What is printed on the pages of a demonstration review, in a form that can be compared with its answers."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pdfplumber

from demonstration.typesetting import typeset

# Points: marks of footnotes are set smaller than this, every word larger.
SMALLEST_WORD = 6.2

# A piece of an item that a page break or a note parted from the rest has at least this many letters.
SHORTEST_PIECE = 6


def letters(text: str) -> str:
    """Return the letters and digits of a text alone: no spaces, hyphens, case, accents or ligatures."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return re.sub(r"[^a-z0-9]", "", plain)


@cache
def pages(source: Path) -> tuple[str, ...]:
    """Return the letters of each page of the typeset review, in the order in which they were set."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "review.pdf"
        typeset(source, target)
        return tuple(_letters_of_pages(target))


def _letters_of_pages(target: Path) -> Iterator[str]:
    with pdfplumber.open(target) as document:
        for page in document.pages:
            yield letters("".join(char["text"] for char in page.chars if char["size"] > SMALLEST_WORD))
            page.close()


def stands_on(text: str, page: int, printed: tuple[str, ...]) -> bool:
    """Whether the text begins on the page and is read on from there, parted at most by page ends, notes and headers."""
    wanted = letters(text)
    here, place = "".join(printed[page - 1 : page + 1]), 0
    first = True
    while wanted:
        length = _longest_beginning(wanted, here[place:])
        if length < min(SHORTEST_PIECE, len(wanted)):
            return False
        found = here.index(wanted[:length], place)
        if first and found >= len(printed[page - 1]):
            return False
        place, wanted, first = found + length, wanted[length:], False
    return True


def _longest_beginning(wanted: str, printed: str) -> int:
    """Return how many letters of the beginning of `wanted` stand together in `printed`."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in printed else (low, middle - 1)
    return low
