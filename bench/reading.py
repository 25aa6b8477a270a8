"""python -m bench.reading: how fast PDFs are read, beside plain pdfplumber, in one run.

Measured over the real reviews beside the project, or over the demonstration reviews where they are not there. Each
round does every file with every method in turn; a ratio is the middle one of the rounds, so that what else a machine
does touches all methods alike. Nothing here is a test.
"""

import multiprocessing
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pdfplumber

from bench.child_memory import child_memory
from bench.long_report import write_long_report
from ingest import pdfium
from ingest.pages import Page
from ingest.pipeline import extract
from ingest.readers import read_document

PROJECT = Path(__file__).resolve().parents[1]
CORPUS = PROJECT.parent / "shared" / "corpus"
ROUNDS = 3
FEWEST_PAGES = 10
LONG_REPORT_PAGES = 2_000
Method = Callable[[Path], object]


def plain(path: Path) -> int:
    """Read a PDF as pdfplumber does by itself: words with fonts, rects and tables, pages closed; return the pages."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words(extra_attrs=["fontname", "size"])
            _ = page.rects
            for table in page.find_tables():
                table.extract()
            page.close()
        return len(document.pages)


def reading(path: Path) -> int:
    """Read the same of a PDF as Crossread does; return the pages."""
    return sum(1 for _ in pdfium.read_pages(path))


METHODS: dict[str, Method] = {
    "pdfplumber by itself": plain,
    "reading": reading,
    "reading and layout": read_document,
    "all of extract": extract,
}


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        files = files_to_read(Path(folder))
        print(f"{len(files)} files, {sum(map(_pages_of, files))} pages, {ROUNDS} rounds\n")
        for method in METHODS.values():
            for file in files:
                method(file)
        print_times(files)
        print_agreement(files)
        print_memory(Path(folder))


def files_to_read(folder: Path) -> list[Path]:
    """Return the PDFs of ten pages or more that have a text layer; the demonstration reviews are set in `folder`."""
    found = [path for path in sorted(CORPUS.glob("*.pdf")) if "-scan" not in path.stem]
    if not found:
        from demonstration.typesetting import sources, typeset

        found = [folder / f"{source.stem}.pdf" for source in sources()]
        for source, target in zip(sources(), found, strict=True):
            typeset(source, target)
    return [path for path in found if _pages_of(path) >= FEWEST_PAGES]


def print_times(files: Sequence[Path]) -> None:
    """Print pages a second of each method, and how many times as fast as pdfplumber it is, in one process and two."""
    pages = sum(map(_pages_of, files))
    rounds = [_round(files) for _ in range(ROUNDS)]
    print(f"{'':28}{'pages/s':>10}{'ratio':>8}")
    for name in rounds[0]:
        ratio = median(one["pdfplumber by itself"] / one[name] for one in rounds)
        print(f"{name:28}{pages / median(one[name] for one in rounds):10.0f}{ratio:8.1f}")


def _round(files: Sequence[Path]) -> dict[str, float]:
    """Return the seconds that each method takes for all files."""
    taken = {name: _seconds(_doing(method, files)) for name, method in METHODS.items()}
    # The longest first, so that neither worker waits for the other's last file.
    longest_first = sorted(files, key=_pages_of, reverse=True)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        pool.map(_nothing, range(2))
        taken["all of extract, two workers"] = _seconds(lambda: pool.map(_extracted, longest_first, chunksize=1))
    return taken


def _doing(method: Method, files: Sequence[Path]) -> Callable[[], object]:
    return lambda: [method(file) for file in files]


def _nothing(_: int) -> None:
    """Make sure that a worker has started."""


def _extracted(path: Path) -> int:
    return len(extract(path).passages)


def _seconds(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return perf_counter() - begin


def print_agreement(files: Sequence[Path]) -> None:
    """Print how much of the words and the tables' cells both ways of reading have in common."""
    from ingest import reference_pages

    print(f"\n{'the same as pdfplumber':34}{'words':>8}{'cells':>8}")
    for file in files:
        fast, slow = list(pdfium.read_pages(file)), list(reference_pages.read_pages(file))
        words = common(words_of(fast), words_of(slow))
        cells = f"{common(cells_of(fast), cells_of(slow)):8.2%}" if cells_of(slow) else "       –"
        print(f"{file.name:34}{words:8.2%}{cells}")


def words_of(pages: Iterable[Page]) -> Counter[str]:
    """Return how often each word stands on the pages, dot leaders left out."""
    words: Counter[str] = Counter()
    for page in pages:
        whole = ""
        for word in page.words:
            if not word.is_joined:
                words[whole.strip(".…")] += 1
                whole = ""
            whole += word.text
        words[whole.strip(".…")] += 1
    del words[""]
    return words


def cells_of(pages: Iterable[Page]) -> Counter[tuple[int, ...]]:
    """Return the cells of all tables by their edges, to two points."""
    return Counter(
        tuple(round(edge / 2) for edge in (cell.left, cell.top, cell.right, cell.bottom))
        for page in pages
        for table in page.tables
        for row in table.rows
        for cell in row
        if cell
    )


def common(one: Counter[Any], other: Counter[Any]) -> float:
    """Return the share of both that they have in common, 0 to 1."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def print_memory(folder: Path) -> None:
    """Print the most memory that the child takes which reads a very long report for a worker."""
    report = folder / "long.pdf"
    # Setting it takes more memory than reading it, and this process should not keep that.
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        pool.apply(write_long_report, (report, LONG_REPORT_PAGES))
    print(f"\na worker's reading of {_pages_of(report):,} pages: at most {child_memory(report):.0f} MiB")


def _pages_of(path: Path) -> int:
    with pdfplumber.open(path) as document:
        return len(document.pages)


if __name__ == "__main__":
    main()
