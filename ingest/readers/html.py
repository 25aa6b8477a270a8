"""HTML → blocks."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from ingest.blocks import Block, BlockKind, Cell, ReadDocument
from ingest.exceptions import NoText
from ingest.layout.hyphens import plain
from ingest.layout.tables import rows_to_text
from ingest.readers.progress import Progress

_LEFT_OUT = ("script", "style", "head", "nav", "template", "noscript")
_LEAVES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "pre", "dt", "dd")


def read(path: Path, progress: Progress | None = None) -> ReadDocument:
    """Return an HTML page's blocks. Raises NoText."""
    blocks = tuple(blocks_of_html(path.read_bytes()))
    if not blocks:
        raise NoText
    return ReadDocument("html", blocks)


def blocks_of_html(source: bytes | str) -> Iterator[Block]:
    """Yield the blocks of an HTML source."""
    soup = BeautifulSoup(source, "lxml")
    for element in soup(_LEFT_OUT):
        element.decompose()
    for element in soup.find_all(_LEAVES):
        if (element.find_parent("table") is None and element.find(_LEAVES) is None) or element.name == "table":
            yield from _block(element)


def _block(element: Tag) -> Iterator[Block]:
    if element.name == "table":
        rows = tuple(
            tuple(Cell(plain(cell.get_text(" ")), is_header=cell.name == "th") for cell in row.find_all(["td", "th"]))
            for row in element.find_all("tr")
        )
        if rows:
            yield Block(BlockKind.TABLE, rows_to_text(rows), rows=rows)
        return
    text = plain(element.get_text())
    if not text:
        return
    if element.name[0] == "h":
        yield Block(BlockKind.HEADING, text, level=int(element.name[1]))
    elif element.name == "li":
        yield Block(BlockKind.LIST_ITEM, text, level=len(element.find_parents(["ul", "ol"])), marker="•")
    else:
        yield Block(BlockKind.PARAGRAPH, text)
