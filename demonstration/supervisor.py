"""Run the web server and a worker beside each other, and stop both, and the embedded database, together."""

import ctypes
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

PR_SET_PDEATHSIG = 1  # prctl(2)
SECONDS_TO_STOP = 6
SECONDS_BEFORE_A_RESTART = 2


class Stopped(Exception):
    """Somebody asked for the end: Ctrl-C, a closed terminal, or a signal."""


@dataclass
class Supervisor:
    """Keeps some commands of manage.py running until it is told to stop."""

    commands: tuple[tuple[str, ...], ...]
    _children: dict[tuple[str, ...], subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self) -> None:
        """Start every command."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        for command in self.commands:
            self._children[command] = _start(command)

    def watch(self, each_round: Callable[[], None]) -> None:
        """Start again whatever ends, and call `each_round` now and then, for ever. Raises Stopped."""
        while True:
            for command, child in self._children.items():
                if child.poll() is not None:
                    sys.stderr.write(f"{command[0]} ended (status {child.returncode}); starting it again\n")
                    time.sleep(SECONDS_BEFORE_A_RESTART)
                    self._children[command] = _start(command)
            each_round()
            time.sleep(1)

    def stop(self) -> None:
        """End every command: politely, and after a while by force."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in self._children.values():
            child.terminate()
        deadline = time.monotonic() + SECONDS_TO_STOP
        for child in self._children.values():
            try:
                child.wait(timeout=max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def port_is_free(port: int) -> bool:
    """Return whether nobody listens on the port of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start a command in a session of its own, so that Ctrl-C reaches the supervisor alone.

    Should the supervisor itself be killed, Linux ends the command with it.
    """
    return subprocess.Popen(
        [sys.executable, sys.argv[0], *command],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_end_with_the_parent,  # noqa: PLW1509 (this process has one thread)
    )


def _end_with_the_parent() -> None:
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    except (OSError, AttributeError):
        return


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped
