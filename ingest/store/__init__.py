"""Extracted review → database, in one transaction; reading again keeps addresses and what people said."""

from django.db import connection, transaction

from ingest.likeness import SAME_TEXT, resemblance, sketch_of
from ingest.models import Intake
from ingest.record import ExtractedReview
from ingest.store.evidence import write_evidence
from ingest.store.facts import new_review, write_facts
from ingest.store.given import write_given
from ingest.store.items import write_items
from ingest.store.taggings import write_review_taggings
from reviews.models import Document, Review
from reviews.models.document import DocumentFormat
from reviews.publishing import publish

# The number of the lock under which reviews are stored: two workers that store two formats of one review at the same
# moment must not each make a review of it.
STORING_LOCK = 7_201_866
BEST_FORMAT_FIRST = list(DocumentFormat.values)


@transaction.atomic
def store(extracted: ExtractedReview, intake: Intake) -> tuple[Document, str]:
    """Store what was read of an intake; return its document, and a sentence that says what became of it.

    The same text in another format becomes another document of the review that is here. Its items are read from the
    format that keeps most of the layout; addresses are kept when a better one takes over.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [STORING_LOCK])
    sketch = sketch_of(passage.text for passage in extracted.passages)
    twin = _same_text(sketch, intake)
    if twin is None:
        review = new_review(extracted.facts, intake)
        document = _add_document(review, extracted, intake, sketch, gives_items=True)
        message = f"A new review: {review.display_name}"
    else:
        review = twin.review
        is_better = BEST_FORMAT_FIRST.index(extracted.format) < BEST_FORMAT_FIRST.index(twin.format)
        if is_better:
            Document.objects.filter(pk=twin.pk).update(gives_items=False)
        document = _add_document(review, extracted, intake, sketch, gives_items=is_better)
        message = f"The same text as “{twin.name}”: another document of {review.display_name}"
    if document.gives_items:
        _write(review, document, extracted)
    if intake.given:
        message += write_given(review, intake)
    if intake.publish and not review.is_published:
        publish(review, by=intake.received_from)
    return document, message


def _write(review: Review, document: Document, extracted: ExtractedReview) -> None:
    write_facts(review, extracted)
    write_items(review, document, extracted)
    write_evidence(review, document, extracted)
    write_review_taggings(review, extracted)


def _same_text(sketch: list[int], intake: Intake) -> Document | None:
    """Return the document that gives the items of the most alike review, where one is the same text.

    Only reviews of the same desk and those that everybody may see are compared: an upload must not reveal that
    another partnership holds the same unpublished review.
    """
    candidates = Document.objects.alike(sketch).of_desk_or_open(intake.held_by).filter(gives_items=True)
    likeness = {document: resemblance(sketch, document.sketch) for document in candidates.select_related("review")}
    best = max(likeness, key=lambda document: likeness[document], default=None)
    return best if best and likeness[best] >= SAME_TEXT else None


def _add_document(
    review: Review, extracted: ExtractedReview, intake: Intake, sketch: list[int], *, gives_items: bool
) -> Document:
    return Document.objects.create(
        review=review,
        name=intake.name,
        format=extracted.format,
        sha256=intake.sha256,
        size=intake.size,
        file=intake.file.name,
        page_sizes=[list(size) for size in extracted.page_sizes],
        is_from_ocr=extracted.is_from_ocr,
        pages_without_text=list(extracted.pages_without_text),
        sketch=sketch,
        gives_items=gives_items,
        machine_version=extracted.machine,
    )
