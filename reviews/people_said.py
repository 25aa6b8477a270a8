"""The people of a review as claims speak of them, and their rows."""

from collections.abc import Iterable, Mapping
from typing import Any

from reviews.models import Person, Review

# What is said of each person, in the order in which it is asked.
PERSON_FIELDS = (
    "name", "role", "age_as_printed", "age_band", "sex", "ethnicity", "ethnicity_is", "disability", "disability_is",
)  # fmt: skip


def people_of(review: Review) -> list[dict[str, Any]]:
    """Return what is shown of each person, hidden names too: it is for those who work on the review."""
    hidden = review.plain.get("people", {})
    return [
        {**{field: getattr(person, field) for field in PERSON_FIELDS}, "name": hidden.get(str(person.pk), person.name)}
        for person in review.people.order_by("pk")
    ]


def write_people(review: Review, said: Iterable[Mapping[str, Any]]) -> None:
    """Let the rows of the review's people be what was said; a row is known again by its name. Names are not hidden."""
    known = {person.name: person for person in review.people.all()}
    wanted = {one["name"]: _row(known.get(one["name"]) or Person(review=review), one) for one in said}
    if known.keys() - wanted.keys():
        review.people.exclude(name__in=wanted).delete()
    Person.objects.bulk_create(person for person in wanted.values() if person.pk is None)
    Person.objects.bulk_update([person for person in wanted.values() if person.pk], PERSON_FIELDS)


def _row(person: Person, said: Mapping[str, Any]) -> Person:
    for field in PERSON_FIELDS:
        setattr(person, field, said.get(field, ""))
    return person
