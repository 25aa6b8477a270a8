"""manage.py demo: the whole application on this machine, with the fictional demonstration reviews."""

import time
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections, connection

from config.embedded_postgres.server import EmbeddedServer
from demonstration.accounts import ACCOUNTS, PASSWORD, make_accounts
from demonstration.partnerships import home_partnership, make_partnerships
from demonstration.shelf import put_on_the_shelf, typeset_all
from demonstration.supervisor import Stopped, Supervisor, port_is_free
from ingest.models import Intake

SECONDS_TO_ANSWER = 60


class Command(BaseCommand):
    help = "Run web server and worker with the demonstration reviews, until Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        port = urlsplit(settings.SITE_URL).port or 80
        if not port_is_free(port):
            raise CommandError(f"Port {port} is in use. Choose another: PORT={port + 1} make demo")
        supervisor = Supervisor((("serve",), ("worker",)))
        try:
            self._prepare()
            supervisor.start()
            self._read_the_reviews()
            self._wait_for_an_answer()
            self._say_where()
            supervisor.watch(self._look_after_the_database)
        except (Stopped, KeyboardInterrupt):
            self.stdout.write("\nStopping.")
        finally:
            supervisor.stop()
            connection.close()
            _stop_the_database()

    def _prepare(self) -> None:
        self.stdout.write("Preparing the database and the pages")
        call_command("prepare")
        make_partnerships()
        make_accounts(home_partnership())

    def _read_the_reviews(self) -> None:
        """Set the reviews as PDFs and send them the way of any uploaded file, telling how far it is."""
        self.stdout.write("Setting the demonstration reviews as PDFs")
        intakes = put_on_the_shelf(typeset_all(settings.VAR_DIR / "demonstration"))
        waiting = {intake.pk for intake in intakes}
        while waiting:
            for intake in Intake.objects.finished().filter(pk__in=waiting):
                waiting.discard(intake.pk)
                done = len(intakes) - len(waiting)
                self.stdout.write(f"  {done} of {len(intakes)}: {intake.message}")
            time.sleep(0.3)

    def _wait_for_an_answer(self) -> None:
        """Return once the web server answers. Raises CommandError where it does not."""
        deadline = time.monotonic() + SECONDS_TO_ANSWER
        while time.monotonic() < deadline:
            with suppress(OSError), urlopen(f"{settings.SITE_URL}/healthz", timeout=5):  # noqa: S310
                return
            time.sleep(0.2)
        raise CommandError("The web server does not answer; what it said stands above.")

    def _say_where(self) -> None:
        lines = [
            "",
            f"Crossread is ready: {settings.SITE_URL}",
            "",
            f"Sign in ({settings.SITE_URL}/accounts/login/) with the password {PASSWORD} as",
            *(f"  {account.email:28} {account.role.label}" for account in ACCOUNTS),
            "Elsewhere editors and administrators also need a second step at sign-in; here it is switched off.",
            "",
            "The reviews are made up: no real person or place is in them. Ctrl-C stops everything.",
        ]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()

    def _look_after_the_database(self) -> None:
        """Ask for the database, which starts the embedded one again should it have died."""
        close_old_connections()
        connection.ensure_connection()


def _stop_the_database() -> None:
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "config.embedded_postgres":
        EmbeddedServer(Path(str(database["HOST"]))).stop()
