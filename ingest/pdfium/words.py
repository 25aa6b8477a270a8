"""A page's words: PDFium's text in one call, then a few calls for each word instead of several for each character."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ingest.pages import ABOVE, BELOW, Word, sound_size
from ingest.pdfium.placing import Placing

# What PDFium writes for a hyphen at a line's end; the two halves of the word come without a break between them.
BROKEN = "\ufffe"
_WORD = re.compile(rf"[^\s{BROKEN}\x00-\x1f]+{BROKEN}?")
# What PDFium gives for a character of a font that does not say what it draws: the number by which it is called.
_UNMAPPED = re.compile(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_BEYOND_FIRST_PLANE = re.compile(r"[\ud800-\udfff\U00010000-\U0010ffff]")
# A figure after a letter or a closing sign ("guidance5", "closed.12,"): perhaps a note mark within the word.
_MARK_WITHIN = re.compile(r"[^\W\d_][\"'”’)\].,;:]*\d|[\"'”’)\],;:]\d|\d[\"'”’)\].,;:]+$")
# Bold and italic as font names have them.
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|-bd\b|,bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|-it\b|,it\b", re.IGNORECASE)
_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18
# Text drawn with an outline in its own colour is how some programs make bold.
_FILL_AND_STROKE = 2
_INVISIBLE = 3
# A figure whose foot stands higher than this over the line, in multiples of the size, is a raised one.
SUPERIOR = 0.22
# A raised figure of the font's own is told as one of this much of its size, as if it were a smaller figure set higher.
SUPERIOR_SIZE = 0.6
# No page of a report has more characters.
MAX_CHARACTERS = 200_000


class Style(NamedTuple):
    """What one text object of the file looks like.

    `quarters` is the way its lines run, None for a slanting one; `depth` how far its characters' boxes reach below
    the baseline, which for one font and size is always the same.
    """

    size: float
    is_bold: bool
    is_italic: bool
    quarters: int | None
    is_invisible: bool
    depth: float


# PDFium's answer as a plain number: the binding's own pointer object would cost more than the call.
_text_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


class _Letters:
    """Raw answers of PDFium for the characters of one page, with a memory of what its text objects look like."""

    def __init__(self, text_page: Any, placing: Placing) -> None:
        self.text_page = text_page
        self.placing = placing
        self.is_plain = placing.quarters == 0
        self.styles: dict[int | None, Style] = {}
        self._address = ctypes.cast(text_page, ctypes.c_void_p).value
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect_at, self._x_at, self._y_at = (ctypes.byref(value) for value in (self._rect, self._x, self._y))

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of a character on the page, as high as its font."""
        pdfium.FPDFText_GetLooseCharBox(self.text_page, index, self._rect_at)
        rect, placing = self._rect, self.placing
        if self.is_plain:
            return (
                rect.left - placing.left,
                placing.top - rect.top,
                rect.right - placing.left,
                placing.top - rect.bottom,
            )
        return placing.box(rect.left, rect.bottom, rect.right, rect.top)

    def baseline(self, index: int) -> float:
        """Return how far from the top of the page the line is that a character stands on."""
        pdfium.FPDFText_GetCharOrigin(self.text_page, index, self._x_at, self._y_at)
        return self.placing.point(self._x.value, self._y.value)[1]

    def is_superior(self, index: int, character: str) -> bool:
        """Return whether a figure is drawn raised by the font itself, at the full size and on the line."""
        if not character.isdigit() or not self.is_plain:
            return False
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self.text_page, index, left, right, bottom, top)
        foot = self.placing.top - bottom.value
        return self.baseline(index) - foot > SUPERIOR * self.style(index).size

    def style(self, index: int) -> Style:
        """Return what a character looks like."""
        key = _text_object_at(self._address, index)
        style = self.styles.get(key)
        if style is None:
            depth = self.box(index)[3] - self.baseline(index)
            style = self.styles[key] = _style_of(self.text_page, index, self.placing, depth)
        return style


def words_of(text_page: Any, text: str, placing: Placing) -> Iterator[tuple[Word, Style]]:
    """Yield the words of a page's text in the order of the file, each with the style of its first character."""
    letters = _Letters(text_page, placing)
    before: Word | None = None
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        style = letters.style(start)
        # PDFium begins a new line before a raised mark too, so only places tell whether such a word stands apart.
        neighbour = before if start == last or "\n" in text[last:start] else None
        for first, behind in _pieces(letters, style, match[0], start, end):
            if first != start:
                style = letters.style(first)
            before = neighbour = _word(letters, text[first:behind], style, first, neighbour)
            yield before, style
        last = end


