"""Files that come in parts: begun, added to, finished; given up after a day without a part."""

import errno
import os
from contextlib import suppress

from django.db import transaction

from ingest.batches import Sender, take_in
from ingest.keeping import no_room_told
from ingest.models import Batch, Intake, Upload


class NotThere(Exception):
    """The part does not begin where the file has come to."""


def begin(batch: Batch, *, name: str, size: int, mark: str = "") -> Upload:
    """Return the upload of a file: the one that stopped, if the same person sends the same file again, or a new one."""
    stopped = Upload.objects.filter(batch__sent_by=batch.sent_by, name=name, size=size, mark=mark)
    upload = stopped.first() if mark and batch.sent_by else None
    if upload is None:
        return Upload.objects.create(batch=batch, name=name, size=size, mark=mark)
    upload.batch = batch
    upload.save()
    return upload


@transaction.atomic
def add(token: str, part: bytes, *, begins: int) -> Upload:
    """Write a part and return the upload. Raises NotThere, or NoRoom; then the file is as far as it was."""
    upload = Upload.objects.select_for_update().get(token=token)
    if begins != upload.received or upload.received + len(part) > upload.size:
        raise NotThere
    with no_room_told():
        upload.path.parent.mkdir(parents=True, exist_ok=True)
        _write_at(upload, part)
    upload.received += len(part)
    upload.save()
    return upload


def finish(token: str) -> list[Intake]:
    """Take a whole file in, and forget that it came in parts: both or neither, so that it can be tried again."""
    with transaction.atomic():
        upload = Upload.objects.select_for_update().get(token=token)
        batch = upload.batch
        with upload.path.open("rb") as file:
            taken = take_in(batch, Sender(batch.sent_by, batch.held_by), file, upload.name)
        Upload.objects.filter(pk=upload.pk).delete()
    upload.path.unlink(missing_ok=True)
    return taken


def forget(upload: Upload) -> None:
    """Remove an upload with what came of it."""
    upload.path.unlink(missing_ok=True)
    Upload.objects.filter(pk=upload.pk).delete()


def forget_given_up() -> int:
    """Remove the uploads of which nothing has come for a day; return how many."""
    given_up = list(Upload.objects.given_up())
    for upload in given_up:
        forget(upload)
    return len(given_up)


def _write_at(upload: Upload, part: bytes) -> None:
    """Write where the file has come to: bytes of a part that was cut off are written over."""
    handle = os.open(upload.path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        if os.pwrite(handle, part, upload.received) != len(part):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        with suppress(OSError):
            os.close(handle)
