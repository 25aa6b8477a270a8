"""How reviews call the people they are about: "Child Y", "Baby Sorrel", "Mr and Mrs B", "Siblings 1 to 4"."""

import re

from ingest.extractors.cover.names import LOWER, UPPER

_NAME = rf"(?:[{UPPER}][{UPPER}{LOWER}’'-]+\b(?:\s+[A-Z]\b(?![.’'][a-z]))?|[A-Z]{{1,2}}\d{{0,2}})"
_CALLED_BY = (
    r"(?:Young\s+Person|Child(?:ren)?|Baby|Infant|Adult|Family|Person|Case|Sibling\s+Group|The|"
    r"(?:Mr|Mrs|Ms|Miss|Dr)\.?)"
)
_ID = r"(?:[A-Z]{1,2}\d{0,2}|\d{1,2})"
ONE = rf"(?:{_CALLED_BY}\s+)?{_NAME}"
# Several under one name: the word for them, and their letters or numbers.
_PLURALS = {
    "Siblings": "Sibling", "Children": "Child", "Babies": "Baby", "Adults": "Adult", "Brothers": "Brother",
    "Sisters": "Sister", "Twins": "Twin", "Infants": "Infant", "Subjects": "Subject",
}  # fmt: skip
_LISTED = r"\s*(?:,\s*and|,|and|&|to|–|-)\s*"
_IDS = rf"{_ID}(?:{_LISTED}{_ID})*(?![\w’'])"
GROUP = (
    rf"(?:(?:{'|'.join(_PLURALS)})\s+{_IDS}|(?:Sibling|Family)\s+(?:Group|Set)\s+{_ID}\b|(?:The\s+)?[A-Z]{{1,2}}\d{{0,2}}\s+Family\b"
    rf"|(?:Mr|Mrs|Ms)\s+(?:and|&)\s+(?:Mr|Mrs|Ms)\s+{_NAME})"
)
PSEUDONYM = rf"(?:{GROUP}|{ONE}(?:(?:\s+and\s+|\s*&\s*|,\s+(?:and\s+)?){ONE}){{0,3}})"
SHORTEST_NAME = 3
# The words of a cipher that name nobody by themselves.
_NO_NAME = re.compile(
    r"(?:Child(?:ren)?|Baby|Infant|Adult|Person|Young|Case|Mrs?|Ms|Miss|Dr|Family|Sibling|Group|Set|The)\.?"
)


def ways_of_naming(subject: str) -> tuple[str, ...]:
    """Return what the text may call the subject: "Child Jack" is "Jack" too, a cipher only what it is."""
    names = names_in(subject)
    words = [word for name in names if " " in name for word in name.split() if len(word) >= SHORTEST_NAME]
    bare = [word for word in words if word[0].isupper() and not _NO_NAME.fullmatch(word)]
    return (*names, *dict.fromkeys(word for word in bare if word not in names))


def names_in(subject: str) -> tuple[str, ...]:
    """Return the names of a subject of several: "Ada and Ben" are two, "Siblings 1 to 4" four."""
    couple = re.fullmatch(rf"(Mrs?|Ms)\s+(?:and|&)\s+(Mrs?|Ms)\s+({_NAME})", subject)
    if couple:
        return f"{couple[1]} {couple[3]}", f"{couple[2]} {couple[3]}"
    several = re.fullmatch(rf"({'|'.join(_PLURALS)})\s+({_IDS})", subject)
    if several:
        return tuple(f"{_PLURALS[several[1]]} {member}" for member in _members(several[2]))
    return tuple(name.strip() for name in re.split(r"\s+and\s+|\s*&\s*|,\s+(?:and\s+)?", subject) if name.strip())


def _members(printed: str) -> list[str]:
    """Return the letters or numbers of a list: "A, B and C", "1 to 4"."""
    span = re.fullmatch(r"(\w)\s*(?:to|–|-)\s*(\w)", printed)
    if span and ord(span[1]) < ord(span[2]):
        return [chr(code) for code in range(ord(span[1]), ord(span[2]) + 1)]
    return re.findall(_ID, printed)
