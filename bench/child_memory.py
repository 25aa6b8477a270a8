"""python -m bench.child_memory FILE: the most memory that the child takes which reads a file for a worker.

A process of its own, with next to nothing imported: Linux tells a child's peak no lower than that of the process that
started it (getrusage(2), ru_maxrss).
"""

import resource
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
# Enough of each that the child meets no limit (ingest.child).
MEMORY, SECONDS = 2**31, 3600


def child_memory(path: Path) -> float:
    """Return the most mebibytes that the child takes which reads the file at `path`, pictures not recognised."""
    command = [sys.executable, "-m", "bench.child_memory", str(path.resolve())]
    return float(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True).stdout)


def main() -> None:
    """Read the file that is named as a worker does, and print the mebibytes."""
    command = [sys.executable, "-m", "ingest.child", sys.argv[1], str(MEMORY), str(SECONDS), "left", "inf"]
    environment = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run(
        command, cwd=PROJECT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True
    )
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


if __name__ == "__main__":
    main()
