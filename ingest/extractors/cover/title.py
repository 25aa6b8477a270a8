"""The title of a review as its cover prints it, on one line."""

import re
from itertools import takewhile

from ingest.blocks import BlockKind
from ingest.extractors.cover.boards import names_a_board
from ingest.extractors.cover.front import Front, Line, headings_of_first_page
from ingest.extractors.cover.kind import ANY_NAME, Kind
from ingest.extractors.cover.subject import Subject

# Lines beside the title that may belong to it: what follows "Serious Case Review" on the next line.
_SUBTITLE = re.compile(
    r"^(?:concerning|regarding|in\s+respect\s+of|in\s+relation\s+to|relating\s+to|into|following|of|for|on|about|the\s+death|child|baby|adult|"
    r"family|young\s+person|mr|mrs|ms|[‘“'\"])\b|^(?:the\s+)?(?:final\s+)?(?:overview|executive|summary|full)\s+(?:report|summary)\b|^overview\b",
    re.IGNORECASE,
)
# A line that ends so goes on in the next.
_GOES_ON = re.compile(r"(?:\b(?:of|from|a|the|into|on|for|local|concerning|regarding|and)|:)$", re.IGNORECASE)
# Lines that never do.
_APART = re.compile(
    r"\b(?:author|reviewers?|reviewed|chair(?:ed)?|published|publication|date|born|dob|prepared|commissioned|version|confidential|"
    r"official|sensitive|draft|embargo|incident|written\s+by|www|@|isbn|report\s+of\s+the\s+independent)\b|^\W*\d|"
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b[\s\d]*$",
    re.IGNORECASE,
)


# What is left of "for the Ashby Safeguarding Board and the" without its board.
_DANGLING = re.compile(r"(?:[\s,]+(?:for|by|of|and|from|the|on\s+behalf\s+of))+$", re.IGNORECASE)
# The name of the kind of review is a subtitle where its type is so much smaller than the largest on the cover.
SMALLER = 0.7
# What is printed above or below a line in larger type than its own is so much larger.
LARGER = 1.1


# Ciphers, numbers and abbreviations keep their capitals: "CHILD AB", "SAR".
_STAYS = re.compile(
    r"\W*(?:[A-Z]{1,2}\d*|L?CSPR|SCR|SAR|DHR|DARDR|SUSR|CPR|APR|MAPPA|SCIE|LSCB|LSCP|LSAB|SAB|CSP|NHS|UK)\W*"
)
# What a short version for practitioners is called, and where its title stands.
_BRIEFING = re.compile(r"\bbriefing\b|\blearning\s+(?:summary|brief|from)\b", re.IGNORECASE)
FIRST = 6


def title_of(front: Front, kind: Kind | None, subject: Subject | None) -> tuple[str, int | None]:
    """Return the title and its page; without a cover it is the name of the kind of review as the text has it."""
    lines = list(front.cover)
    start = _title_line(lines, subject)
    large = _large_title(lines, start, subject)
    if large is not None and start is not None:
        below = _subtitle(lines, large, start)
        return _joined([lines[large].text, *(below or [lines[start].text])]), lines[large].page
    if start is None:
        lines = headings_of_first_page(front.outline)
        start = _title_line(lines, subject)
    if start is None:
        return _briefing(front) or ((_capitals(kind.words), kind.page) if kind else _first_heading(front))
    title = [lines[start]]
    for line in lines[start + 1 :]:
        if subject and line.text.strip(" .:") == subject.name and _names_subject(title[-1], subject):
            break
        if not _belongs(line, title[-1], subject):
            break
        title.append(line)
    named = _name_above(lines[:start], title, subject)
    return _joined([*named, *(line.text for line in title)]), lines[start].page


def _title_line(lines: list[Line], subject: Subject | None) -> int | None:
    """Return the largest line that names the kind of review; of several, one that names the subject, or the first."""
    named = [index for index, line in enumerate(lines) if ANY_NAME.search(line.text) and not _APART.search(line.text)]
    if not named:
        return None
    best = max(named, key=lambda index: (round(lines[index].size, 1), _names_subject(lines[index], subject), -index))
    while best and _opens_title(lines[best - 1], lines[best]):
        best -= 1
    return best


