"""The list of a review's private words: what was found in it, where it stands, and what an editor decides."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from reviews.history import record
from reviews.models import Act, Decision, Item, PrivateKind, PrivateWords, Review
from reviews.models.private_words import LONGEST
from reviews.privacy.finding import Found, private_words
from reviews.privacy.hiding import cover
from reviews.privacy.veil import Veil, pattern_of

if TYPE_CHECKING:
    from people.models import User

# So many letters before and after the words tell what they are about.
AROUND = 60
MOST_PLACES = 5


class NotInTheText(ValueError):
    """These words do not stand in this review. Copy them from the page as they stand there."""


@dataclass(frozen=True)
class PlaceOfWords:
    """One place of private words: what stands before and after them, and the passage."""

    before: str
    words: str
    after: str
    passage: Item


def list_private_words(review: Review, texts: Iterable[str]) -> None:
    """Add what may tell who somebody is and is not listed yet. The names that the review gives itself are fine."""
    authors = {author.casefold() for author in review.authors}
    PrivateWords.objects.bulk_create(
        (
            PrivateWords(
                review=review, kind=one.kind, words=one.words,
                decision=Decision.FINE if one.words.casefold() in authors else Decision.OPEN,
            )
            for one in _not_its_own(review, texts)
        ),
        ignore_conflicts=True,
    )  # fmt: skip


def not_listed(review: Review, texts: Iterable[str]) -> list[str]:
    """Return the words in the texts that may tell who somebody is and that nobody was asked about yet."""
    listed = {words.casefold() for words in review.private_words.values_list("words", flat=True)}
    authors = {author.casefold() for author in review.authors}
    found = (one.words for one in _not_its_own(review, texts))
    return [words for words in found if words.casefold() not in listed | authors]


def _not_its_own(review: Review, texts: Iterable[str]) -> list[Found]:
    """Return what is found in the texts, without the names that the review itself goes by."""
    people = review.people.values_list("name", flat=True)
    own = {name.casefold() for name in (review.subject, review.area, *people)}
    return [one for one in private_words(texts) if len(one.words) <= LONGEST and one.words.casefold() not in own]


def look_again(review: Review) -> None:
    """List what is in the text now."""
    list_private_words(review, (plain_text(item) for item in review.items.text_passages()))


def plain_text(item: Item) -> str:
    """Return the words of an item, hidden ones too."""
    return str(item.plain.get("text", item.text))


def places_of(review: Review, listed: Iterable[PrivateWords]) -> dict[int, list[PlaceOfWords]]:
    """Return some of the places of each of the listed words, by its id."""
    patterns = {one.pk: re.compile(pattern_of(one.words), re.IGNORECASE) for one in listed}
    places: dict[int, list[PlaceOfWords]] = defaultdict(list)
    for item in review.items.text_passages().select_related("document"):
        text = plain_text(item)
        for pk, pattern in patterns.items():
            if len(places[pk]) < MOST_PLACES and (match := pattern.search(text)):
                before, after = text[: match.start()][-AROUND:], text[match.end() :][:AROUND]
                places[pk].append(PlaceOfWords(before, match[0], after, item))
    return places


@transaction.atomic
def decide(review: Review, decisions: Mapping[int, str], *, by: "User") -> int:
    """Store what an editor decided of listed words, by their ids; return how many decisions are new."""
    Review.objects.select_for_update().get(pk=review.pk)
    changed = [one for one in review.private_words.all() if decisions.get(one.pk, one.decision) != one.decision]
    counts: dict[str, int] = defaultdict(int)
    was_hidden = any(one.is_hidden for one in changed)
    for one in changed:
        acts = {Decision.FINE: Act.FOUND_FINE, Decision.HIDDEN: Act.HID}
        counts[acts.get(Decision(decisions[one.pk]), Act.SHOWED_AGAIN)] += 1
        one.decision, one.decided_by, one.decided_at = decisions[one.pk], by, timezone.now()
        one.save()
    for act, count in counts.items():
        record(Act(act), by=by, review=review, count=count)
    if was_hidden or any(one.is_hidden for one in changed):
        cover(Review.objects.get(pk=review.pk))
    return len(changed)


@transaction.atomic
def hide(review: Review, words: str, *, by: "User") -> PrivateWords:
    """Hide words that an editor names, wherever they stand. Raises NotInTheText."""
    plain = " ".join(words.split())
    veil = Veil((plain,))
    if not plain or not veil.count(plain_text(item) for item in review.items.all()):
        raise NotInTheText
    one = review.private_words.filter(words__iexact=plain).first()
    one = one or PrivateWords.objects.create(review=review, kind=PrivateKind.OTHER, words=plain[:LONGEST])
    decide(review, {one.pk: Decision.HIDDEN}, by=by)
    return one
