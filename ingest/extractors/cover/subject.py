"""Whom a review calls its subject: the pseudonym of the child, adult or family."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from ingest.extractors.cast import CIPHER
from ingest.extractors.cover.boards import without_boards
from ingest.extractors.cover.front import Front, headings_of_first_page, text_of
from ingest.extractors.cover.kind import ANY_NAME, is_thematic
from ingest.extractors.cover.pseudonyms import GROUP, ONE, PSEUDONYM
from ingest.extractors.cover.rows import rows_of_facts

# "the child will be known as Robin", "referred to throughout as 'Mr X'", "given the pseudonym Sam"
_CALLED = re.compile(
    rf"(?:will\s+be\s+|is\s+|are\s+|was\s+|to\s+be\s+|be\s+)?(?:known|referred\s+to|called|named)\s+(?:\w+\s+){{0,6}}?as\s+[‘“'\"]?(?P<name>{PSEUDONYM})"
    rf"|\bpseudonym\s+(?:of\s+|for\s+\w+\s+\w+\s+is\s+)?[‘“'\"]?(?P<pseudonym>{PSEUDONYM})"
)
# After the name of the review: "... concerning Child T7", "... in respect of Robin", "... into the death of Ruth".
_OF_WHOM = re.compile(
    rf"\b(?:(?i:concerning|regarding|re|in\s+respect\s+of|in\s+relation\s+to|relating\s+to|into\s+the\s+(?:death|circumstances|case)\s+of|"
    rf"following\s+the\s+death\s+of|the\s+death\s+of|considering|subject)|about|for|of|on)\s*:?\s+(?:the\s+death\s+of\s+)?[‘“'\"]?(?P<name>{PSEUDONYM})",
)
_ALONE = re.compile(rf"[‘“'\"]?(?P<name>{PSEUDONYM})[’”'\"]?")
# What the words before a colon call the person: the twins, or the report itself.
_AFTER_WORD = re.compile(
    rf"^(?:(?:The\s+)?(?:Twins|twins|siblings|Siblings|children|Children|brothers|sisters|subjects?|Subjects?|[Vv]ictim|"
    r"[Dd]eceased|[Pp]seudonym|Sibling\s+Group|Family)|(?:(?:Overview|Final|Full|Executive)\s+)?"
    rf"(?:Report|Summary))\s*[:–—-]\s*[‘“'\"]?(?P<name>{PSEUDONYM})[’”'\"]?\W*$"
)
_GROUP = re.compile(rf"\b{GROUP}")
# What parts the pieces of a header or footer: "LCSPR – Baby Sorrel | Final".
_PARTED = re.compile(r"\s+[·•|–—-]\s+|\s{3,}|\s*[|·•]\s*")
_AFTER_KIND = re.compile(rf"\s*[:–—-]\s*[‘“'\"]?(?P<name>{PSEUDONYM})[’”'\"]?\s*[.]?\s*$")
# "Re: CPR 03/2017 (Robin)": the name after the number of the review
_AFTER_NUMBER = re.compile(rf"^\W*(?i:re|ref|reference)\s*:.*\(\s*[‘“'\"]?(?P<name>{PSEUDONYM})[’”'\"]?\s*\)\W*$")
# ‘Anna’ and ‘Pavel’
_QUOTED_PAIR = re.compile(r"[‘“'\"](\w[\w-]+)[’”'\"]\s+(?:and|&)\s+[‘“'\"](\w[\w-]+)[’”'\"]")
_A_PERSON = re.compile(r"(?:Young\s+Person|Child|Baby|Infant|Adult|Mr|Mrs|Ms|Miss)\.?\s")
# “Mr David T”, ‘Robin’: what a cover puts in quotation marks is a name
_QUOTED = re.compile(r"(?<!\w)[“‘\"'](?P<name>[A-Z][^“”‘’\"']{1,40})[”’\"'](?!\w)")
# "A thematic review of five young people", "review into the deaths of three women"
_OF_A_GROUP = re.compile(
    r"\breviews?\s+(?:of|into|about|concerning)\s+(?:the\s+(?:deaths?|li(?:fe|ves)|cases?|circumstances|experiences)\s+of\s+)?"
    r"(?P<group>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\s+(?:\w+\s+)?(?:children|young\s+people|adults|women|men|babies|"
    r"infants|families|siblings|brothers|sisters|teenagers|boys|girls))\b",
    re.IGNORECASE,
)
# The row of a form that names whom it is about.
_ROW = re.compile(r"\b(?:child|subject|pseudonym|adult|young\s+person|name)\b", re.IGNORECASE)
LONGEST_LABEL = 6
# Words of covers that are no one's name.
_NOT_NAMES = re.compile(
    r"\b(?:Review|Report|Overview|Executive|Summary|Board|Partnership|Safeguarding|Council|Final|Version|Draft|Author|"
    r"Published|Chair|Independent|Reviewers?|Contents|Introduction|Confidential|Learning|Lessons|Practice|Extended|Concise|"
    r"Appendix|Panel|Thematic|Action|Plan|Committee|Findings|Family\s+(?:Court|Members?|Background|History)|Home\s+Office|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Date|Local|Serious|Case|Rapid|Domestic|"
    r"Homicide|Response|Briefing|Working\s+Together|Key|Adults?\s+(?:Social|Services)|NHS|Police|Service|Services|Trust|This|That|"
    r"Prepared|Commissioned|Foreword|Preface|Acknowledgements?|Glossary|Community|Safety|Child\s+Protection|Official)\b"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A pseudonym, the words that give it, and their page."""

    name: str
    words: str
    page: int | None


