"""Headers and footers that are set as ruled tables: their words are read as lines, which recur like other headers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.running_headers import PAGES_TO_RECUR, is_in_margin, signature
from ingest.layout.tables import inside_any
from ingest.pages import Page, Table


def without_running_tables(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without the tables that recur in their margins."""
    found = {(page.number, index): text for page in pages for index, text in _margin_tables(page)}
    counts = Counter(found.values())
    running = {key for key, text in found.items() if counts[text] >= min(PAGES_TO_RECUR, max(2, len(pages)))}
    if not running:
        return list(pages)
    return [
        replace(page, tables=tuple(t for index, t in enumerate(page.tables) if (page.number, index) not in running))
        for page in pages
    ]


def _margin_tables(page: Page) -> list[tuple[int, str]]:
    """Return (index, what recurs of its words) for each table that stands in a margin."""
    return [
        (index, signature(_words_in(page, table)))
        for index, table in enumerate(page.tables)
        if is_in_margin(page, table.outline.top, table.outline.bottom)
    ]


def _words_in(page: Page, table: Table) -> str:
    return " ".join(word.text for word in page.words if inside_any(word, [table.outline]))
