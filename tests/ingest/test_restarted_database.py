"""The database restarted while pages are asked for: they are there, or say that they will be, and come back."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest

from config.embedded_postgres.server import EmbeddedServer
from tests.ingest.test_killed_worker import manage, var_dir

__all__ = ["var_dir"]
PROJECT = Path(__file__).resolve().parents[2]
SECONDS_TO_COME_BACK = 60

pytestmark = pytest.mark.slow


def restart(var_dir: Path) -> None:
    """Kill the database as a machine's failure does, and start it again."""
    server = EmbeddedServer(var_dir / "database")
    process = psutil.Process(int((server.data / "postmaster.pid").read_text().split()[0]))
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    server.ensure_running()


@contextlib.contextmanager
def a_site(var_dir: Path):
    """Serve the pages on a free port; yields the address of one that asks the database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ, "VAR_DIR": str(var_dir), "DATABASE_URL": "", "SITE_URL": f"http://127.0.0.1:{port}",
        "PUBLIC_BROWSING": "1",
    }  # fmt: skip
    command = [sys.executable, "manage.py", "runserver", "--noreload", "--insecure", str(port)]
    with subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}/themes/"
        finally:
            server.kill()


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def becomes(address: str, wanted: int) -> bool:
    until = time.monotonic() + SECONDS_TO_COME_BACK
    while time.monotonic() < until:
        if status_of(address) == wanted:
            return True
        time.sleep(0.3)
    return False


def test_pages_that_are_asked_for_while_the_database_restarts_are_there_or_say_that_they_will_be(var_dir):
    assert manage(var_dir, "migrate", "--verbosity", "0").wait() == 0

    with a_site(var_dir) as page:
        assert becomes(page, 200)
        restart(var_dir)
        said = [status_of(page) for _ in range(5)]
        assert set(said) <= {200, 503}
        assert becomes(page, 200)
