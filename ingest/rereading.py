"""Reading a review's documents again: asked for, shown what it would change, then put in place or left out.

No reading overwrites a person: what somebody confirmed or corrected stays, and where the two differ is listed.
"""

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from ingest.models import Rereading
from ingest.store.changes import Changes, changes
from ingest.store.placing import Place
from ingest.store.putting import paired_with, write
from reviews.corrections import in_hand
from reviews.history import record
from reviews.models import Act, Document, Review

if TYPE_CHECKING:
    from people.models import User


@transaction.atomic
def read_again(review: Review, *, by: "User") -> None:
    """Queue the documents that give the review its items; what was read and not put in place is read anew."""
    from ingest.tasks import read_document_again

    for document in review.documents.giving_items():
        Rereading.objects.filter(document=document).delete()
        Rereading.objects.create(document=document, asked_by=by)
        transaction.on_commit(partial(read_document_again.defer, document_id=document.pk))


def what_changes(rereading: Rereading) -> Changes:
    """Return what putting it in place would change now."""
    return changes(paired_with(_place(rereading.document), rereading.unpack()))


@transaction.atomic
def put_in_place(rereading: Rereading, *, by: "User") -> Changes:
    """Let the review be what was read now, but for what people said; return what that changed."""
    document = rereading.document
    in_hand(document.review)
    extracted = rereading.unpack()
    paired = paired_with(_place(document), extracted)
    changed = changes(paired)
    _renew(document, rereading)
    write(paired, document, extracted)
    counts = {"new": len(changed.new), "gone": len(changed.gone), "changed": len(changed.changed)}
    record(Act.READ_AGAIN, by=by, review=document.review, about=document.name, counts=counts)
    rereading.delete()
    return changed


def _place(document: Document) -> Place:
    return Place(document.role, document.review, same=document)


def _renew(document: Document, rereading: Rereading) -> None:
    """Set what a reading says of the file itself."""
    extracted = rereading.unpack()
    document.page_sizes = [list(size) for size in extracted.page_sizes]
    document.is_from_ocr = extracted.is_from_ocr
    document.pages_without_text = list(extracted.pages_without_text)
    document.machine_version = extracted.machine
    document.save(update_fields=["page_sizes", "is_from_ocr", "pages_without_text", "machine_version"])
