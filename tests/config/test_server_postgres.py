"""The application runs just as well on a PostgreSQL server that somebody else runs."""

import os
import pwd
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.ingest import hostile

PROJECT = Path(__file__).resolve().parents[2]
INSTALLED = sorted(
    (int(folder.parent.name), folder)
    for folder in Path("/usr/lib/postgresql").glob("*/bin")
    if folder.parent.name.isdigit() and int(folder.parent.name) >= 15 and (folder / "initdb").exists()
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not INSTALLED, reason="Debian's postgresql package, version 15 or later, is not installed"),
]


@pytest.fixture
def database_url():
    """A server of Debian's newest PostgreSQL, with a password, for the length of a test."""
    _, programs = INSTALLED[-1]
    with tempfile.TemporaryDirectory(prefix="crossread-") as folder:
        path = Path(folder)
        identity: dict[str, Any] = {}
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            identity = {"user": owner.pw_uid, "group": owner.pw_gid}
        (path / "password").write_text("sesame open")

        def run(program, *arguments):
            subprocess.run(
                [programs / program, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, **identity
            )

        run("initdb", "-D", path / "data", "-U", "crossread", "--auth=scram-sha-256", "--pwfile", path / "password",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        run(
            "pg_ctl",
            "start",
            "-D",
            path / "data",
            "-w",
            "-l",
            path / "log",
            "-o",
            f"-c listen_addresses='' -k {folder}",
        )
        yield f"postgresql://crossread:sesame%20open@/postgres?host={folder}"
        run("pg_ctl", "stop", "-D", path / "data", "-m", "immediate")


def manage(database_url, var_dir, *arguments):
    environment = {**os.environ, "DATABASE_URL": database_url, "VAR_DIR": str(var_dir)}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


def test_a_review_is_read_into_a_server_given_by_its_address(database_url, tmp_path):
    (tmp_path / "review.pdf").write_bytes(hostile.pdf(pages=2))

    prepared = manage(database_url, tmp_path / "var", "migrate", "--verbosity", "0")
    ingested = manage(database_url, tmp_path / "var", "ingest", str(tmp_path / "review.pdf"), "--wait")

    assert (prepared.returncode, prepared.stderr) == (0, "")
    assert "read    review.pdf: A new review" in ingested.stdout
    assert not (tmp_path / "var" / "database").exists()


def test_a_wrong_address_is_told_in_one_line():
    result = manage("mysql://somewhere/else", "/tmp/unused", "check")

    assert result.returncode == 1
    assert result.stderr == "DATABASE_URL: set it to postgresql://user:password@host:port/name\n"
