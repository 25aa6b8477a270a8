"""Uploads are cut short at the size limit while they come in, so that a huge file fills neither memory nor disk."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile


class UploadLimitHandler(FileUploadHandler):
    """Skips each file that grows beyond UPLOAD_LIMIT_MIB and keeps its name on the request, as `too_large`."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count the bytes of the next file."""
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand the bytes on to the next handler. Raises SkipFile once there are too many."""
        self.received += len(raw_data)
        if self.received > settings.UPLOAD_LIMIT_MIB * 2**20:
            assert self.request is not None
            self.request.too_large = [*getattr(self.request, "too_large", []), self.file_name]  # type: ignore[attr-defined]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """Leave the file to the handlers after this one."""
        return None
