"""The facts of a review as its page lists them, with the three kinds of nothing kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from reviews.models import Document, Person, Review
from reviews.models.person import Stated
from reviews.partial_dates import PartialDate

NOT_STATED = "Not stated in the review"


@dataclass(frozen=True)
class Fact:
    """One fact: its name, its values in words, and whether a person gave them."""

    name: str
    values: tuple[str, ...]
    is_checked: bool = False

    @property
    def is_there(self) -> bool:
        """Whether the review states it."""
        return bool(self.values)


def facts_of(review: Review, people: Sequence[Person], documents: Sequence[Document]) -> list[Fact]:
    """Return what the page says of a review, in order; a fact without values is not stated in it."""
    checked = set(review.fields_by_people)
    partnership = review.partnership.name if review.partnership else review.partnership_as_printed
    place = ", ".join(filter(None, [review.area, review.get_nation_display() if review.nation else ""]))
    pages = sum(document.page_count or 0 for document in documents if document.gives_items)
    return [
        Fact("Kind of review", (review.kind_name,), "kind" in checked),
        Fact("Published by", _one(partnership), "partnership_as_printed" in checked),
        Fact("Published", _date(review.published_date), "published" in checked),
        Fact("Area", _one(place), "area" in checked),
        Fact("About", tuple(person_in_words(person) for person in people), "subject" in checked),
        Fact("Outcome", _one(review.get_outcome_display() if review.outcome else ""), "outcome" in checked),
        Fact("When it happened", _date(review.incident_date), "incident" in checked),
        Fact("Time looked at", _date(review.period_dates), "period" in checked),
        Fact("Written by", tuple(review.authors), "authors" in checked),
        Fact("Length", _one(f"{pages:,} {'page' if pages == 1 else 'pages'}" if pages else ""), is_checked=True),
    ]


def person_in_words(person: Person) -> str:
    """Return who a person of a review is: "Tam, child, age: 7 weeks. Sex: withheld. ..."."""
    age = person.age_as_printed or person.get_age_band_display()
    more = (
        ("Sex", person.get_sex_display()),
        ("Ethnicity", _stated(person.ethnicity, person.ethnicity_is)),
        ("Disability", _stated(person.disability, person.disability_is)),
    )
    known = f"{person.name}, {person.get_role_display().lower()}, age: {_lower(age)}."
    return " ".join([known, *(f"{name}: {_lower(value)}." for name, value in more)])


def _stated(value: str, state: str) -> str:
    return value or Stated(state).label


def _lower(value: str) -> str:
    """Return the phrase as it stands within a sentence; names keep their capital letters elsewhere."""
    return value[:1].lower() + value[1:] if value in {NOT_STATED, "Withheld", "Not yet extracted"} else value


def _date(date: PartialDate | None) -> tuple[str, ...]:
    return (date.phrase,) if date else ()


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()