def _large_title(lines: list[Line], start: int | None, subject: Subject | None) -> int | None:
    """Return the line of a title in words of its own, set much larger than the line that names the kind of review."""
    if start is None:
        return None
    largest = max(range(len(lines)), key=lambda index: lines[index].size)
    line = lines[largest]
    is_apart = _APART.search(line.text) or names_a_board(line.text) or _names_subject(line, subject)
    is_larger = lines[start].size <= SMALLER * line.size and len(line.text.split()) > 1
    return largest if is_larger and not is_apart and not ANY_NAME.search(line.text) else None


def _subtitle(lines: list[Line], large: int, start: int) -> list[str]:
    """Return the lines straight below a title in words of its own, where they are larger than the kind of review."""
    below = takewhile(
        lambda line: (
            line.size > lines[start].size * LARGER and not (_APART.search(line.text) or names_a_board(line.text))
        ),
        lines[large + 1 : start],
    )
    return [line.text for line in below]


def _name_above(lines: list[Line], title: list[Line], subject: Subject | None) -> list[str]:
    """Return the subject's name where it is all of a larger line above the title, which does not name it."""
    if subject is None or any(_names_subject(line, subject) for line in title):
        return []
    is_above = any(
        line.text.strip(" .:") == subject.name and line.page == title[0].page and line.size > title[0].size * LARGER
        for line in lines
    )
    return [subject.name] if is_above else []


def _names_subject(line: Line, subject: Subject | None) -> bool:
    return subject is not None and subject.name.lower() in line.text.lower()


def _opens_title(line: Line, below: Line) -> bool:
    """Return whether a line is the beginning of a title that goes on below: "Report of findings from"."""
    if _APART.search(line.text) or line.page != below.page:
        return False
    return _GOES_ON.search(line.text) is not None


def _belongs(line: Line, before: Line, subject: Subject | None) -> bool:
    """Return whether a line goes on with the title before it."""
    if line.page != before.page or _APART.search(line.text):
        return False
    if names_a_board(line.text):
        return False
    return (
        _names_subject(line, subject)
        or _GOES_ON.search(before.text) is not None
        or bool(_SUBTITLE.search(line.text))
        or (ANY_NAME.search(line.text) is not None and line.size >= before.size)
    )


def _briefing(front: Front) -> tuple[str, int | None] | None:
    """Return the heading that calls the document a briefing, with its figure: "7 Minute Briefing: Robin"."""
    for paragraph in front.outline.paragraphs[:FIRST]:
        if paragraph.kind is BlockKind.HEADING and _BRIEFING.search(paragraph.text):
            return " ".join(filter(None, (paragraph.number, paragraph.text))), paragraph.page
    return None


def _first_heading(front: Front) -> tuple[str, int | None]:
    """Return the largest line of the cover, or the first heading; empty where there is none."""
    if front.cover:
        line = max(front.cover, key=lambda line: line.size)
        return line.text, line.page
    first = next((paragraph for paragraph in front.opening if paragraph.text), None)
    return (first.text[:200], first.page) if first else ("", None)


def _joined(lines: list[str]) -> str:
    """Return the lines as one, a colon between where the next begins anew."""
    lines = [_capitals(line) for line in lines]
    title = lines[0]
    for line in lines[1:]:
        goes_on = title.endswith((":", "–", "-", ",")) or line[:1].islower() or _GOES_ON.search(title)
        title = f"{title} {line}" if goes_on else f"{title}: {line}"
    title = _DANGLING.sub("", " ".join(title.split()))
    return title[:1].upper() + title[1:]


def _capitals(title: str) -> str:
    """Return a title set in capitals as titles are written."""
    if not title.isupper():
        return title
    small = {"of", "and", "the", "in", "a", "an", "from", "into", "for", "on", "to"}
    words = [
        word.lower() if word.lower() in small else word if _STAYS.fullmatch(word) else word.capitalize()
        for word in title.split()
    ]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]
