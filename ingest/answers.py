"""What an editor says of a file that waits: what it is, that it may be put in place, or that it is left out."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction

from ingest.intake import queue
from ingest.models import Intake, IntakeState, Reading
from reviews.history import record
from reviews.models import Act, Document, Review
from reviews.privacy.listing import not_listed

if TYPE_CHECKING:
    from people.models import User


class NotTheirs(Exception):
    """This person may not change the review that the file was offered to belong to."""


@transaction.atomic
def say_what_it_is(intake: Intake, *, kin: str, role: str, by: "User") -> None:
    """Queue the intake to be stored as `kin` of the document that was offered: same, edition, part, or own.

    Raises NotTheirs where the review is not `by`'s to add to.
    """
    review = review_of(intake)
    if kin != "own" and not is_theirs(review, by):
        raise NotTheirs
    answer: dict[str, Any] = {"as": kin, "document": intake.offer.get("document"), "role": role}
    _go_on(intake, answer)
    shown = review if kin != "own" else None
    record(Act.FILE_PLACED, by=by, review=shown, partnership=intake.held_by, about=intake.name, kin=kin)


@transaction.atomic
def put_in_place(intake: Intake, *, by: "User") -> None:
    """Queue the intake to be stored now, although readers see its review. Raises NotTheirs."""
    review = review_of(intake)
    if not is_theirs(review, by):
        raise NotTheirs
    beside = intake.offer.get("document") or _any_document(intake.offer.get("review"))
    answer = {"as": intake.offer["kin"], "document": beside, "role": intake.offer["role"], "go": True}
    _go_on(intake, answer)
    record(Act.FILE_PLACED, by=by, review=review, about=intake.name, kin=intake.offer["kin"])


@transaction.atomic
def leave_out(intake: Intake, *, by: "User") -> None:
    """Do not take the file in after all; nothing of it is kept."""
    intake.state, intake.message = IntakeState.REFUSED, f"{by} left it out."
    name, intake.file = intake.file.name, None
    intake.save()
    Reading.objects.filter(intake=intake).delete()
    record(Act.FILE_LEFT_OUT, by=by, partnership=intake.held_by, about=intake.name)
    transaction.on_commit(lambda: forget_file(name or ""))


def forget_file(name: str) -> None:
    """Remove the bytes of a file that no document and no waiting intake has any more."""
    if name and not _is_needed(name):
        (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)


def _is_needed(name: str) -> bool:
    return Document.objects.filter(file=name).exists() or Intake.objects.filter(file=name).exists()


def _go_on(intake: Intake, answer: dict[str, Any]) -> None:
    intake.answer, intake.state, intake.attempts = answer, IntakeState.RECEIVED, 0
    intake.save()
    queue(intake)


def document_of(intake: Intake) -> Document | None:
    """Return the document that the intake was found to be like."""
    return Document.objects.filter(pk=intake.offer.get("document")).select_related("review").first()


def review_of(intake: Intake) -> Review | None:
    """Return the review that the intake was offered to belong to."""
    document = document_of(intake)
    return document.review if document else Review.objects.filter(pk=intake.offer.get("review")).first()


def private_words_in(intake: Intake) -> list[str]:
    """Return the words of a waiting reading that may tell who somebody is and that its review has no decision on."""
    reading, review = Reading.objects.filter(intake=intake).first(), review_of(intake)
    if reading is None or review is None:
        return []
    return not_listed(review, (passage.text for passage in reading.unpack().passages))


def is_theirs(review: Review | None, person: "User") -> bool:
    """Return whether the person may add to the review."""
    return review is not None and Review.objects.editable_by(person).filter(pk=review.pk).exists()


def _any_document(review: int | None) -> int | None:
    return Document.objects.filter(review=review).values_list("pk", flat=True).first()
