"""Blocks of a scraped text put together again where pages, notes and rules cut them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.layout.endings import is_finished
from ingest.layout.hyphens import join_lines
from ingest.layout.markers import number_of
from ingest.layout.vocabulary import Vocabulary
from ingest.scraped.tables import follows_on, goes_on, has_columns_of, join_tables

# A text shorter than this that ends without a stop may be complete: a heading, a list's entry.
SHORT = 70
# A table's rest may stand so many blocks further down, below headings that scraping put before it.
NEAR = 8
# Words that no sentence ends with.
_OPEN_END = re.compile(
    r"(?:\b(?:a|an|the|of|to|and|or|for|with|by|in|on|at|from|that|which|who|was|were|is|are|be|been|had|has|have|not|as|"
    r"their|his|her|its|this|these|any|no|than|into|between|about|would|should|could|may|must|will|if|when|where|whether)|,)$",
    re.IGNORECASE,
)

Phrases = Callable[[str, str], bool]


def mended(blocks: Sequence[Block], vocabulary: Vocabulary, is_phrase: Phrases) -> list[Block]:
    """Return the blocks with the halves of paragraphs and tables joined, notes standing after them."""
    done: list[Block] = []
    for block in blocks:
        place = _first_half(done, block, is_phrase)
        if place is None:
            done.append(block)
        elif block.kind == BlockKind.TABLE:
            done[place] = join_tables(done[place], block)
        else:
            done[place] = _joined(done[place], block, vocabulary)
    return done


def _first_half(done: Sequence[Block], block: Block, is_phrase: Phrases) -> int | None:
    """Return which earlier block this one goes on from, None where it is whole."""
    if block.kind == BlockKind.TABLE:
        return _first_table(done, block)
    if block.kind != BlockKind.PARAGRAPH or number_of(block.text) or block.is_contents:
        return None
    place = len(done) - 1
    while place >= 0 and _may_stand_between(done[place], block):
        place -= 1
    if place < 0:
        return None
    was_interrupted = place < len(done) - 1
    return place if _goes_on(done[place], block, is_phrase, was_interrupted=was_interrupted) else None


def _first_table(done: Sequence[Block], block: Block) -> int | None:
    """Return which table this one is the rest of: the one right before it, or one whose labels it counts on from."""
    tables = [place for place in range(len(done) - 1, -1, -1) if done[place].kind == BlockKind.TABLE][:2]
    for place in tables:
        is_next = all(one.kind == BlockKind.FOOTNOTE for one in done[place + 1 :])
        if is_next and goes_on(done[place], block):
            return place
        is_near = len(done) - place <= NEAR and has_columns_of(done[place], block) and len(done[place].rows[0]) > 3
        if is_near and not block.rows[0][0].is_header and follows_on(done[place], block):
            return place
    return None


def _may_stand_between(between: Block, block: Block) -> bool:
    return between.kind == BlockKind.FOOTNOTE or (between.box is not None and between.box != block.box)


def _goes_on(first: Block, second: Block, is_phrase: Phrases, *, was_interrupted: bool) -> bool:
    if first.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or first.box != second.box or first.is_contents:
        return False
    if is_finished(first.text) or first.is_bold != second.is_bold or second.text[:1] in "“‘\"'•":
        return False
    if second.text[:1].islower():
        return len(first.text) > SHORT or was_interrupted or not first.lines
    if len(first.text) < SHORT or second.bold_lead or second.is_italic != first.is_italic:
        return False
    if _OPEN_END.search(first.text):
        return True
    last, start = re.findall(r"[\w’'&-]+", first.text)[-1:], re.findall(r"[\w’'&-]+", second.text)[:1]
    return bool(last and start) and (is_phrase(last[0], start[0]) or (was_interrupted and len(first.text) > 2 * SHORT))


def _joined(first: Block, second: Block, vocabulary: Vocabulary) -> Block:
    text = join_lines((first.text, second.text), vocabulary)
    return replace(first, text=text, lines=(), is_uncertain=first.is_uncertain or second.is_uncertain)
