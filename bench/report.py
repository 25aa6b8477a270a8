"""What was measured, as a table to read and as figures to draw."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from bench.measured import Table

US = "Crossread"
FIGURES = "search.json"


def told(passages: int, table: Table) -> str:
    """Return the table in Markdown: p50 / p95 of every engine, and our p95 over that of the others."""
    others = [name for name in next(iter(table.values())) if name != US]
    head = [
        f"{passages:,} passages, ms",
        *(f"{name} p50 / p95" for name in (US, *others)),
        *(f"p95 over {name}" for name in others),
    ]
    lines = [_line(head), _line(["---", *["--:"] * (len(head) - 1)])]
    for sort, times in table.items():
        measured = [f"{times[name].p50:.1f} / {times[name].p95:.1f}" for name in (US, *others)]
        lines.append(_line([sort, *measured, *(f"{times[US].p95 / times[name].p95:.2f}" for name in others)]))
    longest = max(times[US].longest for times in table.values())
    return "\n".join([*lines, "", f"Longest page of {US}: {longest:.0f} ms", ""])


def save(passages: int, table: Table, folder: Path) -> None:
    """Keep the figures of a size beside those of the others."""
    figures = kept(folder)
    figures[str(passages)] = {sort: {name: asdict(one) for name, one in times.items()} for sort, times in table.items()}
    (folder / FIGURES).write_text(json.dumps(figures, indent=1))


def kept(folder: Path) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    """Return the figures of every size that was measured: by class of question and engine."""
    path = folder / FIGURES
    return json.loads(path.read_text()) if path.exists() else {}


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
