"""Bullets that the file draws as small shapes instead of writing them: put back as characters before their lines."""

from collections.abc import Sequence

from ingest.pages import Page, Rect, Word

# A bullet is between these wide and high, in points, about as wide as high, and so near to its text.
SMALLEST, LARGEST = 1.2, 7.5
NEAREST, FURTHEST = 2.0, 40.0

# What stands so near to the left is on the same line, unless it is another column: then this gutter parts them, also
# so far above and below.
APART, GUTTER, NEAR = 100.0, 12.0, 40.0


def with_drawn_bullets(page: Page) -> Page:
    """Return the page with a bullet sign before each line that a small filled shape stands before."""
    shapes = [rect for rect in page.rects if _is_bullet(rect)]
    if not shapes:
        return page
    found = {index: rect for rect in shapes if (index := _word_after(rect, page.words)) is not None}
    if not found:
        return page
    words: list[Word] = []
    for index, word in enumerate(page.words):
        if index in found:
            words.append(_bullet(found[index], word))
        words.append(word)
    return page.replaced(words)


def _is_bullet(rect: Rect) -> bool:
    width, height = rect.right - rect.left, rect.bottom - rect.top
    is_small = SMALLEST <= width <= LARGEST and SMALLEST <= height <= LARGEST
    return is_small and 0.7 < width / height < 1.4 and (rect.fill is not None or rect.is_stroked)


def _word_after(rect: Rect, words: Sequence[Word]) -> int | None:
    """Return which word the shape stands right before, on its line and with nothing else to the left of it."""
    middle = (rect.top + rect.bottom) / 2
    level = [
        (index, word)
        for index, word in enumerate(words)
        if word.top <= middle <= word.bottom and word.baseline - word.size < middle < word.baseline + 0.1 * word.size
    ]
    right = [(index, word) for index, word in level if NEAREST <= word.left - rect.right <= FURTHEST]
    before = [word for _, word in level if rect.left - APART < word.right <= rect.left + 1]
    if not right or (before and not _begins_column(rect, before, words)):
        return None
    return min(right, key=lambda pair: pair[1].left)[0]


def _begins_column(rect: Rect, before: Sequence[Word], words: Sequence[Word]) -> bool:
    """Return whether what stands to the left of a shape is another column, with an empty gutter between."""
    gutter = rect.left - GUTTER
    return all(word.right < gutter for word in before) and not any(
        word.left < rect.left - 1 and word.right > gutter for word in words if abs(word.centre[1] - rect.top) < NEAR
    )


def _bullet(rect: Rect, word: Word) -> Word:
    return word._replace(text="•", left=rect.left, right=rect.right, is_bold=False, is_italic=False, is_joined=False)
