"""The parts of a Word document: XML files in an archive, opened with limits, without entities and without network."""

import math
import zipfile
import zlib
from pathlib import Path
from typing import Self

from lxml import etree

from ingest.exceptions import DamagedFile, NeedsPassword, TooLarge

# The text of a long review unpacks to a few megabytes of XML; a part beyond this is no review's.
LARGEST_PART = 48 * 2**20
LARGEST_NUMBER = 100_000

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    # Documents saved as "Strict Open XML" name the same elements in another space.
    "ws": "http://purl.oclc.org/ooxml/wordprocessingml/main",
}


def tag(name: str) -> str:
    """Return a prefixed name ("w:p") as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


class Archive:
    """An open Word document."""

    def __init__(self, path: Path) -> None:
        """Open the archive. Raises DamagedFile."""
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
            raise DamagedFile from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    @property
    def has_macros(self) -> bool:
        """Whether a program is packed with the text, whatever the file is called (ECMA-376 names no place for one)."""
        return any(name.lower().endswith("vbaproject.bin") for name in self._zip.namelist())

    def part(self, name: str) -> etree._Element | None:
        """Return the root of a part, None where there is none. Raises DamagedFile, NeedsPassword or TooLarge."""
        source = self._read(f"word/{name}.xml")
        if source is None:
            return None
        source = source.replace(_NAMESPACES["ws"].encode(), _NAMESPACES["w"].encode())
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(source, parser)
        except etree.XMLSyntaxError as error:
            raise DamagedFile from error

    def _read(self, name: str) -> bytes | None:
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.file_size > LARGEST_PART:
            raise TooLarge
        if info.flag_bits & 1:
            raise NeedsPassword
        try:
            with self._zip.open(info) as file:
                source = file.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise DamagedFile from error
        if len(source) > LARGEST_PART:
            raise TooLarge
        return source


def value(element: etree._Element | None, name: str = "w:val") -> str | None:
    """Return an attribute of an element that may be missing."""
    return None if element is None else element.get(tag(name))


def is_on(element: etree._Element | None) -> bool | None:
    """Return whether a switch such as bold is on; None where it is not there."""
    if element is None:
        return None
    return (value(element) or "true").casefold() not in ("0", "false", "off", "none")


def number(text: str | None) -> float | None:
    """Return a number that is written out, None where it is none, or larger than any that a document counts."""
    try:
        found = float(text) if text else math.nan
    except ValueError:
        return None
    return found if abs(found) <= LARGEST_NUMBER else None
