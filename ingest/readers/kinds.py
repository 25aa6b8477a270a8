"""What kind of file this is, by its first bytes; its name only decides where the bytes leave it open."""

import re
import zipfile
from pathlib import Path

from ingest.exceptions import (
    DamagedFile,
    EmptyFile,
    NeedsPassword,
    NotADocx,
    NotAPdf,
    OldWordDocument,
    TooLarge,
    UnknownKind,
)

# The suffixes of the files that can be read.
SUFFIXES = (".pdf", ".docx", ".docm", ".html", ".htm", ".md", ".markdown", ".txt")

# Files of this kind are some megabytes, one with many pictures some tens.
MAX_BYTES = 256 * 2**20
# Plain text has no pictures: a long review is half a megabyte.
MAX_TEXT_BYTES = 16 * 2**20

_HTML = re.compile(rb"<!doctype html|<html|<head\b|<body\b", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:p|div|h[1-6]|table)\b[^>]*>", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: Path) -> str:
    """Return pdf, docx, html, markdown or text. Raises the failure that says what else the file is."""
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile
    if size > MAX_BYTES:
        raise TooLarge
    with path.open("rb") as file:
        head = file.read(4096)
    suffix = path.suffix.casefold()
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_OLE):
        raise _what_is_ole(path, suffix)
    if head.startswith(b"PK"):
        return _kind_of_zip(path, suffix)
    if suffix == ".pdf":
        raise NotAPdf
    if suffix in (".docx", ".docm"):
        raise NotADocx
    return _kind_of_text(head, size, suffix)


def _what_is_ole(path: Path, suffix: str) -> Exception:
    """Return why a file in Microsoft's old container cannot be read: an encrypted .docx is one too."""
    if suffix == ".pdf":
        return NotAPdf()
    with path.open("rb") as file:
        start = file.read(2**16)
    return NeedsPassword() if "EncryptedPackage".encode("utf-16-le") in start else OldWordDocument()


def _kind_of_zip(path: Path, suffix: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        raise (NotAPdf if suffix == ".pdf" else DamagedFile) from None
    if "word/document.xml" in names:
        return "docx"
    raise {".pdf": NotAPdf, ".docx": NotADocx, ".docm": NotADocx}.get(suffix, UnknownKind)


def _kind_of_text(head: bytes, size: int, suffix: str) -> str:
    if size > MAX_TEXT_BYTES:
        raise TooLarge
    has_wide_characters = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in head and not has_wide_characters:
        raise UnknownKind
    if not head.strip():
        raise EmptyFile
    if _HTML.search(head) or (suffix in (".html", ".htm") and _MARKUP.search(head)):
        return "html"
    if suffix in (".md", ".markdown"):
        return "markdown"
    return "html" if suffix in (".html", ".htm") else "text"
