"""The facts of a review as its page lists them, with the three kinds of nothing kept apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reviews.evidence import Source
from reviews.models import Document, Person, Review
from reviews.models.person import Stated
from reviews.partial_dates import PartialDate

NOT_STATED = "Not stated in the review"


@dataclass(frozen=True)
class Fact:
    """One fact: its name, its values in words, whether a person gave them, and where the machine read them."""

    name: str
    values: tuple[str, ...]
    is_checked: bool = False
    source: Source | None = None

    @property
    def is_there(self) -> bool:
        """Whether the review states it."""
        return bool(self.values)


def facts_of(
    review: Review,
    people: Sequence[Person],
    documents: Sequence[Document],
    sources: Mapping[str, Source] = MappingProxyType({}),
) -> list[Fact]:
    """Return what the page says of a review, in order; a fact without values is not stated in it.

    `sources` are by the names of the fields; what a person said has none.
    """
    checked = set(review.fields_by_people)
    partnership = review.partnership.name if review.partnership else review.partnership_as_printed
    place = ", ".join(filter(None, [review.area, review.get_nation_display() if review.nation else ""]))
    pages = sum(document.page_count or 0 for document in documents if document.gives_items)
    told = (
        ("Kind of review", (review.kind_name,), "kind", "kind"),
        ("Published by", _one(partnership), "partnership_as_printed", "partnership"),
        ("Published", _date(review.published_date), "published", "published"),
        ("Area", _one(place), "area", "partnership"),
        ("About", tuple(person_in_words(person) for person in people), "subject", "subject"),
        ("Outcome", _one(review.get_outcome_display() if review.outcome else ""), "outcome", "outcome"),
        ("When it happened", _date(review.incident_date), "incident", "incident"),
        ("Time looked at", _date(review.period_dates), "period", "period"),
        ("Written by", tuple(review.authors), "authors", "authors"),
    )
    facts = [
        Fact(name, values, field in checked, None if field in checked or not values else sources.get(evidence))
        for name, values, field, evidence in told
    ]
    length = _one(f"{pages:,} {'page' if pages == 1 else 'pages'}" if pages else "")
    return [*facts, Fact("Length", length, is_checked=True)]


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
