"""Blocks → outline: headings found, numbers taken out of texts, each paragraph put under its headings and in its part."""

import re

from ingest.blocks import Block, BlockKind, ReadDocument
from ingest.outline import Heading, Outline, Paragraph, Part
from ingest.outlining.numbers import depth_of, split_number
from ingest.outlining.parts import part_of_heading

# Headings are short; one that runs to three lines has about this many characters.
LONGEST_HEADING = 220
_SENTENCE_END = re.compile(r"[.;,]$")
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|\t\s*(?:page )?\d+$")


def outline_of(document: ReadDocument) -> Outline:
    """Return the outline of a document."""
    paragraphs: list[Paragraph] = []
    notes: list[Paragraph] = []
    path: list[Heading] = []
    part = Part.COVER
    for block in document.blocks:
        target = notes if block.kind == BlockKind.FOOTNOTE else paragraphs
        level = heading_level(block, document)
        if level:
            number, words = split_number(block.text, is_heading=True)
            while path and path[-1].level >= level:
                path.pop()
            opened = part_of_heading(words)
            part = opened if opened != Part.OTHER else _part_of(path) or (part if part == Part.COVER else Part.OTHER)
            paragraphs.append(
                _paragraph(len(paragraphs), block, BlockKind.HEADING, number, words, tuple(path), part, level)
            )
            path.append(Heading(words, level, number, len(paragraphs) - 1))
            continue
        number, words = (None, block.text) if block.kind == BlockKind.TABLE else split_number(block.text)
        here = Part.CONTENTS if _LEADER.search(block.text) and block.kind != BlockKind.TABLE else part
        target.append(_paragraph(len(target), block, block.kind, number, words, tuple(path), here, block.level))
    return Outline(document.format, tuple(paragraphs), tuple(notes), document.page_sizes)


def _part_of(path: list[Heading]) -> Part | None:
    parts = [part_of_heading(heading.text) for heading in path]
    return next((part for part in reversed(parts) if part != Part.OTHER), None)


def heading_level(block: Block, document: ReadDocument) -> int:
    """Return the depth of the heading that a block is, 0 where it is none."""
    if block.kind == BlockKind.HEADING:
        return block.level or 2
    if (
        block.kind != BlockKind.PARAGRAPH
        or len(block.text) > LONGEST_HEADING
        or not re.search(r"[A-Za-z]|\b(?:19|20)\d\d\b", block.text)
    ):
        return 0
    if _LEADER.search(block.text) or (block.box is not None and block.size < 1.15):
        return 0
    number, words = split_number(block.text, is_heading=True)
    is_title = len(words) < 90 and not _SENTENCE_END.search(words)
    is_plain_title = is_title and (bool(number and depth_of(number) == 1 and words[:1].isupper()) or words.isupper())
    if block.size < 1.08 and not (block.is_bold and not _SENTENCE_END.search(words)) and not is_plain_title:
        return 0
    if number and depth_of(number):
        return 1 + depth_of(number)
    if block.size >= 1.5:
        return 1
    return 2 if block.size >= 1.15 else 3


def _paragraph(
    index: int,
    block: Block,
    kind: BlockKind,
    number: str | None,
    text: str,
    path: tuple[Heading, ...],
    part: Part,
    level: int,
) -> Paragraph:
    return Paragraph(
        index=index,
        kind=kind,
        text=text,
        number=number,
        headings=path,
        part=part,
        level=level,
        marker=block.marker,
        size=block.size,
        is_bold=block.is_bold,
        is_italic=block.is_italic,
        bold_lead=block.bold_lead,
        box=block.box,
        rows=block.rows,
        page=block.page,
        boxes=block.boxes,
        is_uncertain=block.is_uncertain,
    )