def subject_of(front: Front) -> Subject | None:
    """Return the pseudonym that the cover gives, else the opening, else the name that stands most often."""
    lines = [(line.text, line.page) for line in front.cover or headings_of_first_page(front.outline)]
    running: list[tuple[str, int | None]] = [
        (piece, None) for text in front.outline.running_lines for piece in _PARTED.split(text) if piece.strip()
    ]
    return (
        _in_lines(lines, front)
        or _group(front)
        or _in_form(front)
        or _in_lines(running, front)
        or _in_opening(front)
        or (None if is_thematic(front) else _most_named(front))
    )


def _in_form(front: Front) -> Subject | None:
    """Return the name that a form gives in its row for the child or adult."""
    for row in rows_of_facts(front):
        label, value = row.label, row.value
        if len(label.split()) > LONGEST_LABEL or not _ROW.search(label):
            continue
        match = CIPHER.match(value) or _QUOTED.match(value) or re.match(rf"(?P<name>{ONE})(?=[,.;(]|$)", value)
        if match and not _NOT_NAMES.search(match.group()):
            return Subject(_clean(match.group()), row.words, row.page)
    return None


def _group(front: Front) -> Subject | None:
    """Return the group that a thematic review names on its cover: "five young people"."""
    for line in front.cover:
        match = _OF_A_GROUP.search(line.text)
        if match:
            group = " ".join(match["group"].split())
            return Subject(group[:1].upper() + group[1:], line.text, line.page)
    return None


def _in_lines(lines: list[tuple[str, int | None]], front: Front) -> Subject | None:
    known = _words_with_capitals(front) if lines else set()
    people = front.people.spoken_of.union(front.people.names)
    for text, page in lines:
        name = _name_in_line(without_boards(text), known, people)
        if name:
            return Subject(name, text, page)
    return None


_LATIN_WORD = re.compile(r"\b[A-Za-z][\w’'-]*\b")


def _words_with_capitals(front: Front) -> set[str]:
    """Return the words that stand twice or more with a capital and never without one, and the people's names."""
    counts = Counter(word for paragraph in front.outline.paragraphs for word in _LATIN_WORD.findall(paragraph.text))
    names = {word for word, count in counts.items() if word[0].isupper() and count > 1 and word.lower() not in counts}
    return names.union(front.people.names)


