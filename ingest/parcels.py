"""ZIP files: several documents sent as one. A hostile one is refused member by member, never unpacked to the end."""

import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from django.conf import settings

from ingest.readers import SUFFIXES

MOST_MEMBERS = 1000
CHUNK = 2**20
# What computers put into a ZIP by themselves.
BYCATCH = ("__MACOSX/", "Thumbs.db", "desktop.ini")
IS_ENCRYPTED = 0x1  # bit 0 of a member's flags (PKWARE, APPNOTE.TXT, 4.4.4)
MANIFEST = ".csv"


class BadParcel(Exception):
    """This ZIP file is damaged or was cut short: make it again, and upload that."""

    def __str__(self) -> str:
        return super().__str__() or str(self.__doc__)


@dataclass(frozen=True)
class Member:
    """One file of a ZIP. `file` is open at its start, or None where `refusal` says why it cannot be taken."""

    path: str
    file: IO[bytes] | None = None
    refusal: str = ""

    @property
    def name(self) -> str:
        """Its name without folders."""
        return plain_name(self.path)


def plain_name(path: str) -> str:
    """Return the last part of a path in a ZIP, whatever strokes or tricks it is written with."""
    name = PurePosixPath(path.replace("\\", "/")).name
    printable = "".join(letter for letter in name if letter.isprintable()).strip(". ")
    return printable or "file without a name"


def is_parcel(name: str) -> bool:
    """Return whether a file is to be unpacked; Word documents are ZIP files too, so the name decides."""
    return Path(name).suffix.lower() == ".zip"


def unpack(file: IO[bytes]) -> Iterator[Member]:
    """Give the members of a ZIP one after another, manifests first. Raises BadParcel for what is none, or too much."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = [one for one in archive.infolist() if not one.is_dir() and not _is_bycatch(one.filename)]
            if len(members) > MOST_MEMBERS:
                raise BadParcel(f"This ZIP file holds more than {MOST_MEMBERS:,} files. Make several of it.")
            if not members:
                raise BadParcel("This ZIP file holds no files.")
            left = parcel_limit()
            for member in sorted(members, key=lambda one: not one.filename.lower().endswith(MANIFEST)):
                taken = yield from _take_out(archive, member)
                left -= taken
                if left < 0:
                    raise BadParcel(f"This ZIP file unpacks to more than {settings.PARCEL_LIMIT_MIB:,} MB. Split it.")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OverflowError) as failure:
        raise BadParcel from failure


def _is_bycatch(path: str) -> bool:
    return path.startswith(BYCATCH) or plain_name(path) in BYCATCH or PurePosixPath(path).name.startswith(".")


def _take_out(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Generator[Member, None, int]:
    """Give the member, unpacked where it may be; return how many bytes it unpacked to."""
    refusal = _refusal_of(member)
    if refusal:
        yield Member(member.filename, refusal=refusal)
        return 0
    with tempfile.TemporaryFile() as target:
        refusal = _copy(archive, member, target)
        size = target.seek(0, 2)
        target.seek(0)
        yield Member(member.filename, refusal=refusal) if refusal else Member(member.filename, target)
    return size


def _refusal_of(member: zipfile.ZipInfo) -> str:
    """Return why a member is not even unpacked; empty where it may be."""
    suffix = Path(plain_name(member.filename)).suffix.lower()
    if member.flag_bits & IS_ENCRYPTED:
        return "It is protected by a password in the ZIP file. Make a ZIP file without one."
    if suffix == ".zip":
        return "It is a ZIP file within a ZIP file. Unpack it, and upload what is in it."
    if suffix not in (*SUFFIXES, MANIFEST):
        return "It is not a PDF, Word (.docx), HTML, Markdown or plain text document."
    if member.file_size > _limit():
        return _too_large()
    return ""


def _copy(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: IO[bytes]) -> str:
    """Unpack a member in pieces and return why it could not be; what it says of its own size is not believed."""
    written = 0
    try:
        with archive.open(member) as source:
            while piece := source.read(CHUNK):
                written += len(piece)
                if written > _limit():
                    return _too_large()
                target.write(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        return "It is damaged in the ZIP file. Make the ZIP file again."
    return ""


def parcel_limit() -> int:
    """Return how large a ZIP may be, and what it unpacks to, in bytes."""
    return int(settings.PARCEL_LIMIT_MIB) * 2**20


def _limit() -> int:
    return int(settings.UPLOAD_LIMIT_MIB) * 2**20


def _too_large() -> str:
    return f"It is larger than {settings.UPLOAD_LIMIT_MIB} MB unpacked. Save it with smaller pictures, or split it."
