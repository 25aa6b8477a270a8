"""Which board or partnership published a review, as printed, and its place."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.extractors.cover.boards import Board, board_without_place, boards_in, place_alone
from ingest.extractors.cover.front import Front, text_of
from ingest.extractors.cover.kind import ANY_NAME

_COUNCIL = re.compile(
    r"\b(?P<place>(?:[A-Z][\w’'-]+\s+){1,4}?)(?:Metropolitan\s+Borough|County\s+Borough|City|County|Borough|District|Unitary|"
    r"Metropolitan)?\s*(?:Council|Children[’']?s\s+Services|Constabulary)\b"
)
_SITE = re.compile(r"\b(?:www\.)?(?P<place>[a-z-]{4,})\.gov\.uk\b")
# Sites of government that are no place.
_NO_PLACES = frozenset(
    {"assets", "publishing", "service", "education", "gov", "legislation", "ofsted", "justice", "homeoffice", "dcsf"}
)


@dataclass(frozen=True, slots=True)
class Body:
    """A board or partnership as printed, its place alone where it names one, and the page."""

    name: str
    area: str | None
    page: int | None


def partnership_of(front: Front) -> Body | None:
    """Return the body that the cover names, else the one named most often in the opening; None where none is."""
    lines = [*((line.text, line.page) for line in front.cover), *((text, None) for text in front.outline.running_lines)]
    above = ""
    for text, page in lines:
        board = next(boards_in(text), None) or _with_place_above(above, text)
        if board:
            return Body(board.name, board.place, page)
        above = text
    return _most_named(front)


# A place that stands on a line of its own above its board has hardly more words.
WORDS_OF_A_PLACE = 5


def _with_place_above(above: str, line: str) -> Board | None:
    """Return the board of a line that names it without its place, with the place on the line above; None elsewhere."""
    body = board_without_place(line)
    is_place = above and len(above.split()) <= WORDS_OF_A_PLACE and above[:1].isupper() and not ANY_NAME.search(above)
    if not body or not is_place or not line.lower().startswith(body.lower()):
        return None
    return next(boards_in(f"{above} {line}"), None)


def area_of(front: Front, body: Body | None) -> str | None:
    """Return the place alone: the body's, else that of the one council's site or name in the report."""
    if body and body.area:
        return body.area
    texts = [text_of(paragraph) for paragraph in front.outline.paragraphs]
    sites = {match["place"] for text in texts for match in _SITE.finditer(text)} - _NO_PLACES
    if len(sites) == 1:
        return sites.pop().replace("-", " ").title()
    councils = {place_alone(match["place"]) for text in texts for match in _COUNCIL.finditer(text)} - {None}
    return councils.pop() if len(councils) == 1 else None


def _most_named(front: Front) -> Body | None:
    named = [
        Body(board.name, board.place, paragraph.page)
        for paragraph in front.opening
        for board in boards_in(text_of(paragraph))
    ]
    if named:
        counts = Counter(body.name for body in named)
        most = max(counts.values())
        return next(body for body in named if counts[body.name] == most)
    for paragraph in (*front.opening, *front.outline.paragraphs):
        name = board_without_place(text_of(paragraph))
        if name:
            return Body(name, None, paragraph.page)
    return None
