"""The sentence that says, before a review is read, what it describes."""

from collections.abc import Sequence

from reviews.models import Person, Review
from reviews.models.review_choices import Outcome


def content_note(review: Review, people: Sequence[Person]) -> str:
    """Return what a review describes, in plain words: "This review describes how a child died."."""
    whom = whom_it_is_about(people)
    several = len(people) > 1
    if review.outcome == Outcome.DEATH:
        return f"This review describes how {whom} died."
    if review.outcome == Outcome.SERIOUS_HARM:
        return f"This review describes how {whom} {'were' if several else 'was'} seriously harmed."
    return f"This review describes harm to {whom}."


def whom_it_is_about(people: Sequence[Person]) -> str:
    """Return "a child", "adults", "people" and the like."""
    roles = {person.role for person in people}
    if roles == {Person.Role.CHILD}:
        return "a child" if len(people) == 1 else "children"
    if roles == {Person.Role.ADULT}:
        return "an adult" if len(people) == 1 else "adults"
    return "people" if roles else "a person"
