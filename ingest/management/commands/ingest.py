"""manage.py ingest PATH...: files and folders into the queue, and what became of each."""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ingest.intake import RefusedFile, receive
from ingest.models import Intake, IntakeState
from ingest.readers import SUFFIXES

SECONDS_BETWEEN_LOOKS = 0.5


class Command(BaseCommand):
    help = "Queue files, or all documents of folders, to be read. Exit status 1 where any of them failed."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--publish", action="store_true", help="let readers see each review once it is read")
        parser.add_argument("--wait", action="store_true", help="read them now, and say what became of each")

    def handle(self, *args: Any, paths: list[Path], publish: bool, wait: bool, **options: Any) -> None:
        self.failed = False
        intakes = [intake for file in _files(paths) if (intake := self._receive(file, publish=publish))]
        if wait:
            self._wait(intakes)
        elif intakes:
            self.stdout.write(f"{len(intakes)} queued. A worker reads them: make worker")
        if self.failed:
            sys.exit(1)

    def _receive(self, file: Path, *, publish: bool) -> Intake | None:
        try:
            with file.open("rb") as opened:
                return receive(opened, name=file.name, publish=publish)
        except RefusedFile as refusal:
            self._say_failed(file.name, str(refusal))
        except OSError as failure:
            self._say_failed(file.name, failure.strerror or str(failure))
        return None

    def _wait(self, intakes: list[Intake]) -> None:
        """Read them in a worker of this command's own, which shares the work with any other, and tell each end."""
        waiting = {intake.pk for intake in intakes}
        worker = None
        while waiting:
            if worker is None or worker.poll() is not None:
                worker = subprocess.Popen([sys.executable, sys.argv[0], "worker", "--until-idle"])
            time.sleep(SECONDS_BETWEEN_LOOKS)
            for intake in Intake.objects.finished().filter(pk__in=waiting).order_by("finished_at"):
                waiting.discard(intake.pk)
                self._say(intake)
        if worker:
            worker.wait()

    def _say(self, intake: Intake) -> None:
        if intake.state == IntakeState.FAILED:
            self._say_failed(intake.name, intake.message)
        else:
            self.stdout.write(f"read    {intake.name}: {intake.message}")

    def _say_failed(self, name: str, sentence: str) -> None:
        self.failed = True
        self.stdout.write(f"failed  {name}: {sentence}")


def _files(paths: list[Path]) -> Iterator[Path]:
    """Give the files named, and the documents in the folders named, in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file
                for file in path.rglob("*")
                if file.is_file() and file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
            )
        else:
            yield path
