"""Numbers that scraping left on lines of their own, above the text that they number: "1.1" and below it a paragraph.

Where several items stand close together, their numbers may come first and their texts after: 1. 2. 3. and three texts.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.endings import is_finished
from ingest.layout.markers import LETTERED, PARTED, STOPPED
from ingest.scraped.lines import TextLine, begins_item

# What a number is parted from its text by: so many blank lines at most.
BLANKS = 2
# So many figures alone must count on to number paragraphs.
COUNTED = 4
_TEXT = re.compile(r"[A-Z‘“\"'(*]")
# "R2", "CSC 3": letters and a figure that number a recommendation
_CODE = re.compile(r"[A-Z]{1,3} ?\d{1,2}\.?")
# What ends a point of a list that goes on.
_ENDS_POINT = re.compile(r"(?:[.;?]|[;,] (?:and|or))$")


def with_lone_numbers(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines, each number that stands alone put before the text that follows it; blank lines stay."""
    done = _with_bare_figures(list(lines))
    place = 0
    while place < len(done):
        run = _run_from(done, place)
        texts = _texts_below(done, run) if len(run) > 1 else [_text_below(done, place)] if run else []
        for number, below in zip(run, texts, strict=False):
            if below is not None:
                done[below] = replace(done[below], text=f"{done[number].plain} {done[below].text}")
                done[number] = replace(done[number], text="")
        place = run[-1] + 1 if run else place + 1
    return done


def _with_bare_figures(lines: list[TextLine]) -> list[TextLine]:
    """Return the lines, figures alone that count the paragraphs below them with a stop.

    Only where form feeds tell the pages, so that figures at their edges are known for page numbers and gone.
    """
    if not any(line.is_page_break for line in lines):
        return lines
    counted: list[int] = []
    for place, line in enumerate(lines):
        is_next = re.fullmatch(r"\d{1,3}", line.text) and (not counted or int(line.text) == _figure(lines, counted) + 1)
        if is_next and _text_below(lines, place) is not None:
            counted.append(place)
    if len(counted) < COUNTED:
        return lines
    return [replace(line, text=f"{line.text}.") if place in counted else line for place, line in enumerate(lines)]


def _figure(lines: Sequence[TextLine], counted: Sequence[int]) -> int:
    return int(lines[counted[-1]].text)


def _is_lone(line: TextLine) -> bool:
    """Return whether a line is a number or letter with its marks and nothing else."""
    patterns = (PARTED, STOPPED, LETTERED, _CODE)
    return 0 < len(line.plain) < 10 and any(pattern.fullmatch(line.plain) for pattern in patterns)


def _run_from(lines: Sequence[TextLine], start: int) -> list[int]:
    """Return the places of the lone numbers that follow each other from a place on, blank lines between them."""
    run: list[int] = []
    for place in range(start, len(lines)):
        if not lines[place].is_blank:
            if not _is_lone(lines[place]):
                break
            run.append(place)
        elif not run:
            break
    return run


def _text_below(lines: Sequence[TextLine], place: int) -> int | None:
    """Return where the text stands that a lone number is for; None where nothing of the kind follows."""
    for below in range(place + 1, min(place + 2 + BLANKS, len(lines))):
        if not lines[below].is_blank:
            is_text = _TEXT.match(lines[below].text) and not begins_item(lines[below].text)
            return below if is_text and "\t" not in lines[below].text else None
    return None


def _texts_below(lines: Sequence[TextLine], run: Sequence[int]) -> list[int | None]:
    """Return where the texts begin that a run of numbers is for; empty where there are not as many of them."""
    starts: list[int | None] = []
    before = ""
    for place in range(run[-1] + 1, len(lines)):
        text = lines[place].text
        if not text:
            if len(starts) >= len(run) and is_finished(before):
                break
            continue
        if _is_lone(lines[place]) or begins_item(text) or "\t" in text:
            break
        if not starts or _ENDS_POINT.search(before):
            starts.append(place)
        before = text
    return starts if len(starts) == len(run) else []
