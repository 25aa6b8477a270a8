"""Whether a file that was read belongs to a review that is here: the same text, a later edition, or a part of it.

This module knows no Django.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.likeness import SAME_TEXT, resemblance

# Two readings of one file saved twice differ in nothing; a corrected edition differs in some words.
IDENTICAL = 0.995
# A file whose title or name has one of these words is that part of a review's publication; the first that is met
# decides.
ROLE_WORDS = (
    ("overview", r"\boverview\b"),
    ("summary", r"\bexecutive\s+summary\b|\bsummary\s+(?:report|of)\b"),
    ("action_plan", r"\baction\s+plans?\b|\bimplementation\s+plans?\b"),
    ("briefing", r"\bbriefing\b|\b(?:7|seven)[\s-]*minute\b|\blearning\s+summary\b|\bpractitioner\s+summary\b"),
    ("response", r"\bresponses?\s+to\b|\b(?:board|partnership|agency)[’']?s?\s+response\b|^\s*response\b"),
)


class Kin(StrEnum):
    """What a file is to one that is here."""

    SAME = "same"
    """The same text in another file."""
    EDITION = "edition"
    """A later edition of it: some of the words differ."""
    PART = "part"
    """Another document of the same review."""


@dataclass(frozen=True)
class Features:
    """What tells files apart. `form` is the format, and whether its words were recognised in pictures.

    `incident` and `published` are the first and last day that the date may mean, where it is known.
    """

    form: tuple[str, bool]
    sketch: tuple[int, ...] = ()
    subject: str = ""
    area: str = ""
    incident: tuple[date, date] | None = None
    published: tuple[date, date] | None = None
    role: str = "overview"


@dataclass(frozen=True)
class Known:
    """A document that is here, and the review that it is of, by their numbers."""

    document: int
    review: int
    features: Features
    has_overview: bool = True


@dataclass(frozen=True)
class Kinship:
    """What a new file is to a known one. `is_sure` where nobody need be asked; `why` says it in words."""

    kin: Kin
    known: Known
    role: str
    why: str
    is_sure: bool = False
    by_text: bool = False


def kinship_of(new: Features, known: Sequence[Known]) -> Kinship | None:
    """Return what `new` is to the nearest of `known`; None where it seems to be a review of its own."""
    alike = [(resemblance(list(new.sketch), list(one.features.sketch)), place) for place, one in enumerate(known)]
    likeness, place = max(alike, default=(0.0, 0))
    if likeness >= SAME_TEXT:
        return _by_text(new, known[place], likeness)
    reports_first = sorted(known, key=lambda one: not one.has_overview)
    return next((found for one in reports_first if (found := _by_case(new, one))), None)


def role_of(title: str, name: str) -> str:
    """Return what part of a publication a file is, by its title and its file's name."""
    for written in (title, re.sub(r"[_\-.+]+", " ", name)):
        for role, words in ROLE_WORDS:
            if re.search(words, written, re.IGNORECASE):
                return role
    return "overview"


def _by_text(new: Features, known: Known, likeness: float) -> Kinship:
    """Return what a file with nearly the same words is: in another form the same, in the same form an edition."""
    role = known.features.role
    if likeness >= IDENTICAL or new.form != known.features.form:
        return Kinship(Kin.SAME, known, role, "It has the same text.", is_sure=True, by_text=True)
    return Kinship(Kin.EDITION, known, role, f"About {likeness:.0%} of its words are the same.", by_text=True)


def _by_case(new: Features, known: Known) -> Kinship | None:
    """Return what a file about the same case is, where its facts say so and none speaks against it."""
    if _differ(new.incident, known.features.incident):
        return None
    same_subject = new.subject and new.subject.casefold() == known.features.subject.casefold()
    same_area = new.area and new.area.casefold() == known.features.area.casefold()
    if not (same_subject and same_area):
        return None
    why = f"It is about {new.subject} of {new.area} too."
    if new.role == "overview" and known.has_overview:
        return Kinship(Kin.EDITION, known, new.role, why)
    return Kinship(Kin.PART, known, new.role, why)


def _differ(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    """Return whether two dates that are known cannot be the same day."""
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])
