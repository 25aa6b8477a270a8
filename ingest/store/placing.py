"""Where a file that was read belongs: a review of its own, or one that is here; where unsure its sender is asked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ingest.kinship import Features, Kin, Kinship, Known, kinship_of, role_of
from ingest.likeness import sketch_of
from ingest.models import Intake
from ingest.record import ExtractedReview
from reviews.claims import bounds
from reviews.models import Document, DocumentRole, Review

if TYPE_CHECKING:
    from people.models import User


class Asked(Exception):
    """Somebody must say where the file belongs; `offer` is what they are asked, as JSON."""

    def __init__(self, offer: dict[str, Any]) -> None:
        self.offer = offer
        super().__init__(offer)


@dataclass(frozen=True)
class Place:
    """Where a file belongs. `review` is None for one of its own; `same` and `replaces` are documents of the review."""

    role: str = DocumentRole.OVERVIEW
    review: Review | None = None
    same: Document | None = None
    replaces: Document | None = None


def place_of(extracted: ExtractedReview, intake: Intake) -> Place:
    """Return where the file belongs: as somebody answered, as the manifest says, or as it is recognised.

    Raises Asked where somebody sent it and can be asked; the command line takes what is likeliest. What somebody else's
    desk holds is never added to without asking: the answer can then only be a review of its own, or none.
    """
    role = intake.given.get("role") or role_of(extracted.facts.title, intake.name)
    if intake.answer:
        return _as_answered(intake.answer, role)
    new, together = features_of(extracted, role), _sent_together(intake)
    if together is not None:
        return _beside(together, new, role)
    kinship = kinship_of(new, _known(extracted, intake))
    if kinship is None:
        return Place(role)
    if intake.received_from is not None and not (kinship.is_sure and _is_theirs(kinship, intake.received_from)):
        raise Asked(_offer(kinship))
    return _as_recognised(kinship, role)


def features_of(extracted: ExtractedReview, role: str) -> Features:
    """Return what tells the file that was read from others."""
    facts = extracted.facts
    return Features(
        form=(extracted.format, extracted.is_from_ocr),
        sketch=tuple(sketch_of(passage.text for passage in extracted.passages)),
        subject=facts.subject or "",
        area=facts.area or "",
        incident=_days(facts.incident),
        published=_days(facts.published),
        role=role,
    )


def _is_theirs(kinship: Kinship, sender: "User") -> bool:
    return Review.objects.editable_by(sender).filter(pk=kinship.known.review).exists()


def _beside(review: Review, new: Features, role: str) -> Place:
    """Return the place of a file that was sent as one of a review's; a second report of it is a later edition."""
    giving = list(review.documents.giving_items())
    kinship = kinship_of(new, [_known_document(document) for document in giving])
    if kinship and kinship.kin == Kin.SAME:
        return _as_recognised(kinship, role)
    report = next((document for document in giving if document.role == DocumentRole.OVERVIEW), None)
    return Place(role, review, replaces=report if role == DocumentRole.OVERVIEW else None)


def _as_answered(answer: dict[str, Any], role: str) -> Place:
    """Return the place that was answered; where another file took over meanwhile, beside that one."""
    document = Document.objects.filter(pk=answer["document"] or 0).select_related("review").first()
    if document is None or answer["as"] == "own":
        return Place(answer.get("role") or role)
    document = document.replaced_by or document.text_of or document
    if answer["as"] == Kin.SAME:
        return Place(document.role, document.review, same=document)
    part = answer.get("role") or role
    second_report = part == DocumentRole.OVERVIEW == document.role
    if answer["as"] == Kin.EDITION or second_report:
        return Place(document.role, document.review, replaces=document)
    return Place(part, document.review)


def _as_recognised(kinship: Kinship, role: str) -> Place:
    """Return the place that is taken where nobody is asked: nothing is shown twice, and nothing is replaced."""
    document = Document.objects.select_related("review").get(pk=kinship.known.document)
    if kinship.kin == Kin.PART:
        return Place(kinship.role, document.review)
    return Place(document.role, document.review, same=document) if kinship.by_text else Place(role)


def _sent_together(intake: Intake) -> Review | None:
    """Return the review of the files that the manifest gives the same word, where one of them was stored already."""
    word = intake.given.get("review")
    if not word or intake.batch is None:
        return None
    stored = intake.batch.intakes.done().exclude(pk=intake.pk).with_documents()
    for other in stored:
        if other.given.get("review") == word and other.document:
            return other.document.review
    return None


def _known(extracted: ExtractedReview, intake: Intake) -> list[Known]:
    """Return the documents that the file may be kin to.

    Only reviews of the same desk and those that everybody may see are compared: an upload must not reveal that
    another partnership holds the same unpublished review.
    """
    giving = Document.objects.of_desk_or_open(intake.held_by).giving_items()
    sketch = sketch_of(passage.text for passage in extracted.passages)
    facts = extracted.facts
    alike = giving.alike(sketch)
    of_case = giving.of_case(facts.subject or "", facts.area or "")
    found = {document.pk: document for documents in (alike, of_case) for document in documents.select_related("review")}
    return [_known_document(document) for document in found.values()]


def _known_document(document: Document) -> Known:
    review = document.review
    features = Features(
        form=(document.format, document.is_from_ocr),
        sketch=tuple(document.sketch),
        subject=review.subject,
        area=review.area,
        incident=_days(review.incident),
        published=_days(review.published),
        role=document.role,
    )
    return Known(document.pk, review.pk, features, has_overview=document.role == DocumentRole.OVERVIEW)


def _offer(kinship: Kinship) -> dict[str, Any]:
    return {"kin": kinship.kin, "document": kinship.known.document, "role": kinship.role, "why": kinship.why}


def _days(edtf: str | None) -> Any:
    first, last = bounds(edtf or "")
    return (first, last) if first and last else None
