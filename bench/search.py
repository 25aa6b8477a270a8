"""The search page beside SQLite FTS5 and tantivy, on the same made-up passages, in one run."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench.database import use_database
from bench.measured import Engine, measure
from bench.questions import questions
from bench.report import save, say, told


def measure_search(scales: Sequence[int], folder: Path, *, rounds: int) -> None:
    """Measure at each size of corpus, print the tables and keep the figures."""
    for passages in scales:
        engines = filled(passages, folder / str(passages))
        table = measure(engines, questions(), rounds=rounds)
        save(passages, table, folder)
        say(told(passages, table))


def filled(passages: int, folder: Path) -> dict[str, Engine]:
    """Return the engines, each with the same corpus."""
    use_database(passages)
    from bench import in_crossread, in_fts5, in_tantivy
    from bench.corpus import Maker

    folder.mkdir(parents=True, exist_ok=True)
    engines: dict[str, Engine] = {}
    begin = perf_counter()
    engines[in_crossread.NAME] = in_crossread.fill(Maker().reviews(passages))
    say(f"{passages:,} passages in Crossread after {perf_counter() - begin:.0f} s")
    engines[in_fts5.NAME] = in_fts5.fill(Maker().reviews(passages), folder)
    engines[in_tantivy.NAME] = in_tantivy.fill(Maker().reviews(passages), folder)
    say(f"and in the others after {perf_counter() - begin:.0f} s")
    return engines
