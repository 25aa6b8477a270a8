"""Who the review is about: the names that it gives the child, the adult and the family, pseudonyms all."""

import re
from collections import Counter
from functools import lru_cache

from ingest.dates.printed_date import MONTH_NAMES
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
    r"|\s+(?:was|had|were|told|said|died|attended|lived|went|disclosed|reported|became|moved|began|started|did|would|"
    r"and\s+(?:his|her|their))\b)"
)
_NAME = re.compile(rf"(?<![.!?:]\s)(?<!^)\b([A-Z][a-z]{{2,}}(?:-[A-Z][a-z]+)?)(?={_OF_A_PERSON})")
# The same at the start of a sentence too, where other words have capitals as well.
_PERSON = re.compile(rf"\b([A-Z][a-z]{{2,}}(?:-[A-Z][a-z]+)?)(?={_OF_A_PERSON})")
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
# A name that stands this often, and at least once as only a person's does, is one of the people of the case.
OFTEN = 5
OFTEN_FOR_A_MONTH = 3


def spoken_of(outline: Outline) -> frozenset[str]:
    """Return the capitalised words that stand at least once as only a person's name does."""
    texts = _texts(outline)
    return (frozenset(name for text in texts for name in _PERSON.findall(text)) - _NO_NAMES) | _named_for_months(texts)


def _named_for_months(texts: list[str]) -> frozenset[str]:
    """Return the months that are names of people here: "April told the nurse", "June's partner", time and again."""
    counts = Counter(name for text in texts for name in _PERSON.findall(text) if name in MONTH_NAMES)
    return frozenset(name for name, count in counts.items() if count >= OFTEN_FOR_A_MONTH)


def names_of(outline: Outline) -> tuple[str, ...]:
    """Return the names and ciphers of the people in the case, the one that stands most often first."""
    texts = _texts(outline)
    ciphers = Counter(" ".join(match.split()) for text in texts for match in CIPHER.findall(text))
    candidates = ({name for text in texts for name in _NAME.findall(text)} - _NO_NAMES) | _named_for_months(texts)
    words = Counter(word for text in texts for word in re.findall(r"\b[A-Za-z][a-z-]+\b", text))
    names = {name: words[name] for name in candidates if words[name] >= OFTEN > words[name.lower()]}
    return tuple(name for name, _ in sorted({**ciphers, **names}.items(), key=lambda item: -item[1]))


@lru_cache(maxsize=64)
def any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of the names as whole words; nothing where there are none."""
    spelled = sorted((re.escape(name).replace(r"\ ", r"\s+") for name in names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(spelled)})\b" if spelled else r"(?!)")


def _texts(outline: Outline) -> list[str]:
    return [paragraph.text for paragraph in outline.paragraphs if paragraph.part not in _NOT_THE_CASE]


_NOT_THE_CASE = {Part.CONTENTS, Part.REFERENCES, Part.GLOSSARY, Part.METHOD, Part.ACTION_PLAN}
