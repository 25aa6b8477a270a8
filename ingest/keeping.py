"""Keeping the bytes of files: whole or not at all, and the same bytes once."""

import errno
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.conf import settings

logger = logging.getLogger(__name__)
CHUNK = 2**20
# No room on the disk, none left of a quota, a file larger than the system lets this process write.
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class NoRoom(Exception):
    """The server has no room left for this file. Nothing of it was kept. Tell the people who run this site."""

    def __str__(self) -> str:
        return str(self.__doc__)


@dataclass(frozen=True)
class Fingerprint:
    """The checksum of a file's bytes, and how many there are."""

    sha256: str
    size: int


def fingerprint_of(file: IO[bytes]) -> Fingerprint:
    """Return checksum and size of a file, read in pieces, and leave it at its start."""
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(file):
        digest.update(piece)
        size += len(piece)
    file.seek(0)
    return Fingerprint(digest.hexdigest(), size)


def keep(file: IO[bytes], sha256: str, suffix: str) -> str:
    """Store the bytes under their checksum and return the name below MEDIA_ROOT. Raises NoRoom.

    They are written under another name first: whatever ends this process in the middle, half a file is never taken
    for the whole one.
    """
    name = f"documents/{sha256[:2]}/{sha256}{suffix if len(suffix) <= 9 else ''}"
    target = Path(settings.MEDIA_ROOT) / name
    if target.exists():
        return name
    with no_room_told():
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(file, target)
    return name


def _write_whole(file: IO[bytes], target: Path) -> None:
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".coming-")
    try:
        with os.fdopen(handle, "wb") as written:
            for piece in _pieces(file):
                written.write(piece)
            written.flush()
            os.fsync(written.fileno())
        Path(draft).chmod(0o644)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


@contextmanager
def no_room_told() -> Iterator[None]:
    """Turn the errors of a full disk into NoRoom, and tell the log."""
    try:
        yield
    except OSError as failure:
        if failure.errno not in NO_ROOM:
            raise
        logger.error("no room left to keep files: %s", failure)
        raise NoRoom from failure


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(CHUNK):
        yield piece
