"""Words that a column too narrow for them broke without a hyphen: "Recommen" above "dation"."""

import re
from collections.abc import Sequence

from ingest.layout.lines import Line
from ingest.layout.vocabulary import Vocabulary
from ingest.pages import Rect

# The broken word fills its line: what is left beyond it is less than this many times its size, the margin apart.
ROOM = 1.0
# Shorter endings are no words, but for these.
WORD = 3
_SHORT_WORDS = frozenset(re.findall(r"\w+", "a an as at be by do go he i if in is it me my no of on or so to up us we"))


def texts_of_cell(lines: Sequence[Line], cell: Rect, vocabulary: Vocabulary) -> list[str]:
    """Return the texts of a cell's lines, a word that the column broke put together on the first of its lines."""
    texts: list[str] = []
    for line in lines:
        before = texts[-1] if texts else ""
        if before and _is_broken(before, line, lines, cell, vocabulary):
            texts[-1] = before + line.text
        else:
            texts.append(line.text)
    return texts


def _is_broken(before: str, line: Line, lines: Sequence[Line], cell: Rect, vocabulary: Vocabulary) -> bool:
    """Return whether a line goes on with the last word of the line above, which fills the column."""
    head, tail = before.rsplit(" ", 1)[-1], line.text.split(" ", 1)[0].rstrip(".,;:?)")
    upper = lines[lines.index(line) - 1]
    if not (head.isalpha() and tail.isalpha() and tail.islower()):
        return False
    margin = max(min(one.left for one in lines) - cell.left, 0.0)
    if cell.right - margin - upper.right > ROOM * upper.size:
        return False
    return _is_one_word(head.casefold(), tail, vocabulary, is_alone=" " not in upper.text)


def _is_one_word(head: str, tail: str, vocabulary: Vocabulary, *, is_alone: bool) -> bool:
    """Return whether the document has both parts as one word elsewhere, or neither of them as a word.

    `is_alone` where the first part stands alone on its line, as a word does that is wider than the column.
    """
    known = vocabulary.words
    if known[f"{head}{tail}s"] or (known[head + tail] and (known[head + tail] > known[tail] or not known[head])):
        return True
    if tail in _SHORT_WORDS or not is_alone:
        return False
    if len(head) > WORD and any(word.startswith(head + tail) for word in known):
        return True
    return len(tail) < WORD or (known[head] < 2 and known[tail] < 2)
