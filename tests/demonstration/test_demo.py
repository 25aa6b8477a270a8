"""manage.py demo brings everything up, keeps it across deaths, and leaves nothing behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

PROJECT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def var_dir():
    """Files of a demonstration, kept for all tests here: reading the twelve reviews takes a while."""
    with tempfile.TemporaryDirectory(prefix="crossread-") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def demonstration(var_dir, port):
    """A running demonstration and what it said; it is stopped as Ctrl-C does."""
    environment = {
        **os.environ, "VAR_DIR": str(var_dir), "SITE_URL": f"http://127.0.0.1:{port}", "PORT": str(port),
        "PUBLIC_BROWSING": "1", "DEMONSTRATION": "1", "DATABASE_URL": "",
    }  # fmt: skip
    with subprocess.Popen(
        [sys.executable, "manage.py", "demo"], cwd=PROJECT, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        said = []
        try:
            for line in process.stdout:
                said.append(line)
                if "Ctrl-C" in line:
                    break
            else:
                pytest.fail("".join(said))
            yield "".join(said)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)


def page(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
        return response.read().decode()


def processes_of(var_dir):
    """What still runs on these files."""
    return [process for process in psutil.process_iter() if _belongs(process, str(var_dir))]


def _belongs(process, folder):
    try:
        return folder in " ".join(process.cmdline()) or process.environ().get("VAR_DIR") == folder
    except psutil.Error:
        return False


def test_the_twelve_reviews_are_there_and_ctrl_c_leaves_no_process_behind(var_dir, port):
    with demonstration(var_dir, port) as said:
        reviews = page(port, "/reviews/")
        ready = page(port, "/readyz")

    assert f"http://127.0.0.1:{port}" in said
    assert "12 of 12" in said
    assert "12 reviews" in reviews
    assert ready
    assert processes_of(var_dir) == []


def test_it_comes_up_with_all_data_after_its_database_was_killed(var_dir, port):
    with demonstration(var_dir, port):
        postmaster = int((var_dir / "database" / "data" / "postmaster.pid").read_text().split()[0])
        supervisor = next(process for process in processes_of(var_dir) if "demo" in process.cmdline())
        for process in (supervisor, psutil.Process(postmaster)):
            process.kill()

    with demonstration(var_dir, port) as said:
        reviews = page(port, "/reviews/")

    assert re.search(r"\d+ of \d+", said) is None
    assert "12 reviews" in reviews
    assert processes_of(var_dir) == []


def test_a_port_in_use_is_told_in_one_line(var_dir):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        environment = {**os.environ, "VAR_DIR": str(var_dir), "SITE_URL": f"http://127.0.0.1:{number}"}
        result = subprocess.run(
            [sys.executable, "manage.py", "demo"],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    assert result.returncode == 1
    assert result.stderr.endswith(f"Port {number} is in use. Choose another: PORT={number + 1} make demo\n")
