"""A reading and its place → document and items: a review's first, another file of it, a later edition, another part."""

from django.db.models import Q

from ingest.likeness import sketch_of
from ingest.models import Intake
from ingest.record import ExtractedReview
from ingest.store.changes import Pairing, changes, pairing
from ingest.store.evidence import write_evidence
from ingest.store.facts import new_review, write_facts
from ingest.store.items import write_items
from ingest.store.placing import Place
from ingest.store.private_words import write_private_words
from ingest.store.taggings import write_review_taggings
from reviews.corrections import in_hand
from reviews.history import record
from reviews.models import Act, Document, DocumentRole, Edition, Item, ItemKind, ItemState, Review
from reviews.models.document import KINDS_OF_ROLE, DocumentFormat

BEST_FORMAT_FIRST = list(DocumentFormat.values)


def put(place: Place, extracted: ExtractedReview, intake: Intake) -> tuple[Document, str]:
    """Store the reading in its place; return its document, and a sentence that says what became of it."""
    if place.review is None:
        review = new_review(extracted.facts, intake)
        document = _add_document(review, place.role, extracted, intake)
        write(pairing(review, [], extracted, set(ItemKind.values)), document, extracted)
        return document, f"A new review: {review.display_name}"
    if place.same is not None:
        return _put_same_text(place.same, place, extracted, intake)
    if place.replaces is not None:
        return _put_edition(place.replaces, place, extracted, intake)
    document = _add_document(place.review, place.role, extracted, intake)
    write(paired_with(place, extracted), document, extracted)
    return document, f"{document.get_role_display()} of {place.review.display_name}"


def paired_with(place: Place, extracted: ExtractedReview) -> Pairing:
    """Return which items of the place are which things of the reading."""
    if place.review is None:
        return Pairing([], [], {}, {})
    kinds = kinds_given(place.review, place.role)
    return pairing(place.review, line_of(place.same or place.replaces), extracted, kinds)


def line_of(document: Document | None) -> list[Document]:
    """Return the document that gives a text's items, with its other files and earlier editions; none for None."""
    return list(document.review.documents.in_line_with(document)) if document else []


def kinds_given(review: Review, role: str) -> set[str]:
    """Return the kinds of item that a document of this role gives to the review: beside a report only its own."""
    if role == DocumentRole.OVERVIEW or not _has_report(review):
        return set(ItemKind.values)
    return KINDS_OF_ROLE[DocumentRole(role)]


def _put_same_text(twin: Document, place: Place, extracted: ExtractedReview, intake: Intake) -> tuple[Document, str]:
    """Add another file of a text; the items are read from the form that keeps most of the layout."""
    review = twin.review
    message = f"The same text as “{twin.name}”: another document of {review.display_name}"
    if not twin.gives_items or _rank(extracted.is_from_ocr, extracted.format) >= _rank(twin.is_from_ocr, twin.format):
        return _add_document(review, twin.role, extracted, intake, text_of=twin), message
    paired = paired_with(place, extracted)
    Document.objects.filter(pk=twin.pk).update(gives_items=False)
    document = _add_document(review, twin.role, extracted, intake)
    review.documents.filter(Q(pk=twin.pk) | Q(text_of=twin)).update(text_of=document)
    review.documents.filter(replaced_by=twin).update(replaced_by=document)
    write(paired, document, extracted)
    return document, message


def _rank(is_from_ocr: bool, kind: str) -> tuple[bool, int]:
    """Return how much of a document's layout a form keeps, the best first."""
    return is_from_ocr, BEST_FORMAT_FIRST.index(kind)


def _put_edition(old: Document, place: Place, extracted: ExtractedReview, intake: Intake) -> tuple[Document, str]:
    """Let the reading take the place of an earlier edition, and keep what that changed."""
    review = old.review
    paired = paired_with(place, extracted)
    changed = changes(paired)
    line = [one.pk for one in line_of(old)]
    Document.objects.filter(pk__in=line).update(gives_items=False)
    document = _add_document(review, old.role, extracted, intake)
    Document.objects.filter(pk__in=line).update(replaced_by=document)
    write(paired, document, extracted)
    Edition.objects.create(
        review=review, document=document, replaced=old, made_by=intake.received_from, changes=changed.as_json()
    )
    counts = {"new": len(changed.new), "gone": len(changed.gone), "changed": len(changed.changed)}
    record(Act.EDITION, by=intake.received_from, review=review, about=intake.name, counts=counts)
    return document, f"A new edition of “{old.name}” of {review.display_name}"


def write(paired: Pairing, document: Document, extracted: ExtractedReview) -> None:
    """Write the items of a reading; a report, or what stands for it, also says what the review is about."""
    # An editor who saves at the same moment waits, or is waited for: what they said is then seen here.
    review = document.review
    in_hand(review)
    review.refresh_from_db()
    speaks_for_review = document.role == DocumentRole.OVERVIEW or not _has_report(review)
    if speaks_for_review:
        write_facts(review, extracted)
    write_items(paired, review, document, extracted.machine)
    if speaks_for_review:
        write_evidence(review, document, extracted)
        write_review_taggings(review, extracted)
    write_private_words(review, extracted)
    if document.role == DocumentRole.OVERVIEW:
        _leave_to_the_report(review)


def _has_report(review: Review) -> bool:
    return review.documents.giving_items().filter(role=DocumentRole.OVERVIEW).exists()


def _leave_to_the_report(review: Review) -> None:
    """Let what other documents told in the report's stead be told by the report alone; their addresses still answer."""
    for document in review.documents.giving_items().exclude(role=DocumentRole.OVERVIEW):
        told = Item.objects.filter(document=document, state=ItemState.CURRENT)
        told.exclude(kind__in=KINDS_OF_ROLE[DocumentRole(document.role)]).update(state=ItemState.SUPERSEDED)


def _add_document(
    review: Review, role: str, extracted: ExtractedReview, intake: Intake, *, text_of: Document | None = None
) -> Document:
    return Document.objects.create(
        review=review,
        role=role,
        name=intake.name,
        format=extracted.format,
        sha256=intake.sha256,
        size=intake.size,
        file=intake.file.name,
        page_sizes=[list(size) for size in extracted.page_sizes],
        is_from_ocr=extracted.is_from_ocr,
        pages_without_text=list(extracted.pages_without_text),
        sketch=sketch_of(passage.text for passage in extracted.passages),
        gives_items=text_of is None,
        text_of=text_of,
        machine_version=extracted.machine,
    )
