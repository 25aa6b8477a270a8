"""What stands between a review and its readers: every cause why it cannot be published, with the way to mend it.

A check is a function from a review and the rules to a cause, or None. To add a check, add it to CHECKS.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from people.models import User
from reviews.models import DeskRules, ItemKind, Review


@dataclass(frozen=True)
class Cause:
    """Why a review cannot be published, in words that follow "because", and the address where that is mended."""

    words: str
    address: str


Check = Callable[[Review, DeskRules], Cause | None]


def causes_against(review: Review) -> list[Cause]:
    """Return every cause why readers may not see the review yet; none where it can be published."""
    rules = DeskRules.now()
    return [cause for check in CHECKS if (cause := check(review, rules)) is not None]


def waits_for_second(review: Review, person: User) -> bool:
    """Return whether `person` may not publish it because somebody else must: nobody proposed it, or they did."""
    if not DeskRules.now().second_person_publishes:
        return False
    return review.proposed_by_id in (None, person.pk)


def no_partnership(review: Review, rules: DeskRules) -> Cause | None:
    """Return a cause where nobody knows whose review it is."""
    return None if review.partnership_id else Cause("it has no partnership", standing(review, "partnership"))


def no_date(review: Review, rules: DeskRules) -> Cause | None:
    """Return a cause where no date of publication is set."""
    return None if review.published else Cause("no date of publication is set", standing(review, "published"))


def unchecked(review: Review, rules: DeskRules) -> Cause | None:
    """Return a cause where more recommendations are unchecked than the rules allow."""
    count = review.items.current().of_kind(ItemKind.RECOMMENDATION).unchecked().count()
    if count <= rules.most_unchecked:
        return None
    allowed = f"at most {rules.most_unchecked} may be" if rules.most_unchecked else "none may be"
    words = f"{count} recommendation{'s are' if count > 1 else ' is'} unchecked ({allowed})"
    address = reverse("desk:check", args=[review.slug], query={"show": ItemKind.RECOMMENDATION.value})
    return Cause(words, address)


def private_words(review: Review, rules: DeskRules) -> Cause | None:
    """Return a cause where words may tell who somebody is, and nobody has looked at them."""
    count = review.private_words.open().count()
    if not count:
        return None
    words = f"{count} possible name{'s' if count > 1 else ''} or other private words are not looked at"
    return Cause(words, reverse("desk:privacy", args=[review.slug]))


def asked_to_take_down(review: Review, rules: DeskRules) -> Cause | None:
    """Return a cause where somebody asks for it to be taken down and has no answer yet."""
    case = review.problems.open().take_downs().first()
    if case is None:
        return None
    return Cause("somebody asks for it to be taken down, and is not answered", reverse("desk:problem", args=[case.pk]))


def embargoed(review: Review, rules: DeskRules) -> Cause | None:
    """Return a cause where the embargo has not ended."""
    if review.embargo_until is None or not review.is_embargoed:
        return None
    return Cause(f"it must not be seen before {date_format(review.embargo_until)}", standing(review, "embargo_until"))


def kept_too_long(review: Review, rules: DeskRules) -> Cause | None:
    """Return a cause where the time for which it is kept has ended."""
    if review.keep_until is None or review.keep_until >= timezone.localdate():
        return None
    return Cause(f"it was to be kept until {date_format(review.keep_until)} only", standing(review, "keep_until"))


def standing(review: Review, field: str) -> str:
    """Return the address of a field on the page that says where a review stands."""
    return f"{reverse('desk:standing', args=[review.slug])}#id_{field}"


CHECKS: tuple[Check, ...] = (
    no_partnership, no_date, unchecked, private_words, asked_to_take_down, embargoed, kept_too_long,
)  # fmt: skip
