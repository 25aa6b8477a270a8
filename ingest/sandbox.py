"""Read a document in a child process of its own, with limits on memory, time and output.

A hostile or broken file may burn processor time, eat memory or crash its reader; then the child ends, and what is
left is a reason that can be told. The child is `python -m ingest.child`; it speaks in lines of JSON.
"""

import json
import logging
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from ingest.exceptions import UnreadableDocument
from ingest.record import ExtractedReview

logger = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Limits:
    """What one document may take. `memory` limits address space, which is more than what is really used."""

    memory: int = 1024 * 2**20  # bytes
    processor_seconds: int = 120
    wall_seconds: int = 240
    output: int = 96 * 2**20  # bytes


class TookTooLong(UnreadableDocument):
    """This file takes too long to read. Split it into smaller files, or save it as a new PDF, and try again."""


class NeededTooMuchMemory(UnreadableDocument):
    """This file needs too much memory to read. Split it into smaller files, or save it as a new PDF, and try again."""


class GaveTooMuch(UnreadableDocument):
    """This file holds far more text than a review. Check that it is the right file."""


class ReaderCrashed(UnreadableDocument):
    """This file is damaged in a way that stops its reader. Save it as a new PDF and try again."""


def extract_in_child(path: Path, *, limits: Limits = Limits(), progress: Progress | None = None) -> ExtractedReview:
    """Return what reading the file at `path` gives; `progress` is called with pages read and pages in all.

    Raises UnreadableDocument, or the kind of it that says why: a file that breaks a limit has its own.
    """
    with tempfile.TemporaryFile() as last_words:
        return _extract(path, limits, progress, last_words)


def _extract(path: Path, limits: Limits, progress: Progress | None, last_words: IO[bytes]) -> ExtractedReview:
    child = _start(path, limits, last_words)
    try:
        for line in _lines(child, limits):
            message = json.loads(line[: line.index(b"\t")])
            if message["is"] == "page":
                if progress:
                    progress(message["page"], message["of"])
            elif message["is"] == "failure":
                raise _failure(message["name"], message["text"])
            else:
                return msgspec.json.decode(line[line.index(b"\t") :], type=ExtractedReview)
    finally:
        _end(child)
    last_words.seek(0)
    # Not a warning: a broken file is nothing unusual. LOG_LEVEL=INFO shows it to whoever mends a reader.
    logger.info(
        "the reader of %s ended with %s: %s",
        path.name,
        child.returncode,
        last_words.read(20_000).decode(errors="replace"),
    )
    raise _why_it_died(child.returncode)


def _failure(name: str, text: str) -> UnreadableDocument:
    """Return the failure that the child named, with its sentence."""
    kinds = {kind.__name__: kind for kind in UnreadableDocument.__subclasses__()}
    return kinds.get(name, UnreadableDocument)(text)


def _start(path: Path, limits: Limits, last_words: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the child in a session of its own, with an empty environment but for what Python needs."""
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "ingest.child", str(path.resolve()), str(limits.memory), str(limits.processor_seconds)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=last_words,
        cwd=PROJECT,
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        start_new_session=True,
    )


def _lines(child: subprocess.Popen[bytes], limits: Limits) -> Iterator[bytes]:
    """Give the child's lines as they come. Raises TookTooLong or GaveTooMuch."""
    assert child.stdout is not None
    deadline = time.monotonic() + limits.wall_seconds
    buffer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if not selector.select(max(deadline - time.monotonic(), 0)):
                raise TookTooLong
            piece = os.read(child.stdout.fileno(), 2**20)
            if not piece:
                return
            buffer += piece
            if len(buffer) > limits.output:
                raise GaveTooMuch
            *whole, rest = buffer.split(b"\n") if b"\n" in piece else [buffer]
            yield from map(bytes, whole)
            buffer = rest


def _end(child: subprocess.Popen[bytes]) -> None:
    """Make sure that the child and whatever it started are gone."""
    assert child.stdout is not None
    child.stdout.close()
    try:
        child.wait(timeout=1)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _why_it_died(status: int) -> UnreadableDocument:
    if status == -signal.SIGXCPU or status == -signal.SIGKILL:
        return TookTooLong()
    if status == -signal.SIGABRT:
        # PDFium aborts when it is refused memory.
        return NeededTooMuchMemory()
    return ReaderCrashed()


def message_line(message: dict[str, Any], payload: bytes = b"") -> bytes:
    """Return one line of the child's speech: a small JSON object, a tab, and a payload."""
    return json.dumps(message).encode() + b"\t" + payload + b"\n"
