"""What extraction must reach on the five real reviews beside the project, by their scorer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.pipeline import extract
from ingest.record import to_json

SHARED = Path(__file__).parents[3] / "shared"
CORPUS, GOLD, SCORER = SHARED / "corpus", SHARED / "extraction" / "gold", SHARED / "extraction" / "score.py"

# The least for each kind of file: recommendations, labels, groups, addressees, findings, actions.
LEAST = {
    ".pdf": (0.98, 0.98, 0.95, 0.98, 0.88, 0.95),
    "-word.pdf": (0.97, 0.95, 0.95, 0.95, 0.88, 0.95),
    ".docx": (0.97, 0.95, 0.95, 0.95, 0.88, 0.95),
    ".md": (0.97, 0.95, 0.95, 0.95, 0.82, 0.85),
    ".txt": (0.97, 0.95, 0.95, 0.95, 0.82, 0.85),
}
FIGURES = (
    ("recommendations", "f1"),
    ("labels", "share"),
    ("groups", "share"),
    ("addressees", "share"),
    ("findings", "f1"),
    ("actions", "f1"),
)

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not SCORER.exists(), reason="the five real reviews are not beside the project"),
]


@pytest.mark.parametrize("suffix", LEAST)
def test_real_reviews_are_read_as_well_as_was_agreed(suffix, tmp_path):
    for gold in GOLD.glob("*.json"):
        source = CORPUS / f"{gold.stem}{suffix}"
        if source.exists():
            (tmp_path / gold.name).write_text(json.dumps(to_json(extract(source))), encoding="utf-8")

    figures = _scores(tmp_path)

    reached = [figures[part][figure] for part, figure in FIGURES]
    for (part, _), share, least in zip(FIGURES, reached, LEAST[suffix], strict=True):
        assert share >= least, f"{part}: {share:.3f}"


def _scores(records):
    command = [sys.executable, str(SCORER), str(records), str(GOLD), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["all"]
