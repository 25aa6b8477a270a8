"""The cover: what stands before the report begins; its title is a heading, the rest of it is not."""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.outline import Part
from ingest.outlining.numbers import split_number
from ingest.outlining.parts import part_of_heading

# A cover page has no more words than this, and no text longer than this.
MOST_WORDS = 170
LONGEST_TEXT = 45
# A title that does not read like one is set in type this many times the body's.
LARGE = 1.2
# Without pages, a cover has at most so many blocks.
MOST_BLOCKS = 24
_REPORT_TITLE = re.compile(
    r"\b(?:serious case|case|practice|learning|homicide|death|adults?|safeguarding|thematic|rapid|significant case|"
    r"desktop|independent|multi-?\s?agency|themed) reviews?\b|\b(?:overview|final) report\b|"
    r"\breport (?:of|into|on|for|by)\b|\breview (?:of|into|report)\b|\b(?:SCR|LCSPR|CSPR|SAR|DHR)\b|\bchild practice\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:introduction|summary|findings)\b", re.IGNORECASE)
# What covers say besides their title: who wrote it, when, for whom, what became of the child.
_OF_COVERS = re.compile(
    r"\b(?:author|reviewers?|chair(?!['’]s)|published|date|version|prepared|commissioned|born|died|incident|confidential|draft)\b"
    r"|\b(?:19|20)\d\d\b|:",
    re.IGNORECASE,
)


def cover_end(blocks: Sequence[Block]) -> int:
    """Return how many blocks, from the first on, are the cover."""
    first_page = [block for block in blocks if block.page == 1]
    has_more_pages = any(block.page and block.page > 1 for block in blocks)
    if first_page and has_more_pages and _is_cover_page(first_page):
        return len(first_page)
    return next((index for index, block in enumerate(blocks[:MOST_BLOCKS]) if _opens_report(block)), 0)


def _is_cover_page(blocks: Sequence[Block]) -> bool:
    words = [len(block.text.split()) for block in blocks]
    return sum(words) <= MOST_WORDS and max(words) <= LONGEST_TEXT and not any(_opens_report(block) for block in blocks)


def _opens_report(block: Block) -> bool:
    """Return whether the report begins here: a heading that opens a part, a numbered paragraph, a long text."""
    if block.kind in (BlockKind.TABLE, BlockKind.LIST_ITEM) or block.is_contents:
        return True
    number, words = split_number(block.text, is_heading=True)
    if len(words.split()) > LONGEST_TEXT or (number and number[0].isdigit()):
        return True
    if is_report_title(words) or len(words.split()) > 7 or _OF_COVERS.search(words):
        return False
    return part_of_heading(words) not in (Part.OTHER, Part.APPENDIX)


def is_report_title(text: str) -> bool:
    """Return whether words are a report's own title ("Serious Case Review: Child K"), not a section's."""
    return len(text) < 160 and _REPORT_TITLE.search(text) is not None and not _SECTION.match(text)


def title_of(blocks: Sequence[Block]) -> int | None:
    """Return which of the cover's blocks is its title: the largest that reads like one, a heading, or the largest."""
    ranks = [
        (is_report_title(block.text), block.kind == BlockKind.HEADING, block.size, -index)
        for index, block in enumerate(blocks)
        if block.text
    ]
    best = max(ranks, default=None)
    return -best[3] if best and (best[0] or best[1] or best[2] > LARGE) else None
