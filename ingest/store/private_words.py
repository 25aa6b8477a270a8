"""What may tell who somebody is in a document → its rows, for an editor to look at."""

from ingest.record import ExtractedReview
from reviews.models import Review
from reviews.privacy.hiding import cover
from reviews.privacy.listing import list_private_words


def write_private_words(review: Review, extracted: ExtractedReview) -> None:
    """List the words that are new, and take out what is hidden already. The review's items must be stored first."""
    list_private_words(review, (passage.text for passage in extracted.passages))
    if review.private_words.hidden().exists():
        cover(review)
