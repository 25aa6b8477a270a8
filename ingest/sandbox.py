"""Read a document in a child process of its own, with limits on memory, time and output.

A hostile or broken file may burn processor time, eat memory or crash its reader; then the child ends, and what is
left is a reason that can be told. The child is `python -m ingest.child`; it speaks in lines of JSON. Pages whose words
are only in pictures are announced by a first child, and recognised by a second one that may take more.
"""

import json
import logging
import math
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import msgspec

from ingest.child_lines import Hearing
from ingest.exceptions import TookTooLong, UnreadableDocument
from ingest.pages import MAX_PAGES
from ingest.readers.pictures import FOREVER, Pictures
from ingest.record import ExtractedReview
from reviews.codebook import Codebook

logger = logging.getLogger(__name__)
Progress = Callable[[int, int], None]
PROJECT = Path(__file__).resolve().parent.parent
# So many threads recognise text at once (ingest.ocr.engine).
THREADS = 2
# Every thread of the C library would else keep a hundred megabytes of address space for itself.
CHILD_ENVIRONMENT = {"PYTHONDONTWRITEBYTECODE": "1", "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Limits:
    """What one document may take. Memory is address space in bytes, which is more than what is really used.

    A long document has `seconds_for_page` more for each of its pages. Pages that need text recognition add
    `seconds_for_picture` each, and have `memory_for_pictures`; no such page, nor the loading of what recognises it,
    takes longer than `silence`.
    """

    memory: int = 768 * 2**20
    wall_seconds: float = 25
    seconds_for_page: float = 0
    output: int = 48 * 2**20
    memory_for_pictures: int = 1920 * 2**20
    seconds_for_picture: float = 10
    silence: float = 60


# Nobody waits for the worker: a report of two thousand pages, which takes half a minute on a machine that does nothing
# else, is read to its end on one that does twenty other things.
IN_THE_WORKER = Limits(wall_seconds=240, seconds_for_page=0.25, seconds_for_picture=20, silence=120)


@dataclass(frozen=True)
class _Bounds:
    """What one child may take, in bytes and seconds."""

    memory: int
    seconds: float
    silence: float
    output: int
    threads: int = 1
    seconds_for_page: float = 0

    @property
    def processor_seconds(self) -> int:
        """Return how much processor time all its threads may take; the clock ends it first."""
        return max(math.ceil((self.seconds + MAX_PAGES * self.seconds_for_page) * self.threads), 1)


class _Pictures(Exception):
    """The first child announced so many pages that need text recognition."""

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages


class NeededTooMuchMemory(UnreadableDocument):
    """This file needs too much memory to read. Split it into smaller files, or save it as a new PDF, and try again."""


class GaveTooMuch(UnreadableDocument):
    """This file holds far more text than a review. Check that it is the right file."""


class ReaderCrashed(UnreadableDocument):
    """This file is damaged in a way that stops its reader. Save it as a new PDF and try again."""


@dataclass(frozen=True)
class _Task:
    """What a child is to read, and with which themes; None for those that every installation starts with."""

    path: Path
    progress: Progress | None
    codebook: Codebook | None


def extract_in_child(
    path: Path, *, limits: Limits = Limits(), progress: Progress | None = None, codebook: Codebook | None = None
) -> ExtractedReview:
    """Return what reading the file at `path` gives; `progress` is called with pages read and pages in all.

    It is tagged with the themes of `codebook`, those that every installation starts with where it is None.
    Raises UnreadableDocument, or the kind of it that says why: a file that breaks a limit has its own.
    """
    task, began = _Task(path, progress, codebook), time.monotonic()
    seconds, for_page = limits.wall_seconds, limits.seconds_for_page
    bounds = _Bounds(limits.memory, seconds, seconds, limits.output, seconds_for_page=for_page)
    try:
        return _extract(task, Pictures.ANNOUNCED, bounds)
    except _Pictures as found:
        return _recognise(task, found.pages, limits, time.monotonic() - began)


def _recognise(task: _Task, pages: int, limits: Limits, passed: float) -> ExtractedReview:
    """Return what reading gives with so many pages recognised; without their words where that cannot be done.

    `passed` is how many seconds it took to find out; reading the rest of the file takes about as long.
    """
    left = max(limits.wall_seconds - passed, 0)
    spare = min(2 * passed + 1, left / 3)
    seconds, for_page = left - spare + pages * limits.seconds_for_picture, limits.seconds_for_page
    bounds = _Bounds(limits.memory_for_pictures, seconds, limits.silence, limits.output, THREADS, for_page)
    # What comes after the last page, and the page that was begun at the last moment.
    finishing = min(passed + limits.seconds_for_picture / 2, seconds / 3)
    try:
        return _extract(task, Pictures.RECOGNISED, bounds, until=time.monotonic() + seconds - finishing)
    except (TookTooLong, NeededTooMuchMemory, ReaderCrashed) as failure:
        logger.info("%s: %s; its pictures are left out", task.path.name, type(failure).__name__)
        bounds = _Bounds(limits.memory, spare, spare, limits.output, seconds_for_page=for_page)
        try:
            return _extract(task, Pictures.LEFT, bounds)
        except UnreadableDocument:
            raise failure from None


def _extract(task: _Task, pictures: Pictures, bounds: _Bounds, until: float = FOREVER) -> ExtractedReview:
    with tempfile.TemporaryFile() as last_words, _as_file(task.codebook) as codebook:
        child = _start(task.path, pictures, bounds, last_words, codebook, until)
        try:
            hearing, clock = Hearing(), _Clock(bounds)
            for line in _lines(child, bounds, clock):
                spoken, _, payload = line.partition(b"\t")
                message = json.loads(spoken)
                if message["is"] == "record":
                    return hearing.whole(payload)
                if message["is"] == "part":
                    hearing.add(message["of"], payload)
                else:
                    clock.hear(message)
                    _hear(message, task.progress)
        finally:
            _end(child)
        last_words.seek(0)
        words = last_words.read(20_000).decode(errors="replace")
    # Not a warning: a broken file is nothing unusual. LOG_LEVEL=INFO shows it to whoever mends a reader.
    logger.info("the reader of %s ended with %s: %s", task.path.name, child.returncode, words)
    raise _why_it_died(child.returncode)


def _hear(message: dict[str, Any], progress: Progress | None) -> None:
    """Take in what the child says before its record. Raises what it says went wrong."""
    if message["is"] == "page":
        if progress:
            progress(message["page"], message["of"])
    elif message["is"] == "pictures":
        raise _Pictures(message["pages"])
    else:
        raise _failure(message["name"], message["text"])


def _failure(name: str, text: str) -> UnreadableDocument:
    """Return the failure that the child named, with its sentence."""
    kinds = {kind.__name__: kind for kind in UnreadableDocument.__subclasses__()}
    return kinds.get(name, UnreadableDocument)(text)


@contextmanager
def _as_file(codebook: Codebook | None) -> Iterator[IO[bytes]]:
    """Give the codebook as a file to read from, empty for None: a pipe would hold less than it."""
    with tempfile.TemporaryFile() as file:
        if codebook is not None:
            file.write(msgspec.json.encode(codebook.themes))
            file.seek(0)
        yield file


def _start(
    path: Path,
    pictures: Pictures,
    bounds: _Bounds,
    last_words: IO[bytes],
    codebook: IO[bytes],
    until: float = FOREVER,
) -> subprocess.Popen[bytes]:
    """Start the child in a session of its own, with an empty environment but for what Python needs."""
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    limits = [str(bounds.memory), str(bounds.processor_seconds)]
    return subprocess.Popen(
        [sys.executable, "-m", "ingest.child", str(path.resolve()), *limits, pictures.value, str(until)],
        stdin=codebook,
        stdout=subprocess.PIPE,
        stderr=last_words,
        cwd=PROJECT,
        env={**environment, **CHILD_ENVIRONMENT},
        start_new_session=True,
    )


class _Clock:
    """When a child must be done."""

    def __init__(self, bounds: _Bounds) -> None:
        self.bounds = bounds
        self.pages = 0
        self.began = time.monotonic()

    def hear(self, message: dict[str, Any]) -> None:
        """Give the child its time for each page, once it has said how many there are."""
        self.pages = message.get("of", self.pages)

    @property
    def seconds_left(self) -> float:
        """Return for how many seconds the next word of the child may be waited for."""
        allowed = self.bounds.seconds + self.pages * self.bounds.seconds_for_page
        return max(min(self.began + allowed - time.monotonic(), self.bounds.silence), 0)


def _lines(child: subprocess.Popen[bytes], bounds: _Bounds, clock: _Clock) -> Iterator[bytes]:
    """Give the child's lines as they come. Raises TookTooLong or GaveTooMuch."""
    assert child.stdout is not None
    buffer, told = bytearray(), 0
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if not selector.select(clock.seconds_left):
                raise TookTooLong
            piece = os.read(child.stdout.fileno(), 2**20)
            if not piece:
                return
            buffer += piece
            told += len(piece)
            if told > bounds.output:
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