def unmapped_in(text: str) -> int:
    """Return how many characters of a page stand for nothing: their fonts do not say which letters they draw."""
    return len(_UNMAPPED.findall(text))


def text_of(text_page: Any) -> str:
    """Return the page's text, one character of it for each of PDFium's."""
    count = min(pdfium.FPDFText_CountChars(text_page), MAX_CHARACTERS)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = ctypes.string_at(buffer, 2 * max(written - 1, 0)).decode("utf-16-le", "surrogatepass")
    if len(text) == count and not _BEYOND_FIRST_PLANE.search(text):
        return text
    # Characters beyond the first plane take two units each, and some have none: then ask one by one.
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(_character(code) for code in codes)


def _character(code: int) -> str:
    if code == 2:
        return BROKEN
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else " "


def _pieces(letters: _Letters, style: Style, text: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return the stretches of a word that look alike: note marks and runs of bold are words of their own."""
    last = end - 2 if text[-1] == BROKEN else end - 1
    if last <= start:
        return ((start, end),)
    ending = letters.style(last)
    if (ending is style or _looks(ending) == _looks(style)) and not _MARK_WITHIN.search(text):
        return ((start, end),)
    pieces: list[tuple[int, int]] = []
    before = None
    for index in range(start, end):
        look = (
            *_looks(letters.style(index)),
            round(letters.baseline(index)),
            letters.is_superior(index, text[index - start]),
        )
        if before is None or (look != before and index <= last):
            pieces.append((index, index + 1))
        else:
            pieces[-1] = (pieces[-1][0], index + 1)
        before = look
    return pieces


def _looks(style: Style) -> tuple[float, bool, bool]:
    return style.size, style.is_bold, style.is_italic


def _word(letters: _Letters, text: str, style: Style, start: int, previous: Word | None) -> Word:
    left, _, right, bottom = letters.box(start)
    length = len(text)
    if length > 1:
        last = letters.box(start + length - 1)
        if last[2] <= left and length > 2:
            last = letters.box(start + length - 2)
        left, right = min(left, last[0]), max(right, last[2])
    baseline = round(bottom - style.depth, 1)
    is_joined = previous is not None and previous.is_followed_by(left, baseline, style.size)
    size = style.size
    if text.isdigit() and is_joined and letters.is_superior(start, text[0]):
        size, baseline = round(SUPERIOR_SIZE * size, 1), baseline - 0.35 * size
    if text[-1] == BROKEN:
        text = text[:-1] + "-"
    top, bottom = baseline - ABOVE * size, baseline + BELOW * size
    return Word(text, left, top, right, bottom, baseline, size, style.is_bold, style.is_italic, is_joined)


def _style_of(text_page: Any, index: int, placing: Placing, depth: float) -> Style:
    text_object = pdfium.FPDFText_GetTextObject(text_page, index)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
    # The size before the matrix may be anything; what it comes to on the page is the length of the upright unit.
    size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
    buffer = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, 256, ctypes.byref(flags))
    name = buffer.value.decode("utf-8", "replace").partition("+")[2] or buffer.value.decode("utf-8", "replace")
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object) if text_object else 0
    return Style(
        sound_size(size),
        bool(_BOLD.search(name)) or bool(flags.value & _FLAG_FORCE_BOLD) or mode == _FILL_AND_STROKE,
        bool(_ITALIC.search(name)) or bool(flags.value & _FLAG_ITALIC),
        _quarters(matrix, placing),
        mode == _INVISIBLE,
        depth,
    )


def _quarters(matrix: Any, placing: Placing) -> int | None:
    """Return in which of the four ways a line runs on the page: 0 to the right, 1 downwards, 2 to the left, 3 up."""
    x0, y0 = placing.point(0.0, 0.0)
    x1, y1 = placing.point(matrix.a, matrix.b)
    across, down = x1 - x0, y1 - y0
    length = math.hypot(across, down)
    if length == 0:
        return 0
    for quarters, part in enumerate((across, down, -across, -down)):
        if part > 0.985 * length:
            return quarters
    return None


def main_direction(styled: list[tuple[Word, Style]]) -> int:
    """Return the way that most of a page's characters run."""
    ways = Counter[int]()
    for word, style in styled:
        if style.quarters is not None:
            ways[style.quarters] += len(word.text)
    return ways.most_common(1)[0][0] if ways else 0
