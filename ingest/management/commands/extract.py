"""manage.py extract FILE: what reading a document gives, as JSON; nothing is stored and no database is needed."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ingest.exceptions import UnreadableDocument
from ingest.record import to_json
from ingest.sandbox import extract_in_child


class Command(BaseCommand):
    help = "Read a review and print what was found as JSON. Exit status 1 where the file cannot be read."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            record = to_json(extract_in_child(_readable(file)))
        except UnreadableDocument as failure:
            _refuse(f"{file.name}: {failure}")
        except OSError as failure:
            _refuse(f"{file.name}: {failure.strerror}")
        json.dump(record, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")


def _readable(file: Path) -> Path:
    """Return the file's path. Raises OSError where it is not there, not a file, or not ours to read."""
    with file.open("rb"):
        return file


def _refuse(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.exit(1)
