"""The five real reviews beside the project, where they are: tests that need them are skipped where they are not."""

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS = SHARED / "corpus"
GOLD = SHARED / "extraction" / "gold"

needs_corpus = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        not CORPUS.is_dir(), reason="the five real reviews are not beside the project (../shared/corpus)"
    ),
]


def files(*suffixes: str, scans: bool = False) -> list[Path]:
    """Return the reviews with these suffixes, without scans unless asked for; none where there is no corpus."""
    found = sorted(CORPUS.glob("*")) if CORPUS.is_dir() else []
    return [path for path in found if path.suffix in suffixes and (scans or "-scan" not in path.stem)]


def gold_of(path: Path) -> dict[str, Any]:
    """Return the hand-made answers for a file."""
    name = path.stem.removesuffix("-word").removesuffix("-scan")
    gold: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return gold