def _name_in_line(line: str, known: Collection[str], people: Collection[str]) -> str | None:
    """Return the pseudonym of a cover line: alone, in quotation marks, after the review's name, or after "concerning".

    `known` are the words that the text always writes with a capital, `people` those that it speaks of as persons.
    """
    text = _as_written(line, known)
    pair = _QUOTED_PAIR.search(text)
    if pair and set(pair.groups()) <= set(known):
        return f"{pair[1]} and {pair[2]}"
    numbered = _AFTER_NUMBER.search(text)
    if numbered:
        return _clean(numbered["name"])
    group = _GROUP.search(text)
    if group:
        return _clean(group.group())
    cipher = CIPHER.search(text)
    quoted = _QUOTED.search(text)
    if quoted and not _is_no_name(quoted["name"], people) and _is_known(quoted["name"], known):
        return _clean(quoted["name"])
    alone = _ALONE.fullmatch(text.strip(" .:"))
    is_person = cipher or (alone and (_is_known(alone["name"], people) or _are_called(alone["name"], known)))
    if alone and is_person and not _is_no_name(alone["name"], people):
        return _clean(alone["name"])
    if ANY_NAME.search(text) or _OF_WHOM.search(text) or _AFTER_WORD.search(text):
        after = _AFTER_WORD.search(text) or _AFTER_KIND.search(text) or _OF_WHOM.search(text)
        if (
            after
            and not _is_no_name(after["name"], people)
            and (CIPHER.search(after["name"]) or _is_known(after["name"], known))
        ):
            return _clean(after["name"])
        return _clean(cipher.group()) if cipher else None
    return None


def _are_called(name: str, known: Collection[str]) -> bool:
    """Return whether each of the names is said to be a child's or an adult's: "Baby Teddy and Baby Grace"."""
    parts = re.split(r"\s+and\s+|\s*&\s*|,\s+", name)
    return all(_A_PERSON.match(part) and part.split()[-1] in known for part in parts)


def _is_no_name(name: str, people: Collection[str]) -> bool:
    """Return whether words of a cover name nobody; "June" does where the text speaks of June as a person."""
    return _NOT_NAMES.search(name) is not None and name not in people


def _in_opening(front: Front) -> Subject | None:
    lines = [(line.text, line.page) for line in front.cover]
    for text, page in [*lines, *((text_of(paragraph), paragraph.page) for paragraph in front.opening)]:
        match = _CALLED.search(text)
        name = match["name"] or match["pseudonym"] if match else None
        if match and name and not _NOT_NAMES.search(name) and not ANY_NAME.search(name):
            return Subject(_clean(name), match.group(), page)
    return None


def _most_named(front: Front) -> Subject | None:
    """Return the first of the people named, where the review speaks of one far more than of the next."""
    names = front.people.names
    if not names:
        return None
    page = next((paragraph.page for paragraph in front.opening if names[0] in paragraph.text), None)
    return Subject(names[0], names[0], page)


def _is_known(name: str, known: Collection[str]) -> bool:
    """Return whether all names joined by "and" are spoken of in the text, and are no common words."""
    parts = re.split(r"\s+and\s+|\s*&\s*|,\s+", name)
    return all(part in known or part.split()[-1] in known or part.split()[0] in known for part in parts)


def _as_written(line: str, known: Collection[str]) -> str:
    """Return a line in capitals with the names in it as the text writes them."""
    if not line.isupper():
        return line
    text = line
    named = (name for name in known if name.upper() in line)
    for name in sorted(named, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name.upper())}\b", name, text)
    text = re.sub(r"\b(?:SIBLINGS?|CHILDREN|BABIES|ADULTS|BROTHERS|SISTERS|TWINS|GROUP|MRS?|MS)\b", _capital, text)
    return re.sub(r"\b(?:AND|TO)\b", lambda match: match.group().lower(), text)


def _capital(match: re.Match[str]) -> str:
    return match.group().capitalize()


def _clean(name: str) -> str:
    return " ".join(name.strip(" .,:‘’“”'\"").removesuffix("’s").removesuffix("'s").split())
