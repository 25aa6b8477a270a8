"""Bytes → text: whatever the encoding, one kind of line end, no control characters."""

import re

from charset_normalizer import from_bytes

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# So many bytes are looked at to tell an encoding.
SAMPLE = 200_000


def decode(source: bytes) -> str:
    """Return the text of a file."""
    return _CONTROLS.sub("", _decoded(source).replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(source: bytes) -> str:
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return source.decode("utf-16", "replace")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(source[:SAMPLE]).best()
        encoding = best.encoding if best else "cp1252"
    # What is told as an old Latin encoding is nearly always Windows' own, with its quotation marks.
    return source.decode("cp1252" if encoding in ("latin_1", "ascii", "iso8859_1") else encoding, "replace")
