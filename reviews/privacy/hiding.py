"""Hiding words wherever they stand in a review, and showing them again.

What search, lists, packs and exports read is the row that is shown: hidden words are taken out of it. What stood there
is kept beside it, in `plain`, for those who work on the review.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from reviews.models import Item, ItemKind, Review, Tagging
from reviews.models.likeness import Likeness
from reviews.models.private_words import PrivateWords
from reviews.naming import display_name
from reviews.partial_dates import PartialDate
from reviews.privacy.veil import MASK, Veil

ITEM_COLUMNS = ("label", "heading", "text")
LONGEST_LABEL = 120
DETAIL_COLUMNS: dict[str, tuple[str, ...]] = {
    ItemKind.PASSAGE: ("rows",),
    ItemKind.FINDING: (),
    ItemKind.RECOMMENDATION: ("addressee", "group"),
    ItemKind.ACTION: ("agency", "recommendation", "outcome", "steps", "lead", "timescale", "measure"),
    ItemKind.EVENT: ("date_as_printed", "date_worked_out"),
}
REVIEW_COLUMNS = ("title", "subject", "partnership_as_printed", "area", "authors", "abstract", "evidence")


def veil_of(review: Review) -> Veil:
    """Return the words that are hidden in a review."""
    return Veil(tuple(PrivateWords.objects.filter(review=review).hidden().values_list("words", flat=True)))


def cover_item(item: Item, detail: Any, veil: Veil) -> None:
    """Take hidden words out of an item and its own row, and keep what stood there; the caller saves both."""
    plain: dict[str, Any] = {}
    for holder, column in _columns(item, detail):
        shown = getattr(holder, column)
        covered = veil.over_all(shown)
        if covered != shown:
            plain[column] = shown
            setattr(holder, column, covered[:LONGEST_LABEL] if column == "label" else covered)
    if item.kind == ItemKind.EVENT and MASK in detail.date_as_printed:
        plain["date"] = detail.date
        detail.date = _year_of(detail.date)
        detail.earliest, detail.latest = PartialDate(detail.date).earliest, PartialDate(detail.date).latest
    item.plain = plain


def uncover_item(item: Item, detail: Any) -> None:
    """Put back what stood in an item before words in it were hidden; the caller saves both."""
    for holder, column in [*_columns(item, detail), (detail, "date")]:
        if column in item.plain:
            setattr(holder, column, item.plain[column])
    if "date" in item.plain:
        detail.earliest, detail.latest = PartialDate(detail.date).earliest, PartialDate(detail.date).latest
    item.plain = {}


def cover_facts(review: Review, veil: Veil) -> None:
    """Take hidden words out of what is shown of the review itself and its people; the caller saves it."""
    plain: dict[str, Any] = {}
    for column in REVIEW_COLUMNS:
        shown = getattr(review, column)
        covered = veil.over_all(shown)
        if covered != shown:
            plain[column] = shown
            setattr(review, column, covered)
    review.plain = plain
    if plain:
        name_anew(review)
    _cover_people(review, veil)


def uncover_facts(review: Review) -> None:
    """Put back what stood in the review and its people before words were hidden; the caller saves it."""
    _uncover_people(review)
    for column, value in review.plain.items():
        setattr(review, column, value)
    if review.plain:
        name_anew(review)
    review.plain = {}


def name_anew(review: Review) -> None:
    """Set the display name from the facts that are shown."""
    review.display_name = display_name(
        subject=review.subject, area=review.area, kind=review.kind, published=review.published, title=review.title
    )


@transaction.atomic
def cover(review: Review) -> None:
    """Make everything that is shown of a review agree with what is hidden in it now; store it."""
    veil = veil_of(review)
    uncover_facts(review)
    cover_facts(review, veil)
    review.save()
    for item in review.items.with_details():
        _cover_again(item, veil)
    for tagging in Tagging.objects.of_review(review):
        evidence = veil.over(tagging.evidence)
        if evidence != tagging.evidence:
            Tagging.objects.filter(pk=tagging.pk).update(evidence=evidence)
    _cover_likenesses(review, veil)
    review.documents.update(is_offered=not veil)


def _cover_likenesses(review: Review, veil: Veil) -> None:
    """Name no hidden word as one that two items have in common, until what is alike is worked out anew."""
    pieces = {piece for words in veil.words for piece in re.findall(r"\w+", words.casefold())}
    for likeness in Likeness.objects.about(review):
        kept = [word for word in likeness.words if word.casefold() not in pieces]
        if kept != likeness.words:
            Likeness.objects.filter(pk=likeness.pk).update(words=kept)


def _cover_people(review: Review, veil: Veil) -> None:
    """Take hidden names from the people of the review; each keeps a name of their own, as the database asks."""
    named = {str(person.pk): person.name for person in review.people.all() if veil.over(person.name) != person.name}
    for number, (pk, _) in enumerate(named.items(), start=1):
        review.people.filter(pk=pk).update(name=f"{MASK} {number}")
    if named:
        review.plain = {**review.plain, "people": named}


def _uncover_people(review: Review) -> None:
    for pk, name in review.plain.pop("people", {}).items():
        review.people.filter(pk=pk).update(name=name)


def _cover_again(item: Item, veil: Veil) -> None:
    detail = getattr(item, item.kind, None)
    was = item.plain
    uncover_item(item, detail)
    cover_item(item, detail, veil)
    if item.plain != was:
        item.save()
        if detail is not None:
            detail.save()


def _columns(item: Item, detail: Any) -> Iterator[tuple[Any, str]]:
    yield from ((item, column) for column in ITEM_COLUMNS)
    if detail is not None:
        yield from ((detail, column) for column in DETAIL_COLUMNS[item.kind])


def _year_of(edtf: str) -> str:
    when = PartialDate(edtf)
    day = when.earliest or when.latest
    return f"{day.year:04}" if day else edtf
