"""Taking in what was sent together: documents, ZIP files of documents, and a manifest with facts about them.

Whatever is refused has its row with a sentence, so that the page of the batch tells the end of every file.
"""

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from django.db import transaction

from ingest.intake import AlreadyHere, RefusedFile, receive
from ingest.keeping import NoRoom, no_room_told
from ingest.manifest import BadManifest, Manifest, read_manifest
from ingest.models import Batch, Intake, IntakeState
from ingest.parcels import BadParcel, Member, is_parcel, plain_name, unpack
from reviews.history import record
from reviews.models import Act, Document

if TYPE_CHECKING:
    from people.models import User
    from reviews.models import Partnership

MANIFEST = ".csv"
# A manifest of thousands of rows is some hundred kilobytes.
LARGEST_MANIFEST = 8 * 2**20


@dataclass(frozen=True)
class Sender:
    """On whose behalf files are taken in. `person` is None for the command line; `publish` lets readers in at once."""

    person: "User | None" = None
    held_by: "Partnership | None" = None
    publish: bool = False


def begin(sender: Sender) -> Batch:
    """Return a new batch without files."""
    return Batch.objects.create(sent_by=sender.person, held_by=sender.held_by)


def take_in(batch: Batch, sender: Sender, file: IO[bytes], name: str) -> list[Intake]:
    """Take one file of the batch in, whatever it is; return the intakes that came of it, refused ones too."""
    if is_parcel(name):
        return _take_in_parcel(batch, sender, file, name)
    if name.lower().endswith(MANIFEST):
        return _take_in_manifest(batch, sender, file, name)
    return [_take_in_document(batch, sender, file, plain_name(name))]


def refuse(batch: Batch, sender: Sender, name: str, sentence: str, twin: Document | None = None) -> Intake:
    """Return the row that says why a file was not taken in."""
    record(Act.FILE_REFUSED, by=sender.person, partnership=sender.held_by, about=name, why=sentence)
    return Intake.objects.create(
        batch=batch, name=name[:255], state=IntakeState.REFUSED, message=sentence, document=twin,
        received_from=sender.person, held_by=sender.held_by,
    )  # fmt: skip


def manifests_first(names: list[str]) -> list[str]:
    """Return the names in the order in which files are best sent: what a manifest says must be known first."""
    return sorted(names, key=lambda name: not name.lower().endswith(MANIFEST))


def _take_in_document(batch: Batch, sender: Sender, file: IO[bytes], name: str, path: str = "") -> Intake:
    try:
        return receive(
            file, name=name, batch=batch, received_from=sender.person, held_by=sender.held_by, publish=sender.publish,
            given=facts_for(batch, name, path),
        )  # fmt: skip
    except AlreadyHere as refusal:
        return refuse(batch, sender, name, str(refusal), twin=refusal.document)
    except RefusedFile as refusal:
        return refuse(batch, sender, name, str(refusal))


def facts_for(batch: Batch, name: str, path: str = "") -> dict[str, Any]:
    """Return what the batch's manifest says of a file, which it may call by its path in the ZIP or by its name."""
    said: dict[str, Any] = batch.given.get(path.lower()) or batch.given.get(name.lower()) or {}
    return said


def _take_in_parcel(batch: Batch, sender: Sender, file: IO[bytes], name: str) -> list[Intake]:
    taken: list[Intake] = []
    try:
        with no_room_told():
            for member in unpack(file):
                taken += _take_in_member(batch, sender, member)
    except (BadParcel, NoRoom) as refusal:
        taken.append(refuse(batch, sender, plain_name(name), str(refusal)))
    return taken


def _take_in_member(batch: Batch, sender: Sender, member: Member) -> list[Intake]:
    if member.file is None:
        return [refuse(batch, sender, member.name, member.refusal)]
    if member.name.lower().endswith(MANIFEST):
        return _take_in_manifest(batch, sender, member.file, member.name)
    return [_take_in_document(batch, sender, member.file, member.name, member.path)]


def _take_in_manifest(batch: Batch, sender: Sender, file: IO[bytes], name: str) -> list[Intake]:
    """Keep what the manifest says, also for files of the batch that came before it and wait still."""
    file.seek(0)
    data = file.read(LARGEST_MANIFEST + 1)
    try:
        if len(data) > LARGEST_MANIFEST:
            raise BadManifest("The list of facts is too long. Split it.")
        manifest = read_manifest(data)
    except BadManifest as refusal:
        return [refuse(batch, sender, plain_name(name), str(refusal))]
    _add_facts(batch, manifest)
    return []


@transaction.atomic
def _add_facts(batch: Batch, manifest: Manifest) -> None:
    locked = Batch.objects.select_for_update().get(pk=batch.pk)
    locked.given = {**locked.given, **manifest.given}
    locked.complaints = [*locked.complaints, *manifest.complaints]
    locked.save(update_fields=["given", "complaints"])
    batch.given, batch.complaints = locked.given, locked.complaints
    for intake in batch.intakes.under_way().select_for_update():
        said = facts_for(batch, intake.name)
        if said and not intake.given:
            intake.given = said
            intake.save(update_fields=["given"])
