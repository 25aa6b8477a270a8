"""Uploads are cut short at the size limit while they come in, so that a huge file fills neither memory nor disk."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, TemporaryFileUploadHandler

from ingest.keeping import NO_ROOM
from ingest.parcels import is_parcel, parcel_limit


def limit_of(name: str) -> int:
    """Return how large a file may be, in bytes; a ZIP of documents may be larger than each of them."""
    return parcel_limit() if is_parcel(name) else int(settings.UPLOAD_LIMIT_MIB) * 2**20


class UploadLimitHandler(FileUploadHandler):
    """Skips each file that grows beyond its limit and keeps its name on the request, as `too_large`."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count the bytes of the next file."""
        super().new_file(*args, **kwargs)
        self.received = 0
        self.limit = limit_of(self.file_name or "")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand the bytes on to the next handler. Raises SkipFile once there are too many."""
        self.received += len(raw_data)
        if self.received > self.limit:
            _note(self, "too_large")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Leave the file to the handlers after this one."""
        return None


class FullDiskHandler(TemporaryFileUploadHandler):
    """Keeps a large file on disk while it comes in; one for which there is no room is noted, as `no_room`."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write the bytes. Raises SkipFile where the disk is full."""
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError as failure:
            if failure.errno not in NO_ROOM:
                raise
            _note(self, "no_room")
            raise SkipFile from failure


def _note(handler: FileUploadHandler, what: str) -> None:
    """Keep the name of the handler's file on the request."""
    assert handler.request is not None
    setattr(handler.request, what, [*getattr(handler.request, what, []), handler.file_name])
