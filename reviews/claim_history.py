"""What was said of each field of an item or review: by which machine or person, when, and whether it still stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reviews.facts import person_in_words
from reviews.models import Claim, Item, Person, Review
from reviews.people_said import PERSON_FIELDS

# What people say of an item beside its own fields, and what is told of in other words.
UNTOLD = ("joined",)
NAMES = {
    "label": "Number or name", "text": "Text", "kind": "Kind", "addressee": "Who must act", "group": "Heading",
    "date": "Date", "date_as_printed": "Date as printed", "date_worked_out": "How the date was worked out",
    "agency": "Agency", "recommendation": "Recommendation", "outcome": "What will change", "steps": "What will be done",
    "lead": "By whom", "timescale": "By when", "measure": "How it will be known", "state": "Whether it is shown",
    "found": "Whether it is there", "after": "Its place in the list", "title": "Title", "nation": "Nation",
    "subject": "About",
    "partnership_as_printed": "Published by, as printed", "area": "Area", "authors": "Written by",
    "published": "Published", "period": "Time looked at", "incident": "When it happened", "abstract": "Abstract",
    "people": "Whom it is about", "answers": "Recommendation that it answers",
}  # fmt: skip


def value_in_words(value: Any) -> str:
    """Return a value that was said as a page shows it: a list in one line, of a person what is stated."""
    if isinstance(value, list):
        return "; ".join(map(value_in_words, value))
    if isinstance(value, dict):
        return person_in_words(Person(**{field: value.get(field, "") for field in PERSON_FIELDS}))
    return str(value)


@dataclass(frozen=True)
class Saying:
    """What one machine or person said of a field. `stands` until it is taken back."""

    who: str
    value: Any
    at: datetime
    stands: bool
    by_person: bool

    @property
    def in_words(self) -> str:
        """The value as a page shows it."""
        return value_in_words(self.value)


@dataclass(frozen=True)
class FieldSayings:
    """A field with all that was said of it, the last first."""

    name: str
    label: str
    sayings: tuple[Saying, ...]
    has_machine: bool

    @property
    def can_be_put_back(self) -> bool:
        """Whether a person's word stands, and something is left to show without it."""
        by_people = any(saying.stands and saying.by_person for saying in self.sayings)
        return by_people and (self.has_machine or self.name == "state")


def sayings_of(target: Review | Item) -> list[FieldSayings]:
    """Return the fields that anything was said of, in the order in which they were first spoken of."""
    claims = _with_names(list(target.claims.select_related("person")))
    fields = dict.fromkeys(field for claim in claims for field in claim.values if field not in UNTOLD)
    has_machine = any(claim.person_id is None for claim in claims)
    return [FieldSayings(field, NAMES.get(field, field), _said(field, claims), has_machine) for field in fields]


def _with_names(claims: list[Claim]) -> list[Claim]:
    """Let the recommendations that are spoken of be named: their anchors say nothing to a person."""
    anchors = {claim.values["answers"] for claim in claims if claim.values.get("answers")}
    names = {item.anchor: item.name for item in Item.objects.filter(anchor__in=anchors)} if anchors else {}
    for claim in claims:
        if "answers" in claim.values:
            claim.values = {**claim.values, "answers": names.get(claim.values["answers"], "")}
    return claims


def _said(field: str, claims: Iterable[Claim]) -> tuple[Saying, ...]:
    said = [claim for claim in claims if field in claim.values]
    # What goes on standing after a part of a claim was taken back is the same saying still.
    alive = {
        (claim.person_id, claim.made_at, _key(claim.values[field])) for claim in said if claim.withdrawn_at is None
    }
    told = [
        claim
        for claim in said
        if claim.withdrawn_at is None or (claim.person_id, claim.made_at, _key(claim.values[field])) not in alive
    ]
    return tuple(_saying(claim, field) for claim in reversed(told))


def _key(value: Any) -> str:
    return repr(value)


def _saying(claim: Claim, field: str) -> Saying:
    who = str(claim.person) if claim.person else f"Machine, version {claim.machine_version.removeprefix('crossread-')}"
    return Saying(who, claim.values[field], claim.made_at, claim.withdrawn_at is None, claim.person_id is not None)
