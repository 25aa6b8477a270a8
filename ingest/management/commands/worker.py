"""manage.py worker: read the documents that wait, one after another; any number of workers share the work."""

import argparse
import logging
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app

from ingest.tasks import SECONDS_OF_SILENCE


class Command(BaseCommand):
    help = "Run a worker. Ctrl-C ends it; what it was reading is taken up again by the next."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--until-idle", action="store_true", help="end when nothing waits any more")

    def handle(self, *args: Any, until_idle: bool, **options: Any) -> None:
        logging.getLogger("procrastinate").setLevel(logging.ERROR)
        with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
            working.run_worker(
                queues=["documents"] if until_idle else None,
                wait=not until_idle,
                concurrency=1,
                delete_jobs="successful",
                update_heartbeat_interval=SECONDS_OF_SILENCE / 5,
                stalled_worker_timeout=SECONDS_OF_SILENCE,
                shutdown_graceful_timeout=3,
            )
