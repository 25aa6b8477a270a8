"""python -m bench.fuzz [--rounds N] [--seed N] [FILE ...]: throw broken copies of files at the readers.

Each copy is read by a process of its own, as the worker would. What is looked for is whatever ends in neither a record
nor a reason: an error of ours, a crash, an endless loop, too much memory. Such a copy is kept, and named with its seed.
Without names the files are the real reviews beside the project, or the demonstration's where they are not there.
"""

import argparse
import os
import resource
import signal
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

from bench.mutations import mutated
from ingest.exceptions import UnreadableDocument
from ingest.pipeline import extract
from ingest.readers import Pictures
from ingest.sandbox import Limits

PROJECT = Path(__file__).resolve().parents[1]
KEPT = PROJECT / "var" / "fuzz"
RECORD, REASON, FELL, TOO_LONG = "a record", "a reason", "FELL", "TOOK TOO LONG"
EXIT = {0: RECORD, 3: REASON}
# Processor seconds; a machine that does other things must not look like an endless loop.
MOST_SECONDS = 25


def fuzz(files: Sequence[Path], *, rounds: int, seed: int) -> Counter[str]:
    """Print what falls; return how often each end came."""
    ends = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for number, source in _copies(files, rounds, seed):
            copy = Path(folder) / f"{source.stem}-{number}{source.suffix}"
            copy.write_bytes(mutated(source.read_bytes(), files[number % len(files)].read_bytes(), number))
            end, words = end_of_reading(copy)
            ends[end] += 1
            if end not in (RECORD, REASON):
                KEPT.mkdir(parents=True, exist_ok=True)
                copy.replace(KEPT / copy.name)
                print(f"{end}: {KEPT / copy.name}\n{words}", flush=True)
            copy.unlink(missing_ok=True)
    return ends


def _copies(files: Sequence[Path], rounds: int, seed: int) -> Iterator[tuple[int, Path]]:
    for number in range(seed, seed + rounds):
        yield number, files[number // 7 % len(files)]


def end_of_reading(path: Path) -> tuple[str, str]:
    """Return how reading a file ends in a process of its own, and the last words of one that falls."""
    with tempfile.TemporaryFile() as last_words:
        process = os.fork()
        if not process:
            os.dup2(last_words.fileno(), 2)
            os._exit(_read(path))
        end = _end(process)
        last_words.seek(0)
        return end, last_words.read().decode(errors="replace")[-3000:]


def _read(path: Path) -> int:
    """Read a file within the limits of the worker's child; return the exit status."""
    limits = Limits()
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        extract(path, pictures=Pictures.LEFT)
    except (UnreadableDocument, MemoryError):
        return 3
    except BaseException:
        os.write(2, traceback.format_exc().encode())
        return 1
    return 0


def _end(process: int) -> str:
    """Return how a process ended. One that neither works nor ends is killed."""
    deadline = monotonic() + 20 * MOST_SECONDS
    while True:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            break
        if monotonic() > deadline:
            os.kill(process, signal.SIGKILL)
        sleep(0.005)
    code = os.waitstatus_to_exitcode(status)
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return TOO_LONG
    # PDFium aborts where it is refused memory.
    return REASON if code == -signal.SIGABRT else EXIT.get(code, FELL)


def files_to_break() -> list[Path]:
    """Return the real reviews beside the project, or the demonstration's sources."""
    corpus = sorted((PROJECT.parent / "shared" / "corpus").glob("*.*"))
    found = [path for path in corpus if path.suffix in (".pdf", ".docx", ".txt", ".md", ".html")]
    return found or sorted((PROJECT / "demonstration" / "reviews").glob("*.typ"))


def main() -> None:
    """Print what falls and how often each end came."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="what is broken")
    parser.add_argument("--rounds", type=int, default=1000, help="how many broken copies are read")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first copy")
    given = parser.parse_args()
    ends = fuzz(given.files or files_to_break(), rounds=given.rounds, seed=given.seed)
    print(", ".join(f"{end}: {count}" for end, count in ends.most_common()))


if __name__ == "__main__":
    main()
