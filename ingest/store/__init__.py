"""Extracted review → database, in one transaction; reading again keeps addresses and what people said."""

from dataclasses import asdict
from typing import Any

from django.db import connection, transaction

from ingest.models import Intake
from ingest.record import ExtractedReview
from ingest.store.changes import changes
from ingest.store.given import write_given
from ingest.store.placing import Asked, Place, place_of
from ingest.store.putting import paired_with, put
from reviews.models import Document
from reviews.publishing import publish

__all__ = ["Asked", "Held", "preview", "store"]

# The number of the lock under which reviews are stored: two workers that store two formats of one review at the same
# moment must not each make a review of it.
STORING_LOCK = 7_201_866


class Held(Exception):
    """Readers would see what nobody has looked at: somebody must put it in place. `changes` is what it would change."""

    def __init__(self, place: Place, what: dict[str, Any]) -> None:
        self.place, self.changes = place, what
        super().__init__(what)


@transaction.atomic
def store(extracted: ExtractedReview, intake: Intake) -> tuple[Document, str]:
    """Store what was read of an intake; return its document, and a sentence that says what became of it.

    Raises Asked where somebody must say where it belongs, Held where it belongs to a published review and nobody has
    put it in place; then nothing is stored.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [STORING_LOCK])
    place = place_of(extracted, intake)
    if place.review and place.review.is_published and intake.received_from and not intake.answer.get("go"):
        raise Held(place, preview(extracted, place))
    document, message = put(place, extracted, intake)
    if intake.given:
        message += write_given(document.review, intake)
    if intake.publish and not document.review.is_published:
        publish(document.review, by=intake.received_from)
    return document, message


def preview(extracted: ExtractedReview, place: Place) -> dict[str, Any]:
    """Return what putting the reading in its place would change, as JSON."""
    return asdict(changes(paired_with(place, extracted))) if place.review else {}
