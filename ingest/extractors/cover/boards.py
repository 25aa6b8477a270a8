"""The boards and partnerships that publish reviews, as a text names them, with the place that they are of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = r"(?:[A-Z][\w’'-]*|of|and|the|&|in|upon|on|with)"
_PLACE = rf"(?:[A-Z][\w’'-]*(?:,)?\s+(?:{_WORD},?\s+){{0,8}}?)"
# What such a body is called across the nations and years, after the place or before it.
_WHOM = r"(?:(?:Vulnerable\s+)?Adults?|Children|Child|People|Families|Community)(?:[’']?s?)?"
_ALSO_WHOM = (
    r"(?:\s+(?:and|&)\s+(?:(?:Safeguarding\s+)?(?:Vulnerable\s+)?Adults?|Children|Young\s+People|Families)(?:[’']?s?)?)"
)
_JOINED = r"(?:(?:Local|Regional|Joint|Combined|Multi-?\s?[Aa]gency)\s+)"
_BODY = (
    rf"(?:{_JOINED}*Safeguarding\s+{_WHOM}{_ALSO_WHOM}?\s+"
    r"(?:Executive\s+)?(?:Partnership|Boards?|Executive|Committee)(?:\s+(?:Board|Partnership))?"
    rf"|{_JOINED}*Safeguarding\s+Partnership\s+for\s+(?:Children|Adults|Young\s+People){_ALSO_WHOM}?"
    rf"|{_JOINED}*Safeguarding\s+(?:Board|Partnership|Panel)(?:\s+Board)?(?!\s+for)"
    r"|(?:Children|Child|Adults?|People|Families)(?:[’']?s?)?\s+(?:and\s+\w+\s+)?Safeguarding\s+(?:Assurance\s+)?"
    r"(?:Partnership|Board)"
    r"|(?:Child|Adult|Public)(?:\s+Support\s+and)?\s+Protection\s+(?:Committee|Partnership)|Area\s+Child\s+Protection\s+Committee"
    r"|(?:MAPPA|Multi-?\s?[Aa]gency\s+Public\s+Protection(?:\s+Arrangements)?)\s+Strategic\s+Management\s+Board"
    r"|Community\s+Safety\s+(?:Partnership|Board)(?:\s+Board)?|Community\s+Safety\s+and\s+\w+\s+Partnership"
    r"|Crime\s+(?:and|&)\s+(?:Disorder(?:\s+Reduction)?|Drugs|Safety)\s+Partnership"
    r"|Safer\s+(?:and|&)\s+Stronger(?:\s+Communities)?\s+(?:Partnership|Board)"
    r"|Strategic\s+(?:Safeguarding\s+)?Partnership|Safer\s+(?:Communities\s+)?(?:Partnership|Board))"
)
_SHORT = r"(?:LSCB|LSCP|SCB|LSAB|SAB|SCP|CSP|DSPP|ACPC|CPC|APC|CDRP)"
_PATTERNS = (
    # "Safeguarding Board for Northern Ireland", "Local Safeguarding Children Board for Ashby and Elm"
    re.compile(rf"\b{_BODY}\s+for\s+(?:the\s+)?(?P<place>[A-Z][\w’'-]*(?:\s+(?:{_WORD})){{0,4}})"),
    re.compile(r"\bSafeguarding\s+(?:Children\s+)?Board\s+(?:for\s+)?(?P<place>Northern\s+Ireland)\b"),
    # "Safer Ashby Partnership", "Keeping Ashby Safe Partnership"
    re.compile(
        rf"\b(?:Be\s+)?Safer?\s+(?P<place>{_PLACE})(?:Communities\s+)?(?:Community\s+Safety\s+)?(?:(?:Strategic\s+)?Partnership(?:\s+Board)?|Board)\b"
    ),
    re.compile(rf"\bKeeping\s+(?P<place>{_PLACE})Safe\s+Partnership\b"),
    # "Ashby Safeguarding Children Partnership"
    re.compile(rf"\b(?P<place>{_PLACE}){_BODY}\b"),
    # "Ashby LSCB"
    re.compile(rf"\b(?P<place>{_PLACE}){_SHORT}\b"),
    # "published by NHS Ashby Integrated Care Board", as independent investigations are.
    re.compile(
        rf"(?<=ed\sby\s)(?P<place>(?:NHS\s+)?{_PLACE})(?:Integrated\s+Care\s+Board|Clinical\s+Commissioning\s+Group)\b"
    ),
    # The national panels.
    re.compile(
        r"\b(?:The\s+)?(?:(?:National\s+)?Child\s+(?:Safeguarding\s+)?Practice\s+Review"
        r"|National\s+(?:Child|Adult)\s+Safeguarding\s+(?:[A-Z]\w+\s+){0,2}?(?:Review|Learning))\s+Panel\b"
    ),
)
_UNPLACED = re.compile(rf"\b(?:the\s+)?(?:{_BODY}|{_SHORT})\b")
# Words that may stand before a name and are no part of it.
_LEADING = re.compile(
    r"^(?:(?:Name|Title|The|This|That|A|An|In|On|By|For|Of|And|From|To|With|Our|Your|Its|Published|Commissioned|Prepared|Produced|Chair|"
    r"Independent|Former|Behalf|Report|Review|Executive|National|Local(?=\s+(?:Safeguarding|Child))|When|As|Following|Since|"
    r"After|Under|Through|Whilst|While|Although|Both|Because|Director|Manager|Presented|Serious|Case|Overview|Dear|Summary|Final|Concise|Extended|Significant|Learning|Thematic|Rapid|"
    r"Practice|Homicide|Domestic(?=\s+(?:Homicide|Abuse))|Safeguarding(?=\s+(?:Practice|Adults?\s+Review|Review))|"
    r"(?:Child|Adult)(?=\s+(?:Safeguarding\s+)?Practice)|Adults?(?=\s+Review)|"
    r"(?:Child|Baby|Adult|Family|Young\s+Person|Mr|Mrs|Ms|Miss)\s+[A-Z]{1,2}\d{0,2})\s+)+",
    re.IGNORECASE,
)
# The names of bodies that stand before a place: "CYSUR: Mid Ashshire Safeguarding Children Board".
_CALLED = re.compile(r"^(?:[A-Z]{5,}\s*[:/–—-]?\s*)+(?=[A-Z][a-z])")
# "County of Ashshire", "Royal Borough of Elm": what kind of place it is; the City of London is called nothing else.
_KIND_OF_PLACE = re.compile(
    r"^(?:NHS\s+(?=[A-Z])|(?:(?:Royal|London|Metropolitan)\s+)?(?:Borough|County|City)\s+of\s+(?!London\b))"
)
_SENTENCE_PART = re.compile(r"[a-z]{2,}\s+(?:was|is|were|are|has|have|had|that|which)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Board:
    """A board or partnership as printed, its place alone where it names one, and where it stands in its text."""

    name: str
    place: str | None
    start: int
    end: int


def boards_in(text: str) -> Iterator[Board]:
    """Yield the boards that a text names with their places, and the national panel, the likeliest first."""
    line = _in_title_case(text)
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            printed = match.group()
            if "place" not in match.re.groupindex:
                yield Board(" ".join(printed.split()).removeprefix("The "), None, match.start(), match.end())
                continue
            name = _in_english(_LEADING.sub("", " ".join(printed.split())))
            place = place_alone(match["place"])
            if place and not _SENTENCE_PART.search(name):
                words = len(printed) - len(_LEADING.sub("", printed))
                yield Board(name, place, match.start() + words, match.end())


def board_without_place(text: str) -> str | None:
    """Return the name of a board that a text names without its place: "LSCB"."""
    match = _UNPLACED.search(_in_title_case(text))
    return " ".join(match.group().split()).removeprefix("the ") if match else None


def names_a_board(line: str) -> bool:
    """Return whether a line names a board or partnership with its place."""
    return next(boards_in(line), None) is not None


def without_boards(line: str) -> str:
    """Return a line without the boards and partnerships that it names; one that names none as it is."""
    for pattern in _PATTERNS:
        line = pattern.sub(lambda match: "" if _LEADING.sub("", match.group()) else match.group(), line)
    return line


def parted_at_boards(line: str) -> list[str]:
    """Return the pieces of a line that names boards, each board apart; a line that names none is one piece."""
    board = min(boards_in(line), key=lambda board: board.start, default=None)
    if board is None:
        return [line]
    after = line[board.end :].strip(" ,;:–—-")
    pieces = [line[: board.start], line[board.start : board.end], *(parted_at_boards(after) if after else ())]
    return [words for piece in pieces if (words := piece.strip(" ,;:–—-"))]


# "Bwrdd Diogelu Plant Dyffryn Elan Dyffryn Elan Safeguarding Children Board": a name in Welsh, then in English.
_WELSH = re.compile(
    r"^(?:Bwrdd|Partneriaeth|Pwyllgor)\b(?:\s+(?:Rhanbarthol|Diogelu|Diogelwch|Plant|Oedolion|Pobl|Cymunedol|Lleol|Ac?|A[’']r|"
    r"Gogledd|Gorllewin|Dwyrain|Canolbarth|De|Cymru|Morgannwg|Bae[’']r|Sir|Caerdydd|Bro|Fro|[/–-])(?!\w))*\s*",
    re.IGNORECASE,
)


def _in_english(name: str) -> str:
    """Return a name without its Welsh form before it; a place that both forms share is named once."""
    english = _WELSH.sub("", name)
    if english == name:
        return name
    words = english.split()
    most = next((size for size in range(len(words) // 2, 0, -1) if words[:size] == words[size : 2 * size]), 0)
    return " ".join(words[most:])


# What stands before a body whose place is on the line above, or nowhere.
_NO_PLACE = re.compile(r"local|regional|joint|combined|multi-?\s?agency|area", re.IGNORECASE)
# Words between a place and its body that are no part of the place.
_NO_PLACE_AFTER = re.compile(
    r"(?:\s+(?:and|&|of|the|for|local|joint|combined|multi-?\s?agency|strategic|(?:(?:county|city|borough|district)\s+)?council)|[’']s)+$",
    re.IGNORECASE,
)


def place_alone(printed: str | None) -> str | None:
    """Return a place without the words around it; None where nothing is left."""
    if not printed:
        return None
    place = _in_english(_LEADING.sub("", " ".join(printed.split()) + " ").strip(" ,"))
    place = _KIND_OF_PLACE.sub("", _CALLED.sub("", place))
    if _NO_PLACE.fullmatch(place):
        return None
    return _NO_PLACE_AFTER.sub("", place).strip(" ,") or None


def _in_title_case(text: str) -> str:
    """Return a line in capitals as titles are written, small words small."""
    if not text.isupper():
        return text
    small = {"of", "and", "the", "in", "upon", "on", "with", "by", "for"}
    words = [word.lower() if word.lower() in small else _capital(word) for word in text.split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _capital(word: str) -> str:
    return word if re.fullmatch(rf"{_SHORT}|NHS|MAPPA", word) else word.capitalize()
