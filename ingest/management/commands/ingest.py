"""manage.py ingest PATH...: files, ZIP files and folders into the queue, and what became of each."""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from ingest import batches
from ingest.batches import Sender
from ingest.models import Batch, Intake, IntakeState
from ingest.readers import SUFFIXES
from people.models import User
from reviews.models import Partnership

SECONDS_BETWEEN_LOOKS = 0.5
TAKEN_FROM_FOLDERS = (*SUFFIXES, ".zip")
MANIFEST = "manifest.csv"


class Command(BaseCommand):
    help = "Queue files, ZIP files, or all documents of folders, to be read. Exit status 1 where any of them failed."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--publish", action="store_true", help="let readers see each review once it is read")
        parser.add_argument("--wait", action="store_true", help="read them now, and say what became of each")
        parser.add_argument(
            "--as", dest="person", metavar="E-MAIL", help="who sends them, and gives the facts of a CSV file"
        )
        parser.add_argument("--for", dest="held_by", metavar="KEY", help="the partnership that checks them")

    def handle(self, *args: Any, paths: list[Path], publish: bool, wait: bool, **options: Any) -> None:
        self.failed = False
        sender = Sender(_person(options["person"]), _partnership(options["held_by"]), publish)
        files = list(_files(paths))
        if sender.person is None and any(file.suffix.lower() == ".csv" for file in files):
            raise CommandError("Say with --as E-MAIL who gives the facts of the CSV file.")
        batch = batches.begin(sender)
        queued = [intake for file in files for intake in self._take_in(batch, sender, file)]
        for sentence in batch.complaints:
            self.stdout.write(f"facts   {sentence}")
        if wait:
            self._wait(queued)
        elif queued:
            self.stdout.write(f"{len(queued)} queued. A worker reads them: make worker")
        if self.failed:
            sys.exit(1)

    def _take_in(self, batch: Batch, sender: Sender, file: Path) -> list[Intake]:
        """Return what waits to be read of a file; tell of what was refused."""
        try:
            with file.open("rb") as opened:
                taken = batches.take_in(batch, sender, opened, file.name)
        except OSError as failure:
            self._say_failed(file.name, failure.strerror or str(failure))
            return []
        for intake in taken:
            if intake.is_unread:
                self._say_failed(intake.name, intake.message)
        return [intake for intake in taken if not intake.is_unread]

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


def _person(email: str | None) -> User | None:
    person = User.objects.filter(email=email.strip().lower()).first() if email else None
    if email and (person is None or not person.has_desk_role):
        raise CommandError(f"{email} is not the address of an editor or administrator.")
    return person


def _partnership(key: str | None) -> Partnership | None:
    partnership = Partnership.objects.filter(key=key).first() if key else None
    if key and partnership is None:
        raise CommandError(f"No partnership has the key {key}.")
    return partnership


def _files(paths: list[Path]) -> Iterator[Path]:
    """Give the files named, and in the folders named the documents by name, after a manifest.csv where there is one."""
    for path in paths:
        if path.is_dir():
            found = (file for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
            wanted = (one for one in found if one.suffix.lower() in TAKEN_FROM_FOLDERS or one.name == MANIFEST)
            yield from sorted(wanted, key=lambda file: (file.name != MANIFEST, file))
        else:
            yield path
