"""The embedded database: started once, shared by all, back after any death."""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest

from config.embedded_postgres.server import DATABASE, LONGEST_SOCKET_FOLDER, SUPERUSER, EmbeddedServer

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture
def server():
    """A server in a folder that its system user can reach: pytest's own are closed again by every run of pytest."""
    with tempfile.TemporaryDirectory(prefix="crossread-") as folder:
        server = EmbeddedServer(Path(folder) / "database")
        yield server
        server.stop()


def connect(server):
    return psycopg.connect(host=str(server.socket_dir), user=SUPERUSER, dbname=DATABASE, autocommit=True)


def postmaster(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


@contextmanager
def started_elsewhere(server, *, then="time.sleep(60)"):
    """Start the server from another Python process, as a command would; it is killed at the end if it still runs."""
    code = (
        "from pathlib import Path; from config.embedded_postgres.server import EmbeddedServer;"
        f"EmbeddedServer(Path({str(server.folder)!r})).ensure_running(); print('up', flush=True); import time; {then}"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        yield process
        process.kill()
        process.wait()


def run_elsewhere(server):
    """Use the server from another process that ends at once."""
    with started_elsewhere(server, then="pass") as process:
        process.wait(timeout=60)


def kill_and_wait(process_id):
    process = psutil.Process(process_id)
    process.kill()
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)


def test_it_answers_once_it_is_started(server):
    server.ensure_running()

    with connect(server) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_it_keeps_utf8_whatever_the_machines_language(server):
    server.ensure_running()

    with connect(server) as connection:
        assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
        assert connection.execute("SELECT length('ŵ')").fetchone() == (1,)


def test_starting_it_twice_starts_one_server(server):
    server.ensure_running()
    first = postmaster(server)

    EmbeddedServer(server.folder).ensure_running()

    assert postmaster(server) == first


def test_processes_that_start_it_at_the_same_moment_share_one_server(server):
    with started_elsewhere(server), started_elsewhere(server), started_elsewhere(server):
        ours = [process for process in psutil.process_iter() if is_postmaster_of(process, server)]

    assert len(ours) == 1


def is_postmaster_of(process, server):
    try:
        return process.name() == "postgres" and str(server.data) in process.cmdline()
    except psutil.Error:
        return False


def test_the_last_process_that_uses_it_stops_it(server):
    run_elsewhere(server)

    assert not server.is_running()


def test_it_goes_on_while_another_process_uses_it(server):
    with started_elsewhere(server):
        run_elsewhere(server)

        assert server.is_running()


def test_a_killed_user_counts_as_gone(server):
    with started_elsewhere(server) as killed:
        killed.kill()

    run_elsewhere(server)

    assert not server.is_running()


def test_a_killed_postmaster_is_started_again_with_all_rows(server):
    server.ensure_running()
    with connect(server) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number")
    kill_and_wait(postmaster(server))

    server.ensure_running()

    with connect(server) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1000,)


def test_another_program_under_a_used_up_process_id_is_not_taken_for_the_server(server):
    server.ensure_running()
    server.stop()
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n{server.data}\n\n\n\n\n\nready\n")

    assert not server.is_running()
    server.ensure_running()

    assert postmaster(server) != os.getpid()


def test_a_half_made_cluster_is_made_anew(server):
    (server.folder / "data.new").mkdir(parents=True)
    (server.folder / "data.new" / "PG_VERSION").write_text("18\n")

    server.ensure_running()

    assert server.is_running()


def test_ctrl_c_in_the_terminal_does_not_reach_the_server(server):
    with started_elsewhere(server) as process:
        assert os.getsid(postmaster(server)) != os.getsid(process.pid)


def test_a_path_too_long_for_a_socket_gets_a_short_one(tmp_path):
    server = EmbeddedServer(tmp_path / ("long-" * 20) / "database")

    assert len(os.fsencode(server.socket_dir)) <= LONGEST_SOCKET_FOLDER


def test_only_its_owner_can_reach_its_files(server):
    server.ensure_running()

    assert server.data.stat().st_mode & 0o077 == 0
    assert server.socket_dir.stat().st_mode & 0o077 == 0


def test_stopping_takes_no_longer_than_its_connections(server):
    server.ensure_running()
    with connect(server):
        began = time.monotonic()
        server.stop()

    assert time.monotonic() - began < 20
