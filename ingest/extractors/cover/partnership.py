"""Which board or partnership published a review, as printed, and its place."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.extractors.cover.front import Front, text_of

_WORD = r"(?:[A-Z][\w’'-]*|of|and|the|&|in|upon|on|with)"
_PLACE = rf"(?:[A-Z][\w’'-]*(?:,)?\s+(?:{_WORD},?\s+){{0,8}}?)"
# What such a body is called across the nations and years, after the place or before it.
_BODY = (
    r"(?:(?:Local\s+|Regional\s+)?Safeguarding\s+(?:Children|Child|Adults?|People|Families)(?:[’']?s?)?\s+"
    r"(?:and\s+(?:Young\s+People|Adults?|Families)(?:[’']s)?\s+)?(?:Partnership|Board|Executive)(?:\s+(?:Board|Partnership))?"
    r"|(?:Local\s+|Regional\s+)?Safeguarding\s+(?:Board|Partnership)(?!\s+for)"
    r"|(?:Children|Child|Adults?|People|Families)(?:[’']?s)?\s+(?:and\s+\w+\s+)?Safeguarding\s+(?:Assurance\s+)?"
    r"(?:Partnership|Board)"
    r"|(?:Child|Adult|Public)\s+Protection\s+Committee|Area\s+Child\s+Protection\s+Committee"
    r"|Community\s+Safety\s+Partnership(?:\s+Board)?|Community\s+Safety\s+and\s+\w+\s+Partnership"
    r"|Strategic\s+(?:Safeguarding\s+)?Partnership|Safer\s+(?:Communities\s+)?(?:Partnership|Board))"
)
_SHORT = r"(?:LSCB|LSCP|SCB|LSAB|SAB|SCP|CSP|DSPP)"
_PATTERNS = (
    # "Safeguarding Board for Northern Ireland", "Local Safeguarding Children Board for Ashby and Elm"
    re.compile(rf"\b{_BODY}\s+for\s+(?P<place>[A-Z][\w’'-]*(?:\s+(?:{_WORD})){{0,4}})"),
    re.compile(r"\bSafeguarding\s+(?:Children\s+)?Board\s+for\s+(?P<place>Northern\s+Ireland)\b"),
    # "Safer Ashby Partnership"
    re.compile(
        rf"\bSafer\s+(?P<place>{_PLACE})(?:Communities\s+)?(?:Community\s+Safety\s+)?(?:Partnership(?:\s+Board)?|Board)\b"
    ),
    # "Ashby Safeguarding Children Partnership"
    re.compile(rf"\b(?P<place>{_PLACE}){_BODY}\b"),
    # "Ashby LSCB"
    re.compile(rf"\b(?P<place>{_PLACE}){_SHORT}\b"),
    # The national panel.
    re.compile(r"\b(?:The\s+)?Child\s+Safeguarding\s+Practice\s+Review\s+Panel\b"),
)
_UNPLACED = re.compile(rf"\b(?:the\s+)?(?:{_BODY}|{_SHORT})\b")
# Words that may stand before a name and are no part of it.
_LEADING = re.compile(
    r"^(?:(?:The|This|That|A|An|In|On|By|For|Of|And|From|To|With|Our|Your|Its|Published|Commissioned|Prepared|Produced|Chair|"
    r"Independent|Former|Behalf|Report|Review|Executive|National|Local(?=\s+(?:Safeguarding|Child))|When|As|Following|Since|"
    r"After|Under|Through|Whilst|While|Although|Both|Because|Director|Manager|Presented|Serious|Case|Overview|Dear)\s+)+",
    re.IGNORECASE,
)
# "County of Ashshire", "Royal Borough of Elm": what kind of place it is; the City of London is called nothing else.
_KIND_OF_PLACE = re.compile(r"^(?:(?:Royal|London|Metropolitan)\s+)?(?:Borough|County|City)\s+of\s+(?!London\b)")
_SENTENCE_PART = re.compile(r"[a-z]{2,}\s+(?:was|is|were|are|has|have|had|that|which)\s", re.IGNORECASE)
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
    for text, page in lines:
        bodies = list(_bodies(text, page))
        if bodies:
            return bodies[0]
    return _most_named(front)


def without_bodies(line: str) -> str:
    """Return a line without the boards and partnerships that it names; one that names none as it is."""
    for pattern in _PATTERNS:
        line = pattern.sub(lambda match: "" if _LEADING.sub("", match.group()) else match.group(), line)
    return line


def names_a_body(line: str) -> bool:
    """Return whether a line names a board or partnership with its place."""
    return next(iter(_bodies(line, None)), None) is not None


def area_of(front: Front, body: Body | None) -> str | None:
    """Return the place alone: the body's, else that of the one council's site or name in the report."""
    if body and body.area:
        return body.area
    texts = [text_of(paragraph) for paragraph in front.outline.paragraphs]
    sites = {match["place"] for text in texts for match in _SITE.finditer(text)} - _NO_PLACES
    if len(sites) == 1:
        return sites.pop().replace("-", " ").title()
    councils = {_place(match["place"]) for text in texts for match in _COUNCIL.finditer(text)} - {None}
    return councils.pop() if len(councils) == 1 else None


def _most_named(front: Front) -> Body | None:
    named = [body for paragraph in front.opening for body in _bodies(text_of(paragraph), paragraph.page)]
    if named:
        counts = Counter(body.name for body in named)
        most = max(counts.values())
        return next(body for body in named if counts[body.name] == most)
    for paragraph in (*front.opening, *front.outline.paragraphs):
        match = _UNPLACED.search(text_of(paragraph))
        if match:
            return Body(" ".join(match.group().split()).removeprefix("the "), None, paragraph.page)
    return None


def _bodies(text: str, page: int | None) -> Iterable[Body]:
    """Yield the bodies that a text names with their places."""
    line = _in_title_case(text)
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            name = _in_english(_LEADING.sub("", " ".join(match.group().split())))
            place = _place(match.groupdict().get("place"))
            if not _SENTENCE_PART.search(name) and (place or "place" not in match.re.groupindex):
                yield Body(name, place, page)


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


def _place(printed: str | None) -> str | None:
    """Return a place without the words around it; None where nothing is left."""
    if not printed:
        return None
    place = _in_english(_LEADING.sub("", " ".join(printed.split()) + " ").strip(" ,"))
    place = _KIND_OF_PLACE.sub("", place)
    place = re.sub(r"\s+(?:and|&|of|the|for|local)$", "", place, flags=re.IGNORECASE)
    return place or None


def _in_title_case(text: str) -> str:
    """Return a line in capitals as titles are written, small words small."""
    if not text.isupper():
        return text
    small = {"of", "and", "the", "in", "upon", "on", "with", "by", "for"}
    words = [word.lower() if word.lower() in small else _capital(word) for word in text.split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _capital(word: str) -> str:
    return word if word in ("LSCB", "LSAB", "LSCP", "SAB", "CSP", "NHS") else word.capitalize()
