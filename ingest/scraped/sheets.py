"""The pages that a scraped text came from: where form feeds or page numbers part it, and what stands at their edges."""

from collections.abc import Callable, Sequence

from ingest.scraped.lines import TextLine

# So many lines at the head and at the foot of a page may be running ones.
EDGE = 4


def sheets_of(lines: Sequence[TextLine], is_page_number: Callable[[TextLine], bool]) -> list[range]:
    """Return the places of the lines of each page; one page where nothing parts the text.

    Form feeds part pages; where there are none, lines such as "Page 3" do. Pages without words are left out.
    """
    breaks = [place for place, line in enumerate(lines) if line.is_page_break]
    if not breaks:
        breaks = [place for place, line in enumerate(lines) if is_page_number(line)]
    starts = [0, *(place + 1 for place in breaks)]
    sheets = [range(start, end) for start, end in zip(starts, [*breaks, len(lines)], strict=True)]
    return [sheet for sheet in sheets if any(not lines[place].is_blank for place in sheet)]


def edges_of(lines: Sequence[TextLine], sheet: range) -> list[int]:
    """Return the places of the first and last lines of a page that are not blank."""
    filled = [place for place in sheet if not lines[place].is_blank]
    return sorted({*filled[:EDGE], *filled[-EDGE:]})
