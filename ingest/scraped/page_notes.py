"""Footnotes at the feet of a scraped text's pages: "1 Department of Health, 2003." marked as notes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.scraped.lines import TextLine

# A note has no more lines, and a page no more lines of notes.
LINES_OF_NOTE, LINES_OF_NOTES = 5, 14
_NOTE = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-Z‘“\"'(h])")


def with_marked_notes(lines: Sequence[TextLine], sheets: Sequence[range], called: set[str]) -> list[TextLine]:
    """Return the lines, the numbers of notes at the feet of pages raised; `called` are those that the text calls."""
    done = list(lines)
    expected = 1
    for sheet in sheets:
        for place in _notes_of(lines, sheet, called, expected):
            found = _NOTE.match(lines[place].text)
            if found:
                expected = int(found["number"]) + 1
                done[place] = replace(
                    lines[place], text=f"<sup>{found['number']}</sup> {lines[place].text[found.end() :]}"
                )
    return done


def _notes_of(lines: Sequence[TextLine], sheet: range, called: set[str], expected: int) -> list[int]:
    """Return where the notes of a page begin: at its end, counting on from the page before, each of a few lines."""
    filled = [place for place in sheet if not lines[place].is_blank][-LINES_OF_NOTES:]
    starts = list(_counting_on(lines, filled, called, expected))
    if not starts:
        return []
    ends = [*starts[1:], filled[-1] + 1]
    for start, end in zip(starts, ends, strict=True):
        rest = [place for place in filled if start < place < end]
        is_parted = any(place - 1 not in (start, *rest) for place in rest)
        if is_parted or len(rest) >= LINES_OF_NOTE:
            return []
    return starts


def _counting_on(lines: Sequence[TextLine], filled: Sequence[int], called: set[str], expected: int) -> Iterator[int]:
    for place in filled:
        found = _NOTE.match(lines[place].text)
        if found and int(found["number"]) == expected and found["number"] in called:
            yield place
            expected += 1
