"""Timelines of several reviews on one axis: by date, or by the age of the child that each is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reviews.models import Item, Person, Review
from reviews.timeline.drawing import Drawing, draw
from reviews.timeline.moments import Lane, Moment, moments_of

MOST_COMPARED = 4
# By age, everybody is born on this day: what is drawn are the days since.
BIRTH = date(2000, 1, 1)
DAYS_OF = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen")  # fmt: skip
# "7 weeks", "nine years old", "4", "aged 14 months".
AGE = re.compile(rf"\b(\d{{1,2}}|{'|'.join(WORDS)})\b(?:[\s-]*(day|week|month|year))?", re.IGNORECASE)


@dataclass(frozen=True)
class Compared:
    """One review on the axis: its name, its moments there, and whether it can be placed at all."""

    review: Review
    moments: tuple[Moment, ...]
    is_placed: bool


@dataclass(frozen=True)
class Comparison:
    """The picture of all, the reviews, and every event in the order of the axis with its review."""

    drawing: Drawing | None
    compared: tuple[Compared, ...]

    @property
    def told(self) -> list[tuple[Moment, Review]]:
        """Every event with its review, in the order of the axis."""
        pairs = [(moment, one.review) for one in self.compared for moment in one.moments]
        return sorted(pairs, key=lambda pair: (pair[0].first, pair[0].last))

    @property
    def not_placed(self) -> list[Review]:
        """The reviews of which nothing can be drawn."""
        return [one.review for one in self.compared if not one.is_placed]


def comparison_of(
    reviews: Sequence[Review], events: Sequence[Item], people: Sequence[Person], *, by_age: bool
) -> Comparison:
    """Return the comparison of reviews from their events and people."""
    compared = [_compared(one, events, people, by_age=by_age) for one in reviews]
    lanes = [Lane(one.review.slug, one.review.display_name, len(one.moments)) for one in compared if one.moments]
    moments = [moment for one in compared for moment in one.moments]
    return Comparison(draw(moments, lanes, born=BIRTH if by_age else None), tuple(compared))


def birth_of(review: Review, people: Sequence[Person]) -> date | None:
    """Return about when the one child of a review was born: their age before the incident; None where not known."""
    children = [one for one in people if one.role == Person.Role.CHILD]
    incident = review.incident_earliest
    age = age_in_days(children[0].age_as_printed) if len(children) == 1 else None
    return incident - timedelta(days=age) if incident and age is not None else None


def age_in_days(printed: str) -> int | None:
    """Return an age as printed in days; where it is in years, half a year more, since it may be all but the next."""
    found = AGE.search(printed)
    if found is None:
        return None
    number = WORDS.index(found[1].lower()) + 1 if found[1].lower() in WORDS else int(found[1])
    unit = (found[2] or "year").lower()
    return round((number + (0.5 if unit == "year" else 0)) * DAYS_OF[unit])


def age_in_words(day: date) -> str:
    """Return how old somebody is on a day of the axis by age: "3 years, 2 months", "before birth"."""
    if day < BIRTH:
        return "before birth"
    months = int((day - BIRTH).days / DAYS_OF["month"])
    years, months = divmod(months, 12)
    said = [
        f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((years, "year"), (months, "month")) if count
    ]
    return ", ".join(said) or "under 1 month"


def _about_age(day: date) -> str:
    """Return an age that is worked out, so that it is about right: "about 3 years, 2 months old"."""
    if day < BIRTH:
        return age_in_words(day)
    months_old = (day - BIRTH).days >= DAYS_OF["month"]
    return f"{'about ' if months_old else ''}{age_in_words(day)} old"


def _compared(review: Review, events: Sequence[Item], people: Sequence[Person], *, by_age: bool) -> Compared:
    own = sorted((item for item in events if item.review_id == review.pk), key=lambda item: item.event.order)
    moments = [replace(one, lanes=(review.slug,)) for one in moments_of(own, [])]
    moments = [replace(one, address=item.place_in(review)) for one, item in zip(moments, _dated(own), strict=True)]
    if not by_age:
        return Compared(review, tuple(moments), is_placed=bool(moments))
    born = birth_of(review, [one for one in people if one.review_id == review.pk])
    if born is None:
        return Compared(review, (), is_placed=False)
    return Compared(review, tuple(_at_age(one, born) for one in moments), is_placed=bool(moments))


def _dated(events: Sequence[Item]) -> list[Item]:
    return [item for item in events if item.event.earliest or item.event.latest]


def _at_age(moment: Moment, born: date) -> Moment:
    first, last = (BIRTH + (day - born) for day in (moment.first, moment.last))
    said = f"{_about_age(first)} ({moment.date_in_words})"
    return replace(moment, first=first, last=last, date_in_words=said)
