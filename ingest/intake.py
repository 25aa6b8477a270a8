"""Receiving files: they are kept, looked up among those known, and queued to be read."""

from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from ingest.keeping import NoRoom, fingerprint_of, keep
from ingest.models import Batch, Intake, IntakeState
from reviews.history import record
from reviews.models import Act, Document

if TYPE_CHECKING:
    from people.models import User
    from reviews.models import Partnership


class RefusedFile(Exception):
    """The file was not taken in; the message says why and what to do."""


class AlreadyHere(RefusedFile):
    """The very same file is a document already; `document` is its twin."""

    def __init__(self, name: str, document: Document) -> None:
        self.document = document
        super().__init__(f"“{name}” is here already: it is a document of “{document.review.display_name}”.")


class OnItsWay(RefusedFile):
    """The very same file waits to be read; `intake` is its twin."""

    def __init__(self, name: str, intake: Intake) -> None:
        self.intake = intake
        waits = " and needs your answer" if intake.is_waiting else ""
        super().__init__(f"“{name}” is being read already{waits}.")


def receive(
    file: IO[bytes],
    *,
    name: str,
    received_from: "User | None" = None,
    held_by: "Partnership | None" = None,
    publish: bool = False,
    batch: Batch | None = None,
    given: dict[str, Any] | None = None,
) -> Intake:
    """Keep the file and queue it to be read; return its intake. `given` are facts that somebody gives with it.

    Raises RefusedFile for an empty or too large file, or where there is no room; AlreadyHere or OnItsWay for one that
    is known. Either the file, its row and its job are all there afterwards, or none of them.
    """
    fingerprint = fingerprint_of(file)
    _refuse_by_size(name, fingerprint.size)
    _refuse_known(name, fingerprint.sha256, received_from)
    try:
        path = keep(file, fingerprint.sha256, Path(name).suffix.lower())
    except NoRoom as failure:
        raise RefusedFile(f"“{name}”: {failure}") from failure
    intake = Intake(
        name=Path(name).name[:255], size=fingerprint.size, sha256=fingerprint.sha256, file=path,
        received_from=received_from, held_by=held_by, publish=publish, batch=batch, given=given or {},
    )  # fmt: skip
    try:
        with transaction.atomic():
            intake.save()
            record(Act.FILE_RECEIVED, by=received_from, partnership=held_by, about=intake.name, size=intake.size)
            queue(intake)
    except IntegrityError:
        # Somebody sent the same file at the same moment, and was first.
        _refuse_known(name, fingerprint.sha256, received_from)
        raise
    return intake


def try_again(intake: Intake, *, by: "User | None" = None) -> None:
    """Queue a failed intake once more. Raises RefusedFile where its bytes are gone."""
    if not intake.file.name or not default_storage.exists(intake.file.name):
        raise RefusedFile(f"“{intake.name}” is no longer kept here: upload it again.")
    with transaction.atomic():
        intake.state, intake.failure, intake.message = IntakeState.RECEIVED, "", ""
        intake.attempts, intake.pages_read, intake.finished_at = 0, 0, None
        intake.save()
        record(Act.FILE_TRIED_AGAIN, by=by, partnership=intake.held_by, about=intake.name)
        queue(intake)


def queue(intake: Intake) -> None:
    """Add the job that reads the intake; it is seen by workers when the transaction is done."""
    from ingest.tasks import read_intake

    read_intake.defer(intake_id=intake.pk)


def _refuse_by_size(name: str, size: int) -> None:
    if size == 0:
        raise RefusedFile(f"“{name}” is empty. Check the file and upload it again.")
    if size > settings.UPLOAD_LIMIT_MIB * 2**20:
        raise RefusedFile(too_large(name))


def too_large(name: str) -> str:
    """Return the sentence for a file above the limit."""
    limit = settings.UPLOAD_LIMIT_MIB
    return f"“{name}” is larger than {limit} MB. Save it with smaller pictures, or split it, and upload that."


def _refuse_known(name: str, sha256: str, received_from: "User | None") -> None:
    """Refuse a file that its sender can see here already; what they may not see, they are not told of."""
    documents = Document.objects.all() if received_from is None else Document.objects.visible_to(received_from)
    document = documents.filter(sha256=sha256).select_related("review").first()
    if document:
        raise AlreadyHere(name, document)
    intakes = Intake.objects.all() if received_from is None else Intake.objects.visible_to(received_from)
    intake = intakes.on_their_way().filter(sha256=sha256).first()
    if intake:
        raise OnItsWay(name, intake)
