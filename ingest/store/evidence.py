"""Where each fact of a review was read → its row, so that a fact leads to its words."""

from ingest.record import ExtractedReview
from reviews.models import Document, ItemKind, Review


def write_evidence(review: Review, document: Document, extracted: ExtractedReview) -> None:
    """Keep the words and page of each fact, and the passage that they stand in where it can be told.

    The review's items must be stored first.
    """
    passages = document.items.of_kind(ItemKind.PASSAGE).current()
    anchors = dict(passages.values_list("position", "anchor"))
    review.evidence = {
        field: {"words": words, "page": page, "item": anchors.get(passage_with(extracted, words, page), "")}
        for field, (words, page) in extracted.facts.evidence.items()
    }
    review.save(update_fields=["evidence"])


def passage_with(extracted: ExtractedReview, words: str, page: int | None) -> int:
    """Return the index of the first passage on the page that holds the words, whatever its spaces; -1 for none."""
    wanted = _without_spaces(words)
    return next(
        (
            index
            for index, passage in enumerate(extracted.passages)
            if passage.page == page and wanted in _without_spaces(f"{passage.number or ''}{passage.text}")
        ),
        -1,
    )


def _without_spaces(text: str) -> str:
    return "".join(text.split()).casefold()
