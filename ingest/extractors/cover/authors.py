"""Who wrote a review: independent reviewers, lead reviewers and overview authors, never those who chaired."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.extractors.cover.front import Front, text_of

# Capitalised words that make no name of a person.
_NO_PERSON = (
    r"(?:The|This|Child|Children|Adult|Safeguarding|Review|Report|Board|Partnership|Council|Police|Service|Services|Trust|"
    r"Hospital|School|University|Panel|Independent|Lead|Authors?|Reviewers?|Overview|Health|Social|Care|Serious|Case|Practice|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|National|Local|Home|Office|NHS|"
    r"Consultants?|Consultancy|Consulting|Limited|Ltd|Associates|Group|Committee|Executive|Domestic|Homicide|Working|Together|"
    r"Published|Publication|County|City|Borough|England|Wales|Scotland|Team|Agency|Individual|Management|Learning|Terms|Reference|"
    r"Director|Manager|Rapid|Thematic|Community|Safety|Chief|Detective|Named|Designated|Family|Mother|Father|Version|Date|Final|"
    r"Draft|In|By|It|An|Chair|Chaired|Prepared|Commissioned|Completed|Spring|Summer|Autumn|Winter|Joint|Principal|External|Summary)\b"
)
_PART = (
    rf"(?!{_NO_PERSON})"
    r"(?:[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)*|[A-Z]\.|Mc[A-Z][a-z]+|Mac[A-Z][a-z]+|O[’'][A-Z][a-z]+|(?:ap|de|van|ferch)\b)"
)
_PERSON = rf"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|Rev)\.?[ ]+)?{_PART}(?:[ ]+{_PART}){{1,3}}"
_PEOPLE = rf"(?P<people>{_PERSON}(?:[ ]*(?:,|and|&|;)\s*{_PERSON})*)"
_ROLE = (
    r"(?:(?:Independent|Lead|Joint|Overview|Report|Principal|External)\s+)*(?:Chair\s*(?:and|&|/)\s*)?"
    r"(?:(?:Independent|Lead|Overview|Report)\s+)*"
    r"(?:Reviewers?|Authors?|Overview\s+Writers?|Report\s+Writers?|Report\s+Authors?)"
)
# The role first: "Independent Reviewer: A. Name", "Authors – A. Name and B. Name", "Report written by A. Name".
_ROLE_FIRST = re.compile(
    rf"\b(?i:{_ROLE})(?:\s+\d)?(?:\s*\([^)]*\))?(?:\s+of\s+(?:this|the)\s+(?:\w+\s+)?(?:report|review))?\s*(?:[:–—-]\s*|\s+(?:was|were|is|are)\s+|\s+)(?:the\s+)?{_PEOPLE}"
    r"|\b(?i:(?:written|prepared|produced|authored|completed|undertaken|compiled|reviewed|conducted|carried\s+out)\s+by)\s*:?\s*"
    rf"{_PEOPLE.replace('people', 'writers')}"
)
# "A. Name, Independent Reviewer", "A. Name was commissioned as the lead reviewer", "A. Name was the independent author"
_ROLE_AFTER = re.compile(
    rf"{_PEOPLE}\s*(?:,|–|—|-|\(|\n)?\s*(?:(?:who\s+)?(?:was|were|is|are|has\s+been|had\s+been)\s+)?(?:\w+\s+){{0,4}}?"
    rf"(?:to\s+be|as|the|an?|by)?\s*(?:the\s+|an?\s+|its\s+)?(?i:{_ROLE})(?![a-z])"
)
# Who chaired is no author, but for those who did both: "Independent Chair and Author".
_CHAIR = re.compile(
    r"\bchair(?:ed|person|man|woman|s)?\b(?!\s*(?:and|&|/)\s*(?:(?:overview|report|lead|independent)\s+)*(?:author|reviewer|writer))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Authors:
    """The names of the authors, the words that say so, and their page."""

    names: tuple[str, ...]
    words: str
    page: int | None


def authors_of(front: Front) -> Authors | None:
    """Return the authors that the cover names, else those that the opening does; None where neither names any."""
    lines = "\n".join(line.text.title() if line.text.isupper() else line.text for line in front.cover)
    cover = _found(lines, front.cover[0].page) if front.cover else None
    if cover:
        return cover
    found: Authors | None = None
    for paragraph in front.opening:
        more = _found(text_of(paragraph), paragraph.page)
        if found and not more:
            break
        if more:
            # "Reviewer 1: ..." and "Reviewer 2: ..." stand in paragraphs of their own.
            fresh = tuple(name for name in more.names if not found or name not in found.names)
            found = replace(found, names=(*found.names, *fresh)) if found else more
    return found


def _found(text: str, page: int | None) -> Authors | None:
    names: list[str] = []
    words = ""
    for match in _matches(text):
        people = match.groupdict().get("people") or match.groupdict().get("writers") or ""
        fresh = [name for name in _names(people) if name not in names]
        if fresh and not words:
            words = " ".join(match.group().split())
        names.extend(fresh)
    return Authors(tuple(names), words, page) if names else None


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield where a role stands beside names, chairs left out."""
    for pattern in (_ROLE_FIRST, _ROLE_AFTER):
        found = False
        for match in pattern.finditer(text):
            if not _CHAIR.search(match.group()):
                found = True
                yield match
        if found:
            return


def _names(people: str) -> list[str]:
    """Return the people of a list of names, titles left out."""
    names = [" ".join(name.split()) for name in re.split(r"\s*(?:,|;|&|\band\b|\n)\s*", people)]
    bare = [re.sub(r"^(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Rev)\.?\s+", "", name) for name in names]
    return [name for name in bare if len(name.split()) >= 2]
