"""manage.py serve: the web server."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Run the web server (gunicorn) in place of this process."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--bind", default=f"127.0.0.1:{os.environ.get('PORT') or 8000}")

    def handle(self, *args: Any, bind: str, **options: Any) -> None:
        gunicorn = str(Path(sys.executable).with_name("gunicorn"))
        os.execv(
            gunicorn,
            [gunicorn, "config.wsgi", "--bind", bind, "--workers", "2", "--threads", "4", "--timeout", "120",
             "--graceful-timeout", "3", "--log-level", "warning", "--no-control-socket"],
        )  # fmt: skip
