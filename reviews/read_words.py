"""Tell where the words of one page of a PDF stand: run as a program of its own, since the files are not to be trusted.

    python -m reviews.read_words FILE PAGE < nothing > words

The words are JSON: [text, left, top, right, bottom] in points from the page's top left corner, as it is looked at.
"""

import ctypes
import json
import sys
from typing import Any

from reviews.render_page import limit_this_process

# The device is so many times finer than a point, since its coordinates are whole numbers.
FINENESS = 100
MOST_LETTERS = 100_000


def words_of(path: str, page_number: int) -> list[list[Any]]:
    """Return the words of the page, counted from 1; none where it is a picture without words."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        page = document[page_number - 1]
        text = page.get_textpage()
        letters = [text.get_text_range(at, 1) for at in range(min(text.count_chars(), MOST_LETTERS))]
        words: list[list[Any]] = []
        begins_one = True
        for at, letter in enumerate(letters):
            if not letter.strip():
                begins_one = True
                continue
            box = _on_page(page, *text.get_charbox(at, loose=True))
            if begins_one:
                words.append([letter, *box])
            else:
                words[-1] = _longer(words[-1], letter, box)
            begins_one = False
        return words


def _longer(word: list[Any], letter: str, box: tuple[float, ...]) -> list[Any]:
    written, left, top, right, bottom = word
    return [written + letter, min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3])]


def _on_page(page: Any, left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
    """Return a box of the file's coordinates as it stands on the page: left, top, right, bottom."""
    corners = [_point(page, left, bottom), _point(page, right, top)]
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _point(page: Any, x: float, y: float) -> tuple[float, float]:
    import pypdfium2.raw

    across, down = ctypes.c_int(), ctypes.c_int()
    width, height = (round(side * FINENESS) for side in page.get_size())
    pypdfium2.raw.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
    return across.value / FINENESS, down.value / FINENESS


def main(arguments: list[str]) -> None:
    """Write the words to standard output; a file that cannot be read ends in a traceback and status 1."""
    path, page = arguments
    limit_this_process()
    sys.stdout.write(json.dumps(words_of(path, int(page))))


if __name__ == "__main__":
    main(sys.argv[1:])
