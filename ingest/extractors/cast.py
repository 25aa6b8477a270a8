"""Who the review is about: the names that it gives the child, the adult and the family, pseudonyms all."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from ingest.dates.printed_date import MONTH_NAMES
from ingest.extractors.cover.names import LOWER, UPPER
from ingest.outline import Outline, Part

# "Child Y", "Baby B1", "Adult A", "Mr X", "Mrs B": a cipher in place of a name.
CIPHER = re.compile(
    r"\b(?:(?:Young\s+Person|Child|Baby|Infant|Adult|Sibling|Subject|Person|Family|Mother|Father|Mr|Mrs|Ms|Miss)\s+"
    r"(?:[A-Z]{1,2}\d{0,2}|\d{1,2})\b(?![.’'-]?[a-z]))"
)
# What is said of a person and hardly of anything else: "Robin's mother", "Robin was", "Robin told".
_OF_A_PERSON = (
    r"(?:[’']s?\s+(?:mother|father|mum|dad|parents?|death|school|behaviour|needs|life|care|family|home|birth|partner|weight|"
    r"health|sister|brother|siblings?|sibling|wife|husband|son|daughter|sons|daughters|carers?|GP|injuries|voice|"
    r"grandmother|experience|lived|body|flat)\b"
    r"|,\s+(?:aged\b|\d{1,3},)|\s+(?:was|had|were|told|said|died|attended|lived|went|disclosed|reported|became|moved|began|started|did|would|"
    r"and\s+(?:his|her|their))\b)"
)
_PERSON = re.compile(rf"(?<![\w’'])[{UPPER}][{LOWER}]{{2,}}(?:-[{UPPER}][{LOWER}]+)?(?={_OF_A_PERSON})")
# At the start of a sentence other words than names have capitals as well.
_SENTENCE_BEFORE = re.compile(r"(?:[.!?:]\s|^)$")
# Capitalised words that are no one's name, whatever stands after them.
_NO_NAMES = frozenset(
    {
        "Academy", "Act", "Adult", "Adults", "Agencies", "Agency", "All", "Although", "Ambulance", "April", "Area",
        "Assessment", "August", "Aunt", "Author", "Authorities", "Authority", "Autumn", "Baby", "Board", "Both",
        "Care", "Centre", "Chair", "Child", "Children", "Childrens", "College", "Concerns", "Conference",
        "Constabulary", "Consultant", "Contact", "Coroner", "Council", "Counsellor", "Court", "Covid", "Dad",
        "December", "Department", "Director", "Doctor", "Each", "Early", "Education", "Emergency", "England",
        "Evidence", "Family", "Father", "February", "Friday", "Government", "Grandfather", "Grandmother", "Group",
        "Headteacher", "Health", "Help", "Her", "Him", "His", "Hospital", "Housing", "However", "Information",
        "Inquest", "Ireland", "Its", "January", "Judge", "July", "June", "Lead", "Local", "Management", "Manager",
        "Managers", "Many", "March", "May", "Meeting", "Midwife", "Monday", "Mother", "Mum", "Neither", "None",
        "November", "Number", "Nurse", "Nursery", "October", "Officer", "Officers", "Ofsted", "One", "Order",
        "Paediatrician", "Paediatrics", "Panel", "Parents", "Partner", "Partnership", "Perpetrator", "Plan",
        "Police", "Practice", "Practitioners", "Primary", "Probation", "Professionals", "Psychiatrist",
        "Psychiatry", "Psychologist", "Records", "Referral", "Report", "Review", "Reviewer", "Safeguarding",
        "Saturday", "School", "Scotland", "Secondary", "September", "Service", "Services", "She", "Sibling",
        "Siblings", "Social", "Solicitor", "Some", "Spring", "Staff", "Stepfather", "Stepmother", "Summer",
        "Sunday", "Support", "Teacher", "Team", "That", "The", "There", "These", "They", "This", "Those", "Three",
        "Thursday", "Trust", "Tuesday", "Two", "Uncle", "Unit", "Victim", "Visitor", "Visits", "Wales", "Ward",
        "Wednesday", "What", "When", "Which", "While", "Who", "Winter", "Work", "Worker",
    }
)  # fmt: skip
_WORD = re.compile(rf"(?<!\w)[A-Za-z{UPPER}{LOWER}][{LOWER}-]+(?!\w)")
# A name that stands this often, and at least once as only a person's does, is one of the people of the case.
OFTEN = 5
OFTEN_FOR_A_MONTH = 3


@dataclass(frozen=True, slots=True)
class People:
    """Whom a review speaks of: `names` and ciphers, the most frequent first; `spoken_of` are words that seem names."""

    names: tuple[str, ...]
    spoken_of: frozenset[str]


def people_of(outline: Outline) -> People:
    """Return the people in the case.

    A name is spoken of as a person where it does not begin a sentence, and stands often, never without its capital;
    a word is spoken of as a person where it stands so once.
    """
    texts = [paragraph.text for paragraph in outline.paragraphs if paragraph.part not in _NOT_THE_CASE]
    ciphers = Counter(" ".join(match.split()) for text in texts for match in CIPHER.findall(text))
    spoken: Counter[str] = Counter()
    candidates: set[str] = set()
    for text in texts:
        for match in _PERSON.finditer(text):
            spoken[match.group()] += 1
            if not _SENTENCE_BEFORE.search(text[max(0, match.start() - 2) : match.start()]):
                candidates.add(match.group())
    # Months that are names of people here: "April told the nurse", "June's partner", time and again.
    months = {name for name, count in spoken.items() if name in MONTH_NAMES and count >= OFTEN_FOR_A_MONTH}
    words = Counter(word for text in texts for word in _WORD.findall(text))
    persons = (candidates - _NO_NAMES) | months
    names = {name: words[name] for name in persons if words[name] >= OFTEN > words[name.lower()]}
    ranked = sorted({**ciphers, **names}.items(), key=lambda item: -item[1])
    return People(tuple(name for name, _ in ranked), (frozenset(spoken) - _NO_NAMES) | months)


@lru_cache(maxsize=64)
def any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the names as whole words; nothing where there are none."""
    spelled = sorted((re.escape(name).replace(r"\ ", r"\s+") for name in names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(spelled)})\b" if spelled else r"(?!)")


_NOT_THE_CASE = {Part.CONTENTS, Part.REFERENCES, Part.GLOSSARY, Part.METHOD, Part.ACTION_PLAN}
