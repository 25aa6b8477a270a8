"""Where a fact of a review stands in it: its words, and the way to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from reviews.models import Document, Item, Review


@dataclass(frozen=True)
class Source:
    """The words that a fact was read in, the address at which they stand, and what that place is called."""

    words: str
    address: str
    name: str


def sources_of(review: Review, documents: Sequence[Document], passages: Mapping[str, Item]) -> dict[str, Source]:
    """Return the sources of the review's facts by the names of the fields.

    `passages` are those that the evidence names, by their anchors. Words that no longer stand in their passage, since
    they were hidden or another reading put it otherwise, are no source.
    """
    shown = next((document for document in documents if document.gives_items and document.shows_pages), None)
    found = {}
    for field, told in review.evidence.items():
        passage = passages.get(told.get("item", ""))
        if passage is not None and _without_spaces(told["words"]) in _without_spaces(f"{passage.label}{passage.text}"):
            found[field] = Source(told["words"], *_place(review, passage, shown))
    return found


def anchors_in(review: Review) -> list[str]:
    """Return the anchors of the passages that the evidence names."""
    return [told["item"] for told in review.evidence.values() if told.get("item")]


def _place(review: Review, passage: Item, document: Document | None) -> tuple[str, str]:
    if document is not None and passage.page and passage.document_id == document.pk:
        page = reverse("source", args=[review.slug, document.pk, passage.page])
        return f"{page}?item={passage.anchor}", f"page {passage.page}"
    return passage.place_in(review), f"paragraph {passage.label}" if passage.label else "the text"


def _without_spaces(text: str) -> str:
    return "".join(text.split()).casefold()
