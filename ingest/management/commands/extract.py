"""manage.py extract FILE: what reading a document gives, as JSON; nothing is stored and no database is needed."""

import argparse
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import psutil
from django.core.management.base import BaseCommand

from ingest.exceptions import UnreadableDocument
from ingest.record import to_json
from ingest.sandbox import Limits, Progress, extract_in_child

# However slowly the program itself was started, a file has so long.
LEAST_SECONDS = 10


class Command(BaseCommand):
    help = "Read a review and print what was found as JSON. Exit status 1 where the file cannot be read."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            extracted = extract_in_child(_readable(file), limits=_limits(), progress=_progress())
        except UnreadableDocument as failure:
            _refuse(f"{file.name}: {failure}")
        except OSError as failure:
            _refuse(f"{file.name}: {failure.strerror}")
        # Not by Python's own encoder, which takes seconds for a long report.
        _print(msgspec.json.format(msgspec.json.encode(to_json(extracted)), indent=1) + b"\n")


def _limits() -> Limits:
    """Return the limits, with what the program's own start took off the time."""
    passed = time.time() - psutil.Process().create_time()
    return Limits(wall_seconds=max(Limits.wall_seconds - passed, LEAST_SECONDS))


def _progress() -> Progress | None:
    """Return what tells on the terminal how far reading is; None where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def tell(page: int, of: int) -> None:
        sys.stderr.write(f"\rpage {page} of {of}" + ("\n" if page == of else ""))

    return tell


def _readable(file: Path) -> Path:
    """Return the file's path. Raises OSError where it is not there, not a file, or not ours to read."""
    with file.open("rb"):
        return file


def _print(record: bytes) -> None:
    """Write to standard output; where nobody reads on (`| head`), that is all."""
    with suppress(BrokenPipeError):
        while record:
            record = record[os.write(1, record) :]


def _refuse(sentence: str) -> None:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    sys.exit(1)
