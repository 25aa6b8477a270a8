"""Run extraction over the real reviews beside the project in every format, and print how it scores.

    python -m scripts.scores CORPUS EXTRACTION [--scans] [--misses]

CORPUS holds the reviews, EXTRACTION holds `score.py` and `gold/`. The records are written to var/records/KIND/.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from ingest.pipeline import extract
from ingest.record import to_json

RECORDS = Path(__file__).parent.parent / "var" / "records"
PDF, WORD, SCRAPED, SCAN = "PDF", "Word", "scraped text", "scan"
# The columns of the table of scores: name, part of the scorer's figures, figure.
COLUMNS = (
    ("recommendations", "recommendations", "f1"),
    ("labels", "labels", "share"),
    ("groups", "groups", "share"),
    ("addressees", "addressees", "share"),
    ("findings", "findings", "f1"),
    ("actions", "actions", "f1"),
    ("timeline", "timeline", "f1"),
    ("dates", "timeline", "date"),
    ("themes", "themes", "f1"),
    ("fields", "fields", "share"),
)


def main() -> int:
    """Write the records, score them and print the table; the exit status is 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("extraction", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what was missed, what was invented, what differs")
    parser.add_argument("--scans", action="store_true", help="read the scans too: some seconds for each page")
    arguments = parser.parse_args()
    names = sorted(path.stem for path in (arguments.extraction / "gold").glob("*.json"))
    sources = sorted(path for name in names for path in arguments.corpus.glob(f"{name}*"))
    write(_head())
    for kind in (PDF, WORD, SCRAPED, *((SCAN,) if arguments.scans else ())):
        suffixes = sorted({_suffix(path, names) for path in sources if kind_of(path) == kind})
        folders = [RECORDS / f"{kind} {suffix}".replace(" ", "-").replace(".", "") for suffix in suffixes]
        for suffix, folder in zip(suffixes, folders, strict=True):
            for path in (path for path in sources if _suffix(path, names) == suffix):
                write_record(path, folder / f"{path.name.removesuffix(suffix)}.json")
            if arguments.misses:
                write(_scorer(folder, arguments.extraction, "--misses"))
        if folders:
            write(_row(f"{kind} ({', '.join('*' + s for s in suffixes)})", scores(folders, arguments.extraction)))
    return 0


def kind_of(path: Path) -> str:
    """Return which row of the table a file counts in."""
    if path.stem.endswith("-scan"):
        return SCAN
    if path.suffix == ".docx" or path.stem.endswith("-word"):
        return WORD
    return PDF if path.suffix == ".pdf" else SCRAPED


def write_record(source: Path, target: Path) -> None:
    """Extract one file and write its record as JSON."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(to_json(extract(source)), indent=1), encoding="utf-8")


def scores(folders: list[Path], extraction: Path) -> dict[str, dict[str, float]]:
    """Return the scorer's figures over all documents of some folders of records, weighted as it weights them."""
    figures = [json.loads(_scorer(folder, extraction, "--json"))["all"] for folder in folders]
    return {part: {name: _mean(figures, part, name) for name in figures[0][part]} for part in figures[0]}


def _mean(figures: list[Any], part: str, name: str) -> float:
    whole = sum(figure[part]["n"] for figure in figures)
    if not whole:
        return 1.0
    return float(sum(figure[part][name] * figure[part]["n"] for figure in figures) / whole)


def write(line: str) -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")


def _scorer(folder: Path, extraction: Path, option: str) -> str:
    command = [sys.executable, str(extraction / "score.py"), str(folder), str(extraction / "gold"), option]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _suffix(path: Path, names: list[str]) -> str:
    """Return what a file's name has after the review's ("-word.pdf")."""
    return path.name.removeprefix(max((name for name in names if path.name.startswith(name)), key=len))


def _head() -> str:
    return f"{'':30}" + "".join(f"{name[:11]:>12}" for name, *_ in COLUMNS) + f"{'text':>8}"


def _row(name: str, figures: dict[str, Any]) -> str:
    cells = "".join(f"{figures[part][figure]:12.3f}" for _, part, figure in COLUMNS)
    text = (figures["recommendations"]["text"] + figures["findings"]["text"]) / 2
    return f"{name:30}{cells}{text:8.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
