"""Blocks → outline: each paragraph under its headings and in its part, its number taken out of its text."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.outline import Heading, Outline, Paragraph, Part
from ingest.outlining.contents import contents_entries
from ingest.outlining.cover import cover_end, is_report_title, title_of
from ingest.outlining.headings import is_heading
from ingest.outlining.levels import is_chapter, levels_of
from ingest.outlining.numbers import depth_of, split_number
from ingest.outlining.parts import part_of_heading

# A text of so many words is the report's own: what stands before the first of them may be its title again.
TEXT_WORDS = 25


def outline_of(document: ReadDocument) -> Outline:
    """Return the outline of a document."""
    blocks = [block for block in document.blocks if block.kind != BlockKind.FOOTNOTE]
    builder = _Builder(blocks)
    paragraphs = tuple(builder.paragraph(index) for index in range(len(blocks)))
    notes = [block for block in document.blocks if block.kind == BlockKind.FOOTNOTE]
    footnotes = tuple(
        _paragraph(index, note, note.marker, note.text, (), Part.OTHER) for index, note in enumerate(notes)
    )
    return Outline(document.format, paragraphs, footnotes, document.page_sizes, document.running_lines)


class _Builder:
    """Goes through the blocks once, remembering the headings that are open; those of a box only within it."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.contents = contents_entries(blocks)
        self.cover = cover_end(blocks)
        self.title = title_of(blocks[: self.cover])
        places = [index for index in range(self.cover, len(blocks)) if self._is_heading(index)]
        self.levels = levels_of(blocks, places)
        self.appendix = _Appendix()
        self.path: list[Heading] = []
        self.box_path: list[Heading] = []
        self.box: int | None = None
        # A heading alone in its box is a coloured bar across the page, and opens what stands below the box.
        self.bars = {box for box, blocks_in_it in Counter(block.box for block in blocks).items() if blocks_in_it == 1}
        self.has_text = False

    def _is_heading(self, index: int) -> bool:
        return index not in self.contents and is_heading(self.blocks, index)

    def paragraph(self, index: int) -> Paragraph:
        """Return the block at a place as a paragraph; to be called in reading order."""
        block = self.blocks[index]
        if index < self.cover:
            return self._cover_paragraph(index, block)
        if block.box != self.box:
            self.box, self.box_path = block.box, []
        if index in self.levels:
            return self._heading(index, block)
        self.has_text = self.has_text or len(block.text.split()) >= TEXT_WORDS
        number, words = (None, block.text) if block.kind == BlockKind.TABLE else split_number(block.text)
        part = Part.CONTENTS if index in self.contents else self._part()
        return _paragraph(index, block, number, words, self._open(), part)

    def _cover_paragraph(self, index: int, block: Block) -> Paragraph:
        if index == self.title:
            return _paragraph(index, block, None, block.text, (), Part.COVER, level=1)
        return _paragraph(index, replace(block, level=0), None, block.text, (), Part.COVER)

    def _heading(self, index: int, block: Block) -> Paragraph:
        number, words = split_number(block.text, is_heading=True)
        level = self.appendix.level_of(number, words, self.levels[index])
        path = self.path if block.box is None or block.box in self.bars else self.box_path
        while path and path[-1].level >= level:
            path.pop()
        above = self._open()
        if not self.has_text and number is None and is_report_title(words):
            return _paragraph(index, block, None, block.text, above, Part.COVER, level=level)
        path.append(Heading(words, level, number, index))
        part = part_of_heading(words)
        return _paragraph(index, block, number, words, above, part if part != Part.OTHER else self._part(), level=level)

    def _open(self) -> tuple[Heading, ...]:
        return (*self.path, *self.box_path)

    def _part(self) -> Part:
        """Return the part of the nearest open heading that tells one; before the first of them, the cover's."""
        open_headings = self._open()
        parts = (part_of_heading(heading.text) for heading in reversed(open_headings))
        found = next((part for part in parts if part != Part.OTHER), None)
        return found or (Part.OTHER if open_headings or self.has_text else Part.COVER)


class _Appendix:
    """Remembers whether an appendix is open whose headings count from 1 again: they stand below it."""

    def __init__(self) -> None:
        self.level = 0
        self.last_chapter = 0
        self.is_restarted = False

    def level_of(self, number: str | None, words: str, level: int) -> int:
        """Return the depth of a heading, given that it would have on its own; to be called in reading order."""
        if number is None and is_chapter(words):
            self.level, self.is_restarted = level, False
            return level
        chapter = int(str(number).strip(".)").split(".")[0]) if depth_of(number) else 0
        if self.level and chapter and level <= self.level and chapter <= self.last_chapter:
            self.is_restarted = True
        if chapter and not self.is_restarted:
            self.last_chapter = max(self.last_chapter, chapter)
        return level + self.level if self.is_restarted and self.level else level


def _paragraph(
    index: int,
    block: Block,
    number: str | None,
    text: str,
    headings: tuple[Heading, ...],
    part: Part,
    *,
    level: int | None = None,
) -> Paragraph:
    """Return a block as a paragraph of the outline; with a level it is a heading of that depth."""
    own_kind = BlockKind.PARAGRAPH if block.kind == BlockKind.HEADING else block.kind
    kind = own_kind if level is None else BlockKind.HEADING
    return Paragraph(
        index=index,
        kind=kind,
        text=text,
        number=number,
        headings=headings,
        part=part,
        level=block.level if level is None else level,
        marker=block.marker,
        size=block.size,
        is_bold=block.is_bold,
        is_italic=block.is_italic,
        bold_lead=_without_number(block.bold_lead, number),
        box=block.box,
        rows=block.rows,
        page=block.page,
        boxes=block.boxes,
        is_uncertain=block.is_uncertain,
        lines=block.lines,
        calls=block.calls,
    )


def _without_number(lead: str, number: str | None) -> str:
    """Return the bold words that a text begins with, without the number that was taken out of it."""
    if number is None:
        return lead
    return re.sub(rf"^{re.escape(number)}[.):]*\s*", "", lead)
