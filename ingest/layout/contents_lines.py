"""Lines of a contents page: a title, dots or a wide gap, and a page number."""

import re

from ingest.layout.lines import Line

LEADER = re.compile(r"\.\s?\.\s?\.\s?\.|…\s?…|____|·\s?·\s?·\s?·|-\s-\s-\s-\s-\s")
_ENDS_WITH_PAGE = re.compile(r"(?:page\s*|p\.?\s*)?(?:\d{1,3}|[ivxl]{1,5})$", re.IGNORECASE)
# A page number without dots before it stands this far from its title, in multiples of the size.
GAP = 3.0


def is_contents_line(line: Line) -> bool:
    """Return whether a line is an entry of a contents page, or the end of one."""
    text = line.text
    if not text[-1:].isalnum() and text[-1:] not in ".…_·-":
        return False
    if LEADER.search(text):
        return True
    if len(line.words) < 2 or not _ENDS_WITH_PAGE.search(text):
        return False
    last = len(line.words) - 1
    if line.words[last - 1].text.casefold() in ("page", "p.", "pg"):
        last -= 1
    return last > 0 and line.words[last].left - line.words[last - 1].right > GAP * line.size
