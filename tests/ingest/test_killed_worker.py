"""A worker killed in the middle of a document loses nothing and doubles nothing."""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from config.embedded_postgres.server import DATABASE, SUPERUSER, EmbeddedServer
from tests.ingest import hostile

PROJECT = Path(__file__).resolve().parents[2]
PAGES = 1500

pytestmark = pytest.mark.slow


@pytest.fixture
def var_dir():
    with tempfile.TemporaryDirectory(prefix="crossread-") as folder:
        server = EmbeddedServer(Path(folder) / "database")
        server.ensure_running()
        yield Path(folder)
        server.stop()


def manage(var_dir, *arguments):
    environment = {**os.environ, "VAR_DIR": str(var_dir), "DATABASE_URL": ""}
    return subprocess.Popen([sys.executable, "manage.py", *arguments], cwd=PROJECT, env=environment)


@contextmanager
def a_worker(var_dir):
    """A worker that is killed with -9 at the end, whatever happens."""
    with manage(var_dir, "worker") as worker:
        try:
            yield
        finally:
            worker.kill()


def rows(var_dir, query):
    server = EmbeddedServer(var_dir / "database")
    with psycopg.connect(host=str(server.socket_dir), user=SUPERUSER, dbname=DATABASE) as connection:
        return connection.execute(query).fetchall()


def wait_until(var_dir, query, expected, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if rows(var_dir, query) == expected:
            return
        time.sleep(0.2)
    pytest.fail(f"{query} is {rows(var_dir, query)} after {seconds} seconds")


def test_the_document_ends_up_stored_exactly_once(var_dir):
    review = var_dir / "long.pdf"
    review.write_bytes(hostile.pdf(pages=PAGES))
    assert manage(var_dir, "migrate", "--verbosity", "0").wait() == 0
    assert manage(var_dir, "ingest", str(review)).wait() == 0

    with a_worker(var_dir):
        wait_until(var_dir, "SELECT state, pages_read > 0 FROM ingest_intake", [("reading", True)], 60)
    with a_worker(var_dir):
        wait_until(var_dir, "SELECT state, attempts FROM ingest_intake", [("done", 2)], 120)
        documents = rows(var_dir, "SELECT count(*), count(DISTINCT review_id) FROM reviews_document")
        reviews = rows(var_dir, "SELECT count(*) FROM reviews_review")

    assert documents == [(1, 1)]
    assert reviews == [(1,)]
