"""Contents pages: entries with dots or a page number, and those below "Contents" that name later headings."""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.layout.contents_lines import LEADER
from ingest.outline import Part
from ingest.outlining.numbers import split_number
from ingest.outlining.parts import part_of_heading

# An entry is no longer than this; what is longer is text.
LONGEST_ENTRY = 160
_ENDS_WITH_PAGE = re.compile(r"(?:\s|\.|…|page\s*)(?:\d{1,3}|[ivxl]{1,5})$", re.IGNORECASE)
_LETTERS = re.compile(r"[^a-z]+")


def contents_entries(blocks: Sequence[Block]) -> set[int]:
    """Return which blocks are entries of a contents page, by their places in the document."""
    found = {index for index, block in enumerate(blocks) if is_entry(block)}
    for index, block in enumerate(blocks):
        if _heads_contents(block):
            found |= _entries_below(blocks, index)
    return found


def is_entry(block: Block) -> bool:
    """Return whether a block is an entry by itself: its reader says so, or dots lead to a page number."""
    if block.is_contents:
        return True
    if block.kind == BlockKind.TABLE or len(block.text) > 4 * LONGEST_ENTRY:
        return False
    return LEADER.search(block.text) is not None and re.search(r"\d\s*$", block.text) is not None


def _heads_contents(block: Block) -> bool:
    return len(block.text) < 40 and part_of_heading(split_number(block.text, is_heading=True)[1]) == Part.CONTENTS


def _entries_below(blocks: Sequence[Block], heading: int) -> set[int]:
    """Return the entries that follow a heading "Contents": they end with a page number or name a later heading."""
    later = [_key(block.text) for block in blocks[heading + 1 :] if len(block.text) <= LONGEST_ENTRY]
    found = set()
    for index in range(heading + 1, len(blocks)):
        block = blocks[index]
        key = _key(block.text)
        is_named_later = (
            bool(key) and later[index - heading :].count(key) > 0 if index - heading < len(later) else False
        )
        if block.kind == BlockKind.FOOTNOTE:
            continue
        if len(block.text) > LONGEST_ENTRY and block.kind != BlockKind.TABLE:
            break
        if block.kind == BlockKind.TABLE and not _is_contents_table(block):
            break
        if not (_ENDS_WITH_PAGE.search(block.text) or is_named_later or is_entry(block)):
            break
        found.add(index)
    return found


def _is_contents_table(block: Block) -> bool:
    """Return whether a table is a contents page: most of its rows end with a page number."""
    ends = [row[-1].text for row in block.rows if row]
    return (
        sum(
            bool(re.fullmatch(r"(?:page\s*)?\d{1,3}(?:\s*[-–]\s*\d{1,3})?", end.strip(), re.IGNORECASE)) for end in ends
        )
        > len(ends) / 2
    )


def _key(text: str) -> str:
    """Return the letters of a heading, without its number and the page it stands on."""
    words = split_number(text, is_heading=True)[1]
    return _LETTERS.sub("", re.sub(r"[\s.…]*(?:page\s*)?\d{0,3}\s*$", "", words, flags=re.IGNORECASE).casefold())
