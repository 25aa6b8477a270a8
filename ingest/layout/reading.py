"""Pages → blocks: the whole way, a stretch of pages at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from ingest.blocks import Block
from ingest.layout.cut_rows import with_cut_rows
from ingest.layout.drawn_bullets import with_drawn_bullets
from ingest.layout.lines import Line, words_to_fragments
from ingest.layout.open_tables import with_open_tables
from ingest.layout.page_breaks import join_over_breaks
from ingest.layout.page_regions import PageReader
from ingest.layout.profile import Profile
from ingest.layout.running_headers import running_lines, watermarks
from ingest.layout.running_tables import without_running_tables
from ingest.layout.slivers import without_slivers
from ingest.layout.tables import inside_any
from ingest.layout.unruled_tables import with_unruled_tables
from ingest.pages import Page

# So many pages are looked at together for what recurs; memory holds no more of them.
PAGES_TOGETHER = 48


def pages_to_blocks(pages: Iterable[Page], profile: Profile | None = None) -> Iterator[Block]:
    """Yield the blocks of a document in reading order, footnotes after the text of their page.

    What is learned of the document on the way is in `profile` afterwards.
    """
    profile = profile or Profile()
    yield from join_over_breaks(_blocks(iter(pages), profile), profile.vocabulary)


def _blocks(pages: Iterator[Page], profile: Profile) -> Iterator[Block]:
    reader = PageReader(profile)
    while stretch := [with_drawn_bullets(without_slivers(page)) for page in islice(pages, PAGES_TOGETHER)]:
        fragments = [words_to_fragments(page.words, page.number) for page in stretch]
        tabled = [
            with_unruled_tables(with_cut_rows(with_open_tables(page)), own)
            for page, own in zip(stretch, fragments, strict=True)
        ]
        profile.learn(fragments)
        for page, kept in _without_running_lines(without_running_tables(tabled), fragments, profile):
            yield from reader.blocks(page, kept)


def _without_running_lines(
    pages: Sequence[Page], fragments: Sequence[Sequence[Line]], profile: Profile
) -> Iterator[tuple[Page, list[Line]]]:
    """Yield each page with its fragments, running headers and footers, page numbers and watermarks left out."""
    outside = []
    for page, lines in zip(pages, fragments, strict=True):
        outlines = [table.outline for table in page.tables]
        outside.append((page, [line for line in lines if not inside_any(line.words[0], outlines)]))
    running = running_lines(outside, profile.body_size, profile.running, profile.pitch)
    running |= watermarks(outside, profile.body_size)
    for page, lines in outside:
        profile.keep_running(lines[index].text for number, index in sorted(running) if number == page.number)
    dropped = {id(lines[index]) for page, lines in outside for number, index in running if number == page.number}
    for page, lines in zip(pages, fragments, strict=True):
        yield page, [line for line in lines if id(line) not in dropped]
