"""The child process that reads one document: `python -m ingest.child PATH MEMORY SECONDS PICTURES UNTIL`.

It is given the codebook as JSON on standard input, nothing for the one that every installation starts with.
It sets its own limits before it imports any reader, tells its progress and its result in lines on standard output
(see ingest.sandbox), and ends when its parent does.
"""

import contextlib
import ctypes
import os
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

PR_SET_PDEATHSIG = 1  # prctl(2)


def main() -> None:
    """Read the document that the arguments name and write its record."""
    path, memory, seconds, pictures, until = sys.argv[1:]
    output = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the lines.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _end_with_the_parent()
    _limit(int(memory), int(seconds))
    with contextlib.suppress(BrokenPipeError):
        for line in _read(Path(path), pictures, float(until), output):
            output.write(line)
        output.flush()
    # Tearing down big structures and native libraries takes time and may crash; everything has been said.
    os._exit(0)


def _read(path: Path, pictures: str, until: float, output: IO[bytes]) -> Iterator[bytes]:
    from ingest.child_lines import message_line, record_lines
    from ingest.exceptions import UnreadableDocument
    from ingest.pipeline import extract
    from ingest.readers import NeedsRecognition, Pictures
    from ingest.sandbox import NeededTooMuchMemory

    def tell(page: int, of: int) -> None:
        output.write(message_line({"is": "page", "page": page, "of": of}))
        output.flush()

    try:
        extracted = extract(path, _codebook(), progress=tell, pictures=Pictures(pictures), until=until)
        yield from record_lines(extracted)
    except NeedsRecognition as needed:
        yield message_line({"is": "pictures", "pages": needed.pages})
    except UnreadableDocument as failure:
        yield message_line({"is": "failure", "name": type(failure).__name__, "text": str(failure)})
    except Exception as error:
        if not _tells_of_memory(error):
            raise
        yield message_line({"is": "failure", "name": NeededTooMuchMemory.__name__, "text": str(NeededTooMuchMemory())})


def _codebook() -> Any:
    """Return the codebook from standard input; None where it is empty."""
    import msgspec

    from reviews.codebook import Codebook, Theme

    written = sys.stdin.buffer.read()
    return Codebook(msgspec.json.decode(written, type=tuple[Theme, ...])) if written else None


def _tells_of_memory(error: BaseException) -> bool:
    """Return whether a library was refused memory: each says so in its own way."""
    return isinstance(error, MemoryError) or any(
        words in str(error).casefold() for words in ("bad alloc", "allocate memory", "insufficient memory")
    )


def _limit(memory: int, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 2**20, 64 * 2**20))
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))


def _end_with_the_parent() -> None:
    """Ask Linux to kill this process when its parent dies; elsewhere the broken pipe ends it."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    main()
